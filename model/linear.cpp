#include "model/linear.h"

#include <algorithm>

namespace model {

template <typename Real>
void linear(const Arithmetic<Real>& arithmetic, View<const Real> x, Panels<Real> panels,
            const Real* bias, View<const Real> start, View<Real> y) {
  arithmetic.product({.rows = x.rows,
                      .cols = panels.cols,
                      .depth = panels.depth,
                      .a = x.data,
                      .a_row = x.pitch,
                      .a_depth = 1,
                      .b = panels.data,
                      .b_depth = panel_width,
                      .b_panel = panels.depth * panel_width,
                      .c = y.data,
                      .c_row = y.pitch,
                      .start = start.data,
                      .start_row = start.pitch,
                      .bias = bias});
}

template <typename Real>
void weight_gradient(const Arithmetic<Real>& arithmetic, View<const Real> x, View<const Real> dy,
                     Real* dweight, Real* dbias) {
  arithmetic.product({.rows = x.cols,
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
                      .start_row = dy.cols});
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

template void linear(const Arithmetic<float>&, View<const float>, Panels<float>, const float*,
                     View<const float>, View<float>);
template void linear(const Arithmetic<double>&, View<const double>, Panels<double>, const double*,
                     View<const double>, View<double>);
template void weight_gradient(const Arithmetic<float>&, View<const float>, View<const float>,
                              float*, float*);
template void weight_gradient(const Arithmetic<double>&, View<const double>, View<const double>,
                              double*, double*);
template void gather_rows(View<const float>, std::span<const Index>, View<float>);
template void gather_rows(View<const double>, std::span<const Index>, View<double>);
template void add_to_rows(View<const float>, std::span<const Index>, View<float>);
template void add_to_rows(View<const double>, std::span<const Index>, View<double>);

}  // namespace model
