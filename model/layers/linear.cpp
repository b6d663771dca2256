#include "model/layers/linear.h"

#include <algorithm>

#include "base/error.h"

namespace model::layers {
namespace {

/// y = x W with its ending, for numbers or pairs.
template <typename Real, typename Operand>
arithmetic::Product<Real, Operand> forward(arithmetic::View<const Operand> x, const Operand* panels,
                                           arithmetic::Index cols, const Ending<Real>& ending,
                                           arithmetic::View<Real> y) {
  return {.rows = x.rows,
          .cols = cols,
          .depth = x.cols,
          .a = x.data,
          .a_row = x.pitch,
          .a_depth = 1,
          .b = panels,
          .b_depth = arithmetic::panel_width,
          .b_panel = x.cols * arithmetic::panel_width,
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
arithmetic::Product<Real, Operand> gradient(arithmetic::View<const Operand> x,
                                            arithmetic::View<const Operand> dy, Real* dweight) {
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
void pair_product(const arithmetic::Arithmetic<Real>& arithmetic, ProductPrecision precision,
                  const arithmetic::Product<Real, arithmetic::Pair>& product) {
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
void linear(const arithmetic::Arithmetic<Real>& arithmetic, arithmetic::View<const Real> x,
            Panels<Real> panels, const Ending<Real>& ending, PairScratch& scratch,
            arithmetic::View<Real> y) {
  if (!takes_pairs(panels.precision)) {
    arithmetic.product(forward<Real, Real>(x, panels.data, panels.cols, ending, y));
    return;
  }
  scratch.x.resize(x.rows, panels.depth);
  arithmetic.pair_in_rows(x, scratch.x);
  pair_product(arithmetic, panels.precision,
               forward<Real, arithmetic::Pair>(scratch.x, panels.pairs, panels.cols, ending, y));
}

template <typename Real>
void weight_gradient(const arithmetic::Arithmetic<Real>& arithmetic, ProductPrecision precision,
                     arithmetic::View<const Real> x, arithmetic::View<const Real> dy,
                     PairScratch& scratch, Real* dweight, Real* dbias) {
  if (!takes_pairs(precision)) {
    arithmetic.product(gradient<Real, Real>(x, dy, dweight));
  } else {
    const arithmetic::Index depth = (x.rows + 1) / 2;
    scratch.x.resize(depth, x.cols);
    scratch.dy.resize(depth, dy.cols);
    arithmetic.pair_in_columns(x, scratch.x);
    arithmetic.pair_in_columns(dy, scratch.dy);
    pair_product(arithmetic, precision,
                 gradient<Real, arithmetic::Pair>(scratch.x, scratch.dy, dweight));
  }
  if (dbias) arithmetic.add_column_sums(dy, dbias);
}

template <typename Real>
void gather_rows(arithmetic::View<const Real> from, std::span<const arithmetic::Index> rows,
                 arithmetic::View<Real> to) {
  for (arithmetic::Index i = 0; i < std::ssize(rows); ++i) {
    std::copy_n(from.row(rows[static_cast<std::size_t>(i)]), from.cols, to.row(i));
  }
}

template <typename Real>
void add_to_rows(arithmetic::View<const Real> from, std::span<const arithmetic::Index> rows,
                 arithmetic::View<Real> to) {
  for (arithmetic::Index i = 0; i < std::ssize(rows); ++i) {
    Real* out = to.row(rows[static_cast<std::size_t>(i)]);
    for (arithmetic::Index j = 0; j < from.cols; ++j) out[j] += from.row(i)[j];
  }
}

template void linear(const arithmetic::Arithmetic<float>&, arithmetic::View<const float>,
                     Panels<float>, const Ending<float>&, PairScratch&, arithmetic::View<float>);
template void linear(const arithmetic::Arithmetic<double>&, arithmetic::View<const double>,
                     Panels<double>, const Ending<double>&, PairScratch&, arithmetic::View<double>);
template void weight_gradient(const arithmetic::Arithmetic<float>&, ProductPrecision,
                              arithmetic::View<const float>, arithmetic::View<const float>,
                              PairScratch&, float*, float*);
template void weight_gradient(const arithmetic::Arithmetic<double>&, ProductPrecision,
                              arithmetic::View<const double>, arithmetic::View<const double>,
                              PairScratch&, double*, double*);
template void gather_rows(arithmetic::View<const float>, std::span<const arithmetic::Index>,
                          arithmetic::View<float>);
template void gather_rows(arithmetic::View<const double>, std::span<const arithmetic::Index>,
                          arithmetic::View<double>);
template void add_to_rows(arithmetic::View<const float>, std::span<const arithmetic::Index>,
                          arithmetic::View<float>);
template void add_to_rows(arithmetic::View<const double>, std::span<const arithmetic::Index>,
                          arithmetic::View<double>);

}  // namespace model::layers
