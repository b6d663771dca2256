#include "model/layers/block.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/error.h"
#include "model/layers/positions.h"

namespace model::layers {
namespace {

template <typename Real>
double tau_of(const BlockCall<Real>& call) {
  return has_tau(call.config.logit_scale) ? double(*call.at(call.slots.tau)) : 0;
}

template <typename Real>
void fill_scale(const BlockCall<Real>& call, std::vector<Real>& scale) {
  const arithmetic::Index head_width = call.config.width / call.config.heads;
  const double root = std::sqrt(double(head_width)), tau = tau_of(call);
  scale.clear();
  for (const arithmetic::Index n : call.queries.prefix) {
    scale.push_back(Real(logit_factor(call.config.logit_scale, n, tau) / root));
  }
}

template <typename Real>
void fill_query_ids(const BlockCall<Real>& call, std::vector<int>& ids) {
  ids.clear();
  for (const arithmetic::Index row : call.queries.rows) {
    ids.push_back(call.batch.positions[static_cast<std::size_t>(row)]);
  }
}

template <typename Real>
AttentionPlan<Real> plan_of(const BlockCall<Real>& call, const BlockTrace<Real>& trace) {
  return {&call.arithmetic, call.config.heads,    call.batch.starts, &call.queries,
          trace.scale,      call.batch.positions, call.penalties,    call.kept};
}

template <typename Real>
arithmetic::View<Real> keys_of(arithmetic::Matrix<Real>& key_value) {
  arithmetic::View<Real> keys = key_value.view();
  keys.cols /= 2;
  return keys;
}

template <typename Real>
void turn(const BlockCall<Real>& call, Turn direction, std::span<const int> query_ids,
          arithmetic::View<Real> queries, arithmetic::View<Real> keys) {
  if (!turns_queries(call.config.positions)) return;
  rotate(query_ids, call.config.heads, direction, queries);
  rotate(std::span<const int>(call.batch.positions), call.config.heads, direction, keys);
}

template <typename Real>
void norm(const BlockCall<Real>& call, const NormSlots& slots, arithmetic::View<const Real> x,
          std::vector<Real>& mean, std::vector<Real>& rstd, arithmetic::Matrix<Real>& y) {
  mean.resize(static_cast<std::size_t>(x.rows));
  rstd.resize(static_cast<std::size_t>(x.rows));
  y.resize(x.rows, x.cols);
  call.arithmetic.layer_norm(x, call.at(slots.gain), call.at(slots.bias), mean.data(), rstd.data(),
                             y);
}

template <typename Real>
void apply(const BlockCall<Real>& call, const LinearSlots& slots, arithmetic::View<const Real> x,
           arithmetic::View<const Real> start, PairScratch& scratch, arithmetic::Matrix<Real>& y) {
  const Panels<Real> panels = call.packed.plain(slots.panels);
  y.resize(x.rows, panels.cols);
  linear<Real>(call.arithmetic, x, panels, {.bias = call.at(slots.bias), .start = start}, scratch,
               y.view());
}

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

template <typename Real>
arithmetic::View<const Real> asking_rows(const BlockCall<Real>& call,
                                         const BlockTrace<Real>& trace) {
  return call.queries.all ? trace.normed1.view() : trace.asking.view();
}

/// Row i of key_value belongs to query i.
template <typename Real>
void append_to(KeyValueCache<Real>& cache, const QueryRows& queries,
               const arithmetic::Matrix<Real>& key_value) {
  for (std::size_t b = 0; b + 1 < queries.starts.size(); ++b) {
    for (arithmetic::Index i = queries.starts[b]; i < queries.starts[b + 1]; ++i) {
      cache.put(arithmetic::Index(b), queries.prefix[static_cast<std::size_t>(i)] - 1,
                key_value.row(i));
    }
  }
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
void block_attend(const BlockCall<Real>& call, BlockTrace<Real>& trace,
                  AttentionScratch<Real>& scratch) {
  norm<Real>(call, call.slots.norm1, trace.input, trace.mean1, trace.rstd1, trace.normed1);
  if (!call.queries.all) {
    trace.asking.resize(call.queries.count(), call.config.width);
    gather_rows<Real>(trace.normed1, call.queries.rows, trace.asking);
  }
  apply<Real>(call, call.slots.query, asking_rows(call, trace), {}, trace.pairs, trace.query);
  apply<Real>(call, call.slots.key_value, trace.normed1, {}, trace.pairs, trace.key_value);
  fill_query_ids(call, trace.query_ids);
  fill_scale(call, trace.scale);
  turn<Real>(call, Turn::forth, trace.query_ids, trace.query, keys_of(trace.key_value));
  trace.mixed.resize(call.queries.count(), call.config.width);
  attention_forward<Real>(plan_of(call, trace), trace.query, trace.key_value, scratch,
                          trace.weights, trace.mixed);
}

template <typename Real>
void block_mix(const BlockCall<Real>& call, BlockTrace<Real>& trace) {
  if (call.queries.all) {
    apply<Real>(call, call.slots.mix, trace.mixed, trace.input, trace.pairs, trace.middle);
  } else {
    trace.middle.resize(call.queries.count(), call.config.width);
    gather_rows<Real>(trace.input, call.queries.rows, trace.middle);
    apply<Real>(call, call.slots.mix, trace.mixed, trace.middle, trace.pairs, trace.middle);
  }
}

template <typename Real>
void block_activate(const BlockCall<Real>& call, BlockTrace<Real>& trace) {
  norm<Real>(call, call.slots.norm2, trace.middle, trace.mean2, trace.rstd2, trace.normed2);
  apply<Real>(call, call.slots.expand, trace.normed2, {}, trace.pairs, trace.hidden);
  trace.active.resize(trace.hidden.rows(), trace.hidden.cols());
  call.arithmetic.gelu(trace.hidden.view(), trace.active);
}

template <typename Real>
void block_contract(const BlockCall<Real>& call, BlockTrace<Real>& trace,
                    arithmetic::Matrix<Real>& output) {
  apply<Real>(call, call.slots.contract, trace.active, trace.middle, trace.pairs, output);
}

template <typename Real>
void block_forward(const BlockCall<Real>& call, BlockTrace<Real>& trace,
                   AttentionScratch<Real>& scratch, arithmetic::Matrix<Real>& output) {
  block_attend(call, trace, scratch);
  block_mix(call, trace);
  block_activate(call, trace);
  block_contract(call, trace, output);
}

template <typename Real>
void block_extend(const BlockCall<Real>& call, KeyValueCache<Real>& cache, BlockTrace<Real>& trace,
                  AttentionScratch<Real>& scratch, arithmetic::Matrix<Real>& output) {
  norm<Real>(call, call.slots.norm1, trace.input, trace.mean1, trace.rstd1, trace.normed1);
  apply<Real>(call, call.slots.query, trace.normed1, {}, trace.pairs, trace.query);
  apply<Real>(call, call.slots.key_value, trace.normed1, {}, trace.pairs, trace.key_value);
  fill_query_ids(call, trace.query_ids);
  fill_scale(call, trace.scale);
  if (turns_queries(call.config.positions)) {
    rotate<Real>(trace.query_ids, call.config.heads, Turn::forth, trace.query.view());
    rotate<Real>(trace.query_ids, call.config.heads, Turn::forth, keys_of(trace.key_value));
  }
  append_to(cache, call.queries, trace.key_value);
  trace.mixed.resize(call.queries.count(), call.config.width);
  attention_extend<Real>(plan_of(call, trace), trace.query, cache, scratch, trace.mixed);
  apply<Real>(call, call.slots.mix, trace.mixed, trace.input, trace.pairs, trace.middle);
  block_activate(call, trace);
  block_contract(call, trace, output);
}

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

template void block_forward(const BlockCall<float>&, BlockTrace<float>&, AttentionScratch<float>&,
                            arithmetic::Matrix<float>&);
template void block_forward(const BlockCall<double>&, BlockTrace<double>&,
                            AttentionScratch<double>&, arithmetic::Matrix<double>&);
template void block_attend(const BlockCall<float>&, BlockTrace<float>&, AttentionScratch<float>&);
template void block_attend(const BlockCall<double>&, BlockTrace<double>&,
                           AttentionScratch<double>&);
template void block_mix(const BlockCall<float>&, BlockTrace<float>&);
template void block_mix(const BlockCall<double>&, BlockTrace<double>&);
template void block_activate(const BlockCall<float>&, BlockTrace<float>&);
template void block_activate(const BlockCall<double>&, BlockTrace<double>&);
template void block_contract(const BlockCall<float>&, BlockTrace<float>&,
                             arithmetic::Matrix<float>&);
template void block_contract(const BlockCall<double>&, BlockTrace<double>&,
                             arithmetic::Matrix<double>&);
template void block_extend(const BlockCall<float>&, KeyValueCache<float>&, BlockTrace<float>&,
                           AttentionScratch<float>&, arithmetic::Matrix<float>&);
template void block_backward(const BlockCall<float>&, const BlockTrace<float>&,
                             BlockScratch<float>&, Flat<float>&);
template void block_backward(const BlockCall<double>&, const BlockTrace<double>&,
                             BlockScratch<double>&, Flat<double>&);

}  // namespace model::layers
