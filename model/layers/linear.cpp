#include "model/layers/linear.h"

#include <algorithm>

#include "base/error.h"

namespace model {
namespace {

/// y = x W with its ending, for numbers or pairs.
template <typename Real, typename Operand>
Product<Real, Operand> forward(View<const Operand> x, const Operand* panels, Index cols,
                               const Ending<Real>& ending, View<Real> y) {
  return {.rows = x.rows,
          .cols = cols,
          .depth = x.cols,
          .a = x.data,
          .a_row = x.pitch,
          .a_depth = 1,
          .b = panels,
          .b_depth = panel_width,
          .b_panel = x.cols * panel_width,
          .c = y.data,
          .c_row = y.pitch,
          .start = ending.start.data,
          .start_row = ending.start.pitch,
          .bias = ending.bias,
          .times = ending.times.data,
          .times_row = ending.times.pitch};
}

/// dweight += x' dy, for numbers or pairs.
template <typename Real, typename Operand>
Product<Real, Operand> gradient(View<const Operand> x, View<const Operand> dy, Real* dweight) {
  return {.rows = x.cols,
          .cols = dy.cols,
          .depth = x.rows,
          .a = x.data,
          .a_row = 1,
          .a_depth = x.pitch,
          .b = dy.data,
          .b_depth = dy.pitch,
          .c = dweight,
          .c_row = dy.cols,
          .start = dweight,
          .start_row = dy.cols};
}

/// The product of pairs, summed in the order of this precision.
template <typename Real>
void pair_product(const Arithmetic<Real>& arithmetic, ProductPrecision precision,
                  const Product<Real, Pair>& product) {
  switch (precision) {
    case ProductPrecision::float32:
      base::promise(false, "a product in float32 takes no pairs");
      break;
    case ProductPrecision::bfloat16:
      arithmetic.pair_product(product);
      break;
    case ProductPrecision::bfloat16_amx:
      arithmetic.amx_product(product);
      break;
  }
}

}  // namespace

template <typename Real>
void linear(const Arithmetic<Real>& arithmetic, View<const Real> x, Panels<Real> panels,
            const Ending<Real>& ending, PairScratch& scratch, View<Real> y) {
  if (!takes_pairs(panels.precision)) {
    arithmetic.product(forward<Real, Real>(x, panels.data, panels.cols, ending, y));
    return;
  }
  scratch.x.resize(x.rows, panels.depth);
  arithmetic.pair_in_rows(x, scratch.x);
  pair_product(arithmetic, panels.precision,
               forward<Real, Pair>(scratch.x, panels.pairs, panels.cols, ending, y));
}

template <typename Real>
void weight_gradient(const Arithmetic<Real>& arithmetic, ProductPrecision precision,
                     View<const Real> x, View<const Real> dy, PairScratch& scratch, Real* dweight,
                     Real* dbias) {
  if (!takes_pairs(precision)) {
    arithmetic.product(gradient<Real, Real>(x, dy, dweight));
  } else {
    const Index depth = (x.rows + 1) / 2;
    scratch.x.resize(depth, x.cols);
    scratch.dy.resize(depth, dy.cols);
    arithmetic.pair_in_columns(x, scratch.x);
    arithmetic.pair_in_columns(dy, scratch.dy);
    pair_product(arithmetic, precision, gradient<Real, Pair>(scratch.x, scratch.dy, dweight));
  }
  if (dbias) arithmetic.add_column_sums(dy, dbias);
}

template <typename Real>
void gather_rows(View<const Real> from, std::span<const Index> rows, View<Real> to) {
  for (Index i = 0; i < std::ssize(rows); ++i) {
    std::copy_n(from.row(rows[static_cast<std::size_t>(i)]), from.cols, to.row(i));
  }
}

template <typename Real>
void add_to_rows(View<const Real> from, std::span<const Index> rows, View<Real> to) {
  for (Index i = 0; i < std::ssize(rows); ++i) {
    Real* out = to.row(rows[static_cast<std::size_t>(i)]);
    for (Index j = 0; j < from.cols; ++j) out[j] += from.row(i)[j];
  }
}

template void linear(const Arithmetic<float>&, View<const float>, Panels<float>,
                     const Ending<float>&, PairScratch&, View<float>);
template void linear(const Arithmetic<double>&, View<const double>, Panels<double>,
                     const Ending<double>&, PairScratch&, View<double>);
template void weight_gradient(const Arithmetic<float>&, ProductPrecision, View<const float>,
                              View<const float>, PairScratch&, float*, float*);
template void weight_gradient(const Arithmetic<double>&, ProductPrecision, View<const double>,
                              View<const double>, PairScratch&, double*, double*);
template void gather_rows(View<const float>, std::span<const Index>, View<float>);
template void gather_rows(View<const double>, std::span<const Index>, View<double>);
template void add_to_rows(View<const float>, std::span<const Index>, View<float>);
template void add_to_rows(View<const double>, std::span<const Index>, View<double>);

}  // namespace model
