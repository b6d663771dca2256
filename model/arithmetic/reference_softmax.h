#pragma once
// Softmax and what is made of it by Eigen, for reference.cpp.
#include <cmath>
#include <numbers>
#include <vector>

#include "model/arithmetic/matrix.h"

namespace model::arithmetic {
namespace {

template <typename Real>
auto row_of(Real* p, Index size) {
  using Row = EigenRow<std::remove_const_t<Real>>;
  return Eigen::Map<std::conditional_t<std::is_const_v<Real>, const Row, Row>>(p, size);
}

template <typename Real>
void causal_softmax(View<Real> scores, const Index* prefix, const Real* scale) {
  for (Index n = 0; n < scores.rows; ++n) {
    auto seen = row_of(scores.row(n), prefix[n]);
    seen *= scale[n];
    seen.array() = (seen.array() - seen.maxCoeff()).exp();
    seen /= seen.sum();
    row_of(scores.row(n), scores.cols).tail(scores.cols - prefix[n]).setZero();
  }
}

template <typename Real>
void softmax_goes_on(View<Real> scores, const Index* count, const Real* scale, Real* top,
                     Real* total, Real* factor) {
  for (Index n = 0; n < scores.rows; ++n) {
    auto seen = row_of(scores.row(n), count[n]);
    seen *= scale[n] * std::numbers::log2e_v<Real>;
    const Real now = count[n] > 0 ? std::max(top[n], seen.maxCoeff()) : top[n];
    seen.array() = (std::numbers::ln2_v<Real> * (seen.array() - now)).exp();
    factor[n] = std::exp2(top[n] - now);
    total[n] = total[n] * factor[n] + seen.sum();
    top[n] = now;
    row_of(scores.row(n), scores.cols).tail(scores.cols - count[n]).setZero();
  }
}

template <typename Real>
void softmax_again(View<Real> scores, const Index* count, const Real* scale, const Real* top,
                   const Real* total) {
  for (Index n = 0; n < scores.rows; ++n) {
    auto seen = row_of(scores.row(n), count[n]);
    seen.array() = (scale[n] * seen.array() - std::numbers::ln2_v<Real> * top[n]).exp() / total[n];
    row_of(scores.row(n), scores.cols).tail(scores.cols - count[n]).setZero();
  }
}

template <typename Real>
void softmax_backward(View<const Real> p, const Index* count, const Real* scale, const Real* mean,
                      View<Real> dp) {
  for (Index n = 0; n < dp.rows; ++n) {
    auto d = row_of(dp.row(n), count[n]);
    d.array() = scale[n] * row_of(p.row(n), count[n]).array() * (d.array() - mean[n]);
    row_of(dp.row(n), dp.cols).tail(dp.cols - count[n]).setZero();
  }
}

template <typename Real>
void causal_softmax_backward(View<const Real> p, const Index* prefix, const Real* scale,
                             View<Real> dp) {
  std::vector<Real> mean;
  for (Index n = 0; n < dp.rows; ++n) {
    mean.push_back(row_of(p.row(n), prefix[n]).dot(row_of(dp.row(n), prefix[n])));
  }
  softmax_backward(p, prefix, scale, mean.data(), dp);
}

template <typename Real>
void cross_entropy(View<Real> logits, const int* target, const Real* weight, int* best,
                   Real* nats) {
  for (Index n = 0; n < logits.rows; ++n) {
    auto row = row_of(logits.row(n), logits.cols);
    Index at = 0;
    const Real top = row.maxCoeff(&at), wanted = row(target[n]);
    best[n] = static_cast<int>(at);
    row.array() = (row.array() - top).exp();
    const Real total = row.sum();
    nats[n] = std::log(total) + top - wanted;
    row *= weight[n] / total;
    row(target[n]) -= weight[n];
  }
}

}  // namespace
}  // namespace model::arithmetic
