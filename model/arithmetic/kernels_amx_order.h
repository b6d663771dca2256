#pragma once
// The product of pairs in the order of AMX, in terms of the Lanes and Factors of the file that
// includes this: for CPUs without AMX. Internal linkage: each instruction set has its own copy.
#include "model/arithmetic/kernels_layers.h"

namespace model::arithmetic {
namespace {

/// start + bias, where given, for one group of columns.
template <typename Tail>
inline Lanes beginning(const Product<float, Pair>& p, Index row, Index column, Tail tail) {
  Lanes sum = p.start ? load(p.start + row * p.start_row + column, tail) : splat(0.f);
  if (p.bias) sum = add(sum, load(p.bias + column, tail));
  return sum;
}

/// The sum times what it is to be multiplied by, if there is anything.
template <typename Tail>
inline Lanes ended(const Product<float, Pair>& p, Index row, Index column, Tail tail, Lanes sum) {
  return p.times ? mul(sum, load(p.times + row * p.times_row + column, tail)) : sum;
}

/// R rows of one group of columns at (i, j).
template <int R, typename Tail>
inline void amx_rows(const Product<float, Pair>& p, Index i, Index j, Tail tail) {
  const Pair* b = p.b + j / panel_width * p.b_panel + j % panel_width;
  Lanes sums[R];
  for (int r = 0; r < R; ++r) sums[r] = beginning(p, i + r, j, tail);
  for (Index k = 0; k < p.depth;) {
    const Index end = k + amx_pairs < p.depth ? k + amx_pairs : p.depth;
    Lanes early[R], late[R];
    for (int r = 0; r < R; ++r) early[r] = late[r] = splat(0.f);
    for (; k < end; ++k) {
      const Factors column = load(b + k * p.b_depth, tail);
      for (int r = 0; r < R; ++r) {
        const Factors x = splat(p.a[(i + r) * p.a_row + k * p.a_depth]);
        early[r] = fma(earlier(x), earlier(column), early[r]);
        late[r] = fma(later(x), later(column), late[r]);
      }
    }
    for (int r = 0; r < R; ++r) sums[r] = add(sums[r], add(early[r], late[r]));
  }
  for (int r = 0; r < R; ++r) {
    store(p.c + (i + r) * p.c_row + j, ended(p, i + r, j, tail, sums[r]), tail);
  }
}

void amx_ordered_product(const Product<float, Pair>& p) {
  constexpr int rows = 4;
  each_group(p.cols, [&](Index j, auto tail) {
    Index i = 0;
    for (; i + rows <= p.rows; i += rows) amx_rows<rows>(p, i, j, tail);
    for (; i < p.rows; ++i) amx_rows<1>(p, i, j, tail);
  });
}

}  // namespace
}  // namespace model::arithmetic
