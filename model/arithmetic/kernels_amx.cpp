#include "model/arithmetic/pairs_avx512bf16.h"
// The lanes come first: the kernels are written in terms of them.
#include "model/arithmetic/amx_tiles.h"
#include "model/arithmetic/kernels_table.h"

namespace model::arithmetic {
namespace {

/// A(i, k) by rows: whole tiles are read where they lie.
struct TilesInRows {
  const Product<float, Pair>& p;

  void begin_rows(Index, Index) {}

  template <int T>
  void load(Index i, Index k) const {
    load_factors<T>(p.a + i * p.a_row + k, p.a_row, {p.rows - i, p.depth - k});
  }
};

/// A(i, k) by columns: the tiles of a few rows are transposed once for all columns of B.
struct TilesInColumns {
  const Product<float, Pair>& p;
  Index from = 0;
  alignas(64) Pair tiles[amx_block_rows * amx_slice];

  explicit TilesInColumns(const Product<float, Pair>& product) : p(product) {}

  Pair* tile(Index i, Index k) {
    return tiles + (i - from) * amx_slice + k * amx_edge;  // tile after tile
  }

  void begin_rows(Index first_row, Index end) {
    from = first_row;
    for (Index i = from; i < end; i += amx_edge) {
      for (Index k = 0; k < p.depth; k += amx_edge) {
        transpose(p.a + k * p.a_depth + i, p.a_depth, {p.depth - k, p.rows - i}, tile(i, k));
      }
    }
  }

  template <int T>
  void load(Index i, Index k) {
    load_tile<T>(tile(i, k), amx_edge * 4);
  }
};

template <int T>
void load_columns(const Product<float, Pair>& p, Index k, Index j) {
  const Pair* from = p.b + j / panel_width * p.b_panel + k * p.b_depth + j % panel_width;
  load_factors<T>(from, p.b_depth, {p.depth - k, p.cols - j});
}

/// Tile T becomes start + bias at (i, j).
template <int T>
void begin_sums(const Product<float, Pair>& p, Index i, Index j) {
  const TileSize size{p.rows - i, p.cols - j};
  if (size.whole() && !p.start && !p.bias) return zero_tile<T>();
  if (size.whole() && !p.bias) return load_tile<T>(p.start + i * p.start_row + j, p.start_row * 4);
  if (size.whole() && !p.start) return load_tile<T>(p.bias + j, 0);  // the same for every row
  alignas(64) float sums[amx_edge * amx_edge] = {};
  for (Index r = 0; r < amx_edge && r < size.rows; ++r) {
    const Mask mask = first(size.cols);
    store(sums + r * amx_edge, beginning(p, i + r, j, mask), mask);
  }
  load_tile<T>(sums, amx_edge * 4);
}

/// C at (i, j) becomes tile T.
template <int T>
void end_sums(const Product<float, Pair>& p, Index i, Index j) {
  const TileSize size{p.rows - i, p.cols - j};
  float* c = p.c + i * p.c_row + j;
  if (size.whole() && !p.times) return store_tile<T>(c, p.c_row * 4);
  alignas(64) float sums[amx_edge * amx_edge];
  store_tile<T>(sums, amx_edge * 4);
  for (Index r = 0; r < amx_edge && r < size.rows; ++r) {
    const Mask mask = first(size.cols);
    store(c + r * p.c_row, ended(p, i + r, j, mask, load(sums + r * amx_edge)), mask);
  }
}

/// R x V tiles of C at (i, j): tiles 0 to 3; A passes through 4 and 5, B through 6 and 7.
template <int R, int V, typename Tiles>
void multiply_tiles(const Product<float, Pair>& p, Tiles& a, Index i, Index j) {
  constexpr Index edge = amx_edge;
  begin_sums<0>(p, i, j);
  if constexpr (V == 2) begin_sums<1>(p, i, j + edge);
  if constexpr (R == 2) begin_sums<2>(p, i + edge, j);
  if constexpr (R == 2 && V == 2) begin_sums<3>(p, i + edge, j + edge);
  for (Index k = 0; k < p.depth; k += edge) {
    a.template load<4>(i, k);
    load_columns<6>(p, k, j);
    multiply_add<0, 4, 6>();
    if constexpr (V == 2) load_columns<7>(p, k, j + edge);
    if constexpr (V == 2) multiply_add<1, 4, 7>();
    if constexpr (R == 2) a.template load<5>(i + edge, k);
    if constexpr (R == 2) multiply_add<2, 5, 6>();
    if constexpr (R == 2 && V == 2) multiply_add<3, 5, 7>();
  }
  end_sums<0>(p, i, j);
  if constexpr (V == 2) end_sums<1>(p, i, j + edge);
  if constexpr (R == 2) end_sums<2>(p, i + edge, j);
  if constexpr (R == 2 && V == 2) end_sums<3>(p, i + edge, j + edge);
}

template <typename Tiles>
void multiply_tiles(const Product<float, Pair>& p, Tiles& a, Index i, Index j) {
  const bool tall = p.rows - i > amx_edge, wide = p.cols - j > amx_edge;
  if (tall && wide) {
    multiply_tiles<2, 2>(p, a, i, j);
  } else if (tall) {
    multiply_tiles<2, 1>(p, a, i, j);
  } else if (wide) {
    multiply_tiles<1, 2>(p, a, i, j);
  } else {
    multiply_tiles<1, 1>(p, a, i, j);
  }
}

/// Blocks of rows keep a slice of A in the second cache while all of B passes over it.
template <typename Tiles>
void product_of_slice(const Product<float, Pair>& p) {
  Tiles a(p);
  for (Index block = 0; block < p.rows; block += amx_block_rows) {
    const Index end = block + amx_block_rows < p.rows ? block + amx_block_rows : p.rows;
    a.begin_rows(block, end);
    for (Index j = 0; j < p.cols; j += panel_width) {
      for (Index i = block; i < end; i += 2 * amx_edge) multiply_tiles(p, a, i, j);
    }
  }
}

/// Slice after slice of the depth, each going on from the sums of the one before.
void amx_product(const Product<float, Pair>& p) {
  configure_tiles();
  for (Index k = 0; k == 0 || k < p.depth; k += amx_slice) {
    Product<float, Pair> slice = p;
    slice.a += k * p.a_depth;
    slice.b += k * p.b_depth;
    slice.depth = p.depth - k < amx_slice ? p.depth - k : amx_slice;
    if (k + amx_slice < p.depth) slice.times = nullptr;
    if (k > 0) {
      slice.start = p.c;
      slice.start_row = p.c_row;
      slice.bias = nullptr;
    }
    if (p.a_depth == 1) {
      product_of_slice<TilesInRows>(slice);
    } else {
      product_of_slice<TilesInColumns>(slice);
    }
  }
  release_tiles();
}

}  // namespace

const Arithmetic<float> amx_arithmetic = vector_arithmetic("amx", amx_product);

}  // namespace model::arithmetic
