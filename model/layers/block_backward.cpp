#include <algorithm>
#include <utility>

#include "model/layers/attention.h"
#include "model/layers/block.h"
#include "model/layers/block_plan.h"

namespace model::layers {
namespace {

/// dx = dy W' with its ending; gradient of W and bias +=.
template <typename Real>
void apply_backward(const BlockCall<Real>& call, const LinearSlots& slots,
                    arithmetic::View<const Real> x, arithmetic::View<const Real> dy,
                    const Ending<Real>& ending, PairScratch& scratch, arithmetic::Matrix<Real>& dx,
                    Flat<Real>& gradient) {
  weight_gradient(call.arithmetic, call.config.products, x, dy, scratch,
                  gradient.data() + slots.weight.offset, gradient.data() + slots.bias.offset);
  dx.resize(x.rows, x.cols);
  linear<Real>(call.arithmetic, dy, call.packed.transposed(slots.panels), ending, scratch,
               dx.view());
}

template <typename Real>
void norm_backward(const BlockCall<Real>& call, const NormSlots& slots,
                   arithmetic::View<const Real> x, const std::vector<Real>& mean,
                   const std::vector<Real>& rstd, arithmetic::View<const Real> dy,
                   arithmetic::View<Real> dx, Flat<Real>& gradient) {
  call.arithmetic.layer_norm_backward(x, call.at(slots.gain), mean.data(), rstd.data(), dy, dx,
                                      gradient.data() + slots.gain.offset,
                                      gradient.data() + slots.bias.offset);
}

/// Logits are scale s with scale = factor / sqrt(D), and dq = sum_j scale ds_j k_j, so sum_j ds_j
/// s_j = <q, dq> / scale and dtau = sum over queries of <q, dq> / factor times d factor / dtau.
template <typename Real>
void tau_backward(const BlockCall<Real>& call, arithmetic::View<const Real> query,
                  arithmetic::View<const Real> dquery, Flat<Real>& gradient) {
  const LogitScale kind = call.config.logit_scale;
  if (!has_tau(kind)) return;
  const double tau = tau_of(call);
  double total = 0;
  for (arithmetic::Index i = 0; i < query.rows; ++i) {
    const arithmetic::Index n = call.queries.prefix[static_cast<std::size_t>(i)];
    const double factor = logit_factor(kind, n, tau);
    double dot = 0;
    for (arithmetic::Index j = 0; j < query.cols; ++j)
      dot += double(query.row(i)[j]) * double(dquery.row(i)[j]);
    if (factor != 0) total += dot * logit_factor_by_tau(kind, n) / factor;
  }
  gradient[static_cast<std::size_t>(call.slots.tau.offset)] += Real(total);
}

/// scratch.dmixed -> gradients of query, key_value and norm1, added to scratch.dstream (N x C).
template <typename Real>
void attend_backward(const BlockCall<Real>& call, const BlockTrace<Real>& trace,
                     BlockScratch<Real>& s, Flat<Real>& gradient) {
  s.dquery.resize(trace.query.rows(), trace.query.cols());
  s.dkey_value.resize(trace.key_value.rows(), trace.key_value.cols());
  attention_backward<Real>(plan_of(call, trace), trace.query, trace.key_value, trace.weights,
                           trace.mixed, s.dmixed, s.attention, s.dquery, s.dkey_value);
  tau_backward<Real>(call, trace.query, s.dquery, gradient);
  turn<Real>(call, Turn::back, trace.query_ids, s.dquery, keys_of(s.dkey_value));
  apply_backward<Real>(call, call.slots.key_value, trace.normed1, s.dkey_value, {}, s.pairs,
                       s.dnormed, gradient);
  if (call.queries.all) {
    apply_backward<Real>(call, call.slots.query, trace.normed1, s.dquery, {.start = s.dnormed},
                         s.pairs, s.dnormed, gradient);
  } else {
    apply_backward<Real>(call, call.slots.query, trace.asking, s.dquery, {}, s.pairs, s.dmixed,
                         gradient);
    add_to_rows<Real>(s.dmixed, call.queries.rows, s.dnormed);
  }
}

/// The gradient at the queries' rows becomes the gradient at all rows.
template <typename Real>
void spread_stream(const BlockCall<Real>& call, BlockScratch<Real>& s) {
  if (call.queries.all) return;
  s.dnext.resize(call.batch.rows(), call.config.width);
  for (arithmetic::Index n = 0; n < s.dnext.rows(); ++n)
    std::fill_n(s.dnext.row(n), s.dnext.cols(), Real(0));
  add_to_rows<Real>(s.dstream, call.queries.rows, s.dnext);
  std::swap(s.dstream, s.dnext);
}

}  // namespace

template <typename Real>
void block_backward(const BlockCall<Real>& call, const BlockTrace<Real>& trace,
                    BlockScratch<Real>& s, Flat<Real>& gradient) {
  apply_backward<Real>(call, call.slots.contract, trace.active, s.dstream, {.times = trace.hidden},
                       s.pairs, s.dhidden, gradient);
  apply_backward<Real>(call, call.slots.expand, trace.normed2, s.dhidden, {}, s.pairs, s.dnormed,
                       gradient);
  norm_backward<Real>(call, call.slots.norm2, trace.middle, trace.mean2, trace.rstd2, s.dnormed,
                      s.dstream, gradient);
  apply_backward<Real>(call, call.slots.mix, trace.mixed, s.dstream, {}, s.pairs, s.dmixed,
                       gradient);
  attend_backward(call, trace, s, gradient);
  spread_stream(call, s);
  norm_backward<Real>(call, call.slots.norm1, trace.input, trace.mean1, trace.rstd1, s.dnormed,
                      s.dstream, gradient);
}

template void block_backward(const BlockCall<float>&, const BlockTrace<float>&,
                             BlockScratch<float>&, Flat<float>&);
template void block_backward(const BlockCall<double>&, const BlockTrace<double>&,
                             BlockScratch<double>&, Flat<double>&);

}  // namespace model::layers
