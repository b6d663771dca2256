#include "model/arithmetic/reference.h"

#include <bit>
#include <cmath>
#include <numbers>
#include <vector>

#include "model/arithmetic/matrix.h"
#include "model/arithmetic/reference_softmax.h"

namespace model::arithmetic {
namespace {

template <typename Real>
void product(const Product<Real>& p) {
  using Strided =
      Eigen::Map<const EigenMatrix<Real>, 0, Eigen::Stride<Eigen::Dynamic, Eigen::Dynamic>>;
  const Strided a(p.a, p.rows, p.depth, {p.a_row, p.a_depth});
  for (Index j = 0; j < p.cols; j += panel_width) {
    const Index cols = std::min(panel_width, p.cols - j);
    const auto b =
        map(View<const Real>{p.b + j / panel_width * p.b_panel, p.depth, cols, p.b_depth});
    auto c = map(View<Real>{p.c + j, p.rows, cols, p.c_row});
    EigenMatrix<Real> sum = a * b;
    if (p.begin) sum += map(View<const Real>{p.begin + j, p.rows, cols, p.begin_row});
    if (p.start) sum += map(View<const Real>{p.start + j, p.rows, cols, p.start_row});
    if (p.bias) sum.rowwise() += Eigen::Map<const EigenRow<Real>>(p.bias + j, cols);
    if (p.times)
      sum.array() *= map(View<const Real>{p.times + j, p.rows, cols, p.times_row}).array();
    c = sum;
  }
}

/// x rounded to bfloat16: to nearest, ties to even; denormals become zero and NaN stays NaN.
std::uint32_t rounded(float x) {
  const auto bits = std::bit_cast<std::uint32_t>(x);
  if (std::isnan(x)) return (bits >> 16) | 0x40;
  if ((bits & 0x7f800000) == 0) return bits >> 31 << 15;
  return (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
}

template <typename Real>
Pair pair_of(Real earlier, Real later) {
  return Pair(rounded(float(earlier)) << 16 | rounded(float(later)));
}

template <typename Real>
void pair_in_rows(View<const Real> x, View<Pair> pairs) {
  for (Index n = 0; n < x.rows; ++n) {
    for (Index k = 0; k < pairs.cols; ++k) {
      const Real later = 2 * k + 1 < x.cols ? x.row(n)[2 * k + 1] : Real(0);
      pairs.row(n)[k] = pair_of(x.row(n)[2 * k], later);
    }
  }
}

template <typename Real>
void pair_in_columns(View<const Real> x, View<Pair> pairs) {
  for (Index n = 0; n < pairs.rows; ++n) {
    for (Index k = 0; k < x.cols; ++k) {
      const Real later = 2 * n + 1 < x.rows ? x.row(2 * n + 1)[k] : Real(0);
      pairs.row(n)[k] = pair_of(x.row(2 * n)[k], later);
    }
  }
}

template <typename Real>
void pack_transposed(View<const Real> x, Real* panels) {
  for (Index n = 0; n < x.rows; n += panel_width, panels += x.cols * panel_width) {
    const Index rows = std::min(panel_width, x.rows - n);
    auto panel = map(View<Real>{panels, x.cols, panel_width, panel_width});
    panel.leftCols(rows) = map(x).middleRows(n, rows).transpose();
    panel.rightCols(panel_width - rows).setZero();
  }
}

template <typename Real>
void unpack(Pair pair, Real& earlier, Real& later) {
  const auto bits = static_cast<std::uint32_t>(pair);
  earlier = Real(std::bit_cast<float>(bits & 0xffff0000));
  later = Real(std::bit_cast<float>(bits << 16));
}

template <typename Real>
void pair_product(const Product<Real, Pair>& p) {
  const Index panels = (p.cols + panel_width - 1) / panel_width;
  EigenMatrix<Real> a(p.rows, 2 * p.depth), b(panels * 2 * p.depth, panel_width);
  b.setZero();
  for (Index k = 0; k < p.depth; ++k) {
    for (Index i = 0; i < p.rows; ++i) {
      unpack(p.a[i * p.a_row + k * p.a_depth], a(i, 2 * k), a(i, 2 * k + 1));
    }
    for (Index j = 0; j < p.cols; ++j) {
      const Index panel = j / panel_width, col = j % panel_width;
      const Index row = 2 * (panel * p.depth + k);
      unpack(p.b[panel * p.b_panel + k * p.b_depth + col], b(row, col), b(row + 1, col));
    }
  }
  product(Product<Real>{.rows = p.rows,
                        .cols = p.cols,
                        .depth = 2 * p.depth,
                        .a = a.data(),
                        .a_row = a.cols(),
                        .a_depth = 1,
                        .b = b.data(),
                        .b_depth = panel_width,
                        .b_panel = 2 * p.depth * panel_width,
                        .c = p.c,
                        .c_row = p.c_row,
                        .start = p.start,
                        .start_row = p.start_row,
                        .bias = p.bias,
                        .times = p.times,
                        .times_row = p.times_row});
}

template <typename Real>
void add_column_sums(View<const Real> x, Real* sums) {
  row_of(sums, x.cols) += map(x).colwise().sum();
}

template <typename Real>
void add_rows(Index count, View<const Real> from, const int* from_rows, View<Real> to,
              const int* to_rows) {
  for (Index n = 0; n < count; ++n) {
    map(to).row(to_rows ? to_rows[n] : n) += map(from).row(from_rows ? from_rows[n] : n);
  }
}

template <typename Real>
void layer_norm(View<const Real> x, const Real* gain, const Real* bias, Real* mean, Real* rstd,
                View<Real> y) {
  const Real width = static_cast<Real>(x.cols);
  for (Index n = 0; n < x.rows; ++n) {
    const auto in = row_of(x.row(n), x.cols).array();
    mean[n] = in.sum() / width;
    rstd[n] = 1 / std::sqrt((in - mean[n]).square().sum() / width + Real(1e-5));
    row_of(y.row(n), x.cols) =
        (in - mean[n]) * rstd[n] * row_of(gain, x.cols).array() + row_of(bias, x.cols).array();
  }
}

// With g = gain * dy and h = (x - mean) rstd:  dx += rstd (g - mean(g) - h mean(g h))
template <typename Real>
void layer_norm_backward(View<const Real> x, const Real* gain, const Real* mean, const Real* rstd,
                         View<const Real> dy, View<Real> dx, Real* dgain, Real* dbias) {
  for (Index n = 0; n < x.rows; ++n) {
    const auto d = row_of(dy.row(n), x.cols).array();
    const EigenRow<Real> h = (row_of(x.row(n), x.cols).array() - mean[n]) * rstd[n];
    const EigenRow<Real> g = d * row_of(gain, x.cols).array();
    row_of(dgain, x.cols).array() += d * h.array();
    row_of(dbias, x.cols).array() += d;
    row_of(dx.row(n), x.cols).array() +=
        rstd[n] * (g.array() - g.mean() - h.array() * (g.array() * h.array()).mean());
  }
}

// With s = 1 / (1 + e^(-2u)):  GELU(x) = x s,  GELU'(x) = s (1 + x (1 - s) d(2u)/dx)
template <typename Real>
void gelu(View<Real> x, View<Real> y) {
  const Real twice_root = Real(2 * std::sqrt(2 / std::numbers::pi)), cubic = Real(0.044715);
  const auto gate = [&](Real v) {
    return 1 / (1 + std::exp(-twice_root * (v + cubic * v * v * v)));
  };
  map(y) = map(x).unaryExpr([&](Real v) { return v * gate(v); });
  map(x) = map(x).unaryExpr([&](Real v) {
    const Real s = gate(v), slope = twice_root * (1 + 3 * cubic * v * v);
    return s * (1 + v * (1 - s) * slope);
  });
}

template <typename Real>
double add_gradients(const Real* const* gradients, Index count, Index offset, Index size,
                     Real* out) {
  auto sum = row_of(out + offset, size);
  sum = row_of(gradients[0] + offset, size);
  for (Index l = 1; l < count; ++l) sum += row_of(gradients[l] + offset, size);
  return sum.template cast<double>().squaredNorm();
}

template <typename Real>
void adamw(const AdamSlice<Real>& s) {
  const auto gradient = row_of(s.gradient, s.size).array() * s.gradient_scale;
  auto first = row_of(s.first, s.size).array(), second = row_of(s.second, s.size).array();
  auto weights = row_of(s.weights, s.size).array();
  first = s.beta1 * first + (1 - s.beta1) * gradient;
  second = s.beta2 * second + (1 - s.beta2) * gradient.square();
  weights = weights * s.keep - s.rate * first / ((second * s.second_correction).sqrt() + s.epsilon);
}

template <typename Real>
double multiply_adds(Index rounds, Real* sink) {
  Eigen::Array<Real, 64, 1> sums = Eigen::Array<Real, 64, 1>::Constant(*sink);
  for (Index i = 0; i < rounds; ++i) sums = sums * Real(0.999) + Real(0.001);
  *sink = sums.sum();
  return 2.0 * double(rounds) * 64;
}

}  // namespace

template <typename Real>
const Arithmetic<Real>& reference_arithmetic() {
  static const Arithmetic<Real> table{"eigen",
                                      product<Real>,
                                      pair_product<Real>,
                                      pair_product<Real>,
                                      pair_in_rows<Real>,
                                      pair_in_columns<Real>,
                                      pack_transposed<Real>,
                                      add_column_sums<Real>,
                                      add_rows<Real>,
                                      layer_norm<Real>,
                                      layer_norm_backward<Real>,
                                      gelu<Real>,
                                      causal_softmax<Real>,
                                      causal_softmax_backward<Real>,
                                      softmax_goes_on<Real>,
                                      softmax_again<Real>,
                                      softmax_backward<Real>,
                                      cross_entropy<Real>,
                                      add_gradients<Real>,
                                      adamw<Real>,
                                      multiply_adds<Real>};
  return table;
}

template const Arithmetic<float>& reference_arithmetic();
template const Arithmetic<double>& reference_arithmetic();

}  // namespace model::arithmetic
