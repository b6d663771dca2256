#pragma once
// The one matrix product, of floats or of pairs, in terms of the Lanes and Factors of the file that
// includes this. Internal linkage: each instruction set has its own copy.

namespace model::arithmetic {
namespace {

struct Rows {};     // A(i, k) = a[i * stride + k]
struct Columns {};  // A(i, k) = a[k * stride + i]

/// sums += the R rows and V vectors of columns of A B at (i, j); they stay in registers.
template <int R, int V, typename Order, typename Operand, typename Tail>
inline __attribute__((always_inline)) void multiply(const Product<float, Operand>& p, Index i,
                                                    Index j, Tail tail, Lanes (&sums)[R][V]) {
  constexpr bool by_rows = __is_same(Order, Rows);
  using Factor = decltype(splat(Operand{}));  // Lanes, or those of a pair
  const Index stride = by_rows ? p.a_row : p.a_depth;
  const Operand* a = p.a + i * p.a_row;
  const Operand* b = p.b + j / panel_width * p.b_panel + j % panel_width;
  // The panel after this one will be wanted by this block of rows: half of it for every other tile.
  const Operand* next = b + p.b_panel + i / R % 2 * lane_count;
  // A base pointer for three rows: base, base + stride and base + 2 stride are x86 addresses.
  const Operand* base[(R + 2) / 3];
#pragma GCC unroll 16
  for (int g = 0; g < (R + 2) / 3; ++g) base[g] = a + 3 * g * stride;
  for (Index k = 0; k < p.depth; ++k, b += p.b_depth) {
    if constexpr (R == tile_rows && V == tile_vectors)
      __builtin_prefetch(next + k * p.b_depth, 0, 2);
    Factor columns[V];
#pragma GCC unroll 2
    for (int v = 0; v < V; ++v) {
      columns[v] = v == V - 1 ? load(b + v * lane_count, tail) : load(b + v * lane_count);
    }
#pragma GCC unroll 16
    for (int r = 0; r < R; ++r) {
      const Factor x = splat(by_rows ? base[r / 3][(r % 3) * stride + k] : a[r]);
#pragma GCC unroll 2
      for (int v = 0; v < V; ++v) sums[r][v] = fma(x, columns[v], sums[r][v]);
    }
    if constexpr (!by_rows) a += stride;
  }
}

/// Asks for the tile of `from` at its first number, long before it is wanted.
template <int R, int V>
inline void fetch_tile(const float* from, Index pitch) {
  for (int r = 0; r < R; ++r, from += pitch) {
    __builtin_prefetch(from);
    if constexpr (V == 2) __builtin_prefetch(from + lane_count);
  }
}

/// sums = f(sums, the tile of `from` at its first number).
template <int R, int V, typename Tail, typename Function>
inline __attribute__((always_inline)) void with_tile(const float* from, Index pitch, Tail tail,
                                                     Lanes (&sums)[R][V], Function f) {
#pragma GCC unroll 16
  for (int r = 0; r < R; ++r, from += pitch) {
    if constexpr (V == 2) sums[r][0] = f(sums[r][0], load(from));
    sums[r][V - 1] = f(sums[r][V - 1], load(from + (V - 1) * lane_count, tail));
  }
}

template <int R, int V, typename Tail>
inline __attribute__((always_inline)) void store_tile(float* to, Index pitch, Tail tail,
                                                      Lanes (&sums)[R][V]) {
#pragma GCC unroll 16
  for (int r = 0; r < R; ++r, to += pitch) {
    if constexpr (V == 2) store(to, sums[r][0]);
    store(to + (V - 1) * lane_count, sums[r][V - 1], tail);
  }
}

template <int R, int V, typename Order, typename Operand, typename Tail>
inline __attribute__((always_inline)) void tile(const Product<float, Operand>& p, Index i, Index j,
                                                Tail tail) {
  Lanes sums[R][V];
  if (p.start) fetch_tile<R, V>(p.start + i * p.start_row + j, p.start_row);
  if (p.times) fetch_tile<R, V>(p.times + i * p.times_row + j, p.times_row);
#pragma GCC unroll 16
  for (int r = 0; r < R; ++r) {
#pragma GCC unroll 2
    for (int v = 0; v < V; ++v) sums[r][v] = splat(0.f);
  }
  if (p.begin) {
    with_tile(p.begin + i * p.begin_row + j, p.begin_row, tail, sums,
              [](Lanes, Lanes x) { return x; });
  }
  multiply<R, V, Order>(p, i, j, tail, sums);
  const auto plus = [](Lanes a, Lanes b) { return add(a, b); };
  const auto by = [](Lanes a, Lanes b) { return mul(a, b); };
  if (p.start) with_tile(p.start + i * p.start_row + j, p.start_row, tail, sums, plus);
  if (p.bias) with_tile(p.bias + j, 0, tail, sums, plus);
  if (p.times) with_tile(p.times + i * p.times_row + j, p.times_row, tail, sums, by);
  store_tile(p.c + i * p.c_row + j, p.c_row, tail, sums);
}

template <int R, int V, typename Order, typename Operand>
__attribute__((noinline)) void tile_of(const Product<float, Operand>& p, Index i, Index j) {
  const Index columns = p.cols - j;
  if (columns >= V * lane_count) {
    tile<R, V, Order>(p, i, j, All{});
  } else {
    tile<R, V, Order>(p, i, j, first(columns - (V - 1) * lane_count));
  }
}

/// The tile of `rows` <= R rows at (i, j).
template <int R, int V, typename Order, typename Operand>
void tile_at(const Product<float, Operand>& p, Index i, Index j, Index rows) {
  if (rows == R) {
    tile_of<R, V, Order>(p, i, j);
  } else if constexpr (R > 1) {
    tile_at<R - 1, V, Order>(p, i, j, rows);
  }
}

/// Blocks of rows keep a slice of A in the second cache while all of B passes over it.
template <typename Order, typename Operand>
void product_in_order(const Product<float, Operand>& p) {
  const Index block_rows = p.depth >= 1024 ? 48 : 96;
  for (Index block = 0; block < p.rows; block += block_rows) {
    const Index end = block + block_rows < p.rows ? block + block_rows : p.rows;
    for (Index j = 0; j < p.cols; j += tile_vectors * lane_count) {
      for (Index i = block; i < end; i += tile_rows) {
        const Index rows = end - i < tile_rows ? end - i : tile_rows;
        if (tile_vectors == 2 && p.cols - j > lane_count) {
          tile_at<tile_rows, tile_vectors, Order>(p, i, j, rows);
        } else {
          tile_at<tile_rows, 1, Order>(p, i, j, rows);
        }
      }
    }
  }
}

template <typename Operand>
void product(const Product<float, Operand>& p) {
  if (p.a_depth == 1) {
    product_in_order<Rows>(p);
  } else {
    product_in_order<Columns>(p);
  }
}

double multiply_adds(Index rounds, float* sink) {
  constexpr int chains = 12;  // enough to hide the latency of a multiply-add on any CPU we know
  Lanes sums[chains];
  for (int c = 0; c < chains; ++c) sums[c] = splat(*sink + static_cast<float>(c));
  const Lanes a = splat(0.999f), b = splat(0.001f);
  for (Index i = 0; i < rounds; ++i) {
#pragma GCC unroll 12
    for (int c = 0; c < chains; ++c) sums[c] = fma(sums[c], a, b);
  }
  for (int c = 0; c < chains; ++c) *sink += sum(sums[c]);
  return 2.0 * static_cast<double>(rounds) * chains * lane_count;
}

}  // namespace
}  // namespace model::arithmetic
