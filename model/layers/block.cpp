#include "model/layers/block.h"

#include <algorithm>
#include <cmath>

#include "model/layers/attention.h"
#include "model/layers/block_plan.h"

namespace model::layers {
namespace {

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

}  // namespace

template <typename Real>
void block_enter(const BlockCall<Real>& call, BlockTrace<Real>& trace) {
  norm<Real>(call, call.slots.norm1, trace.input, trace.mean1, trace.rstd1, trace.normed1);
}

template <typename Real>
void block_project(const BlockCall<Real>& call, BlockTrace<Real>& trace) {
  if (!call.queries.all) {
    trace.asking.resize(call.queries.count(), call.config.width);
    gather_rows<Real>(trace.normed1, call.queries.rows, trace.asking);
  }
  apply<Real>(call, call.slots.query, asking_rows(call, trace), {}, trace.pairs, trace.query);
  apply<Real>(call, call.slots.key_value, trace.normed1, {}, trace.pairs, trace.key_value);
  fill_query_ids(call, trace.query_ids);
  fill_scale(call, trace.scale);
  turn<Real>(call, Turn::forth, trace.query_ids, trace.query, keys_of(trace.key_value));
}

template <typename Real>
void block_attend(const BlockCall<Real>& call, BlockTrace<Real>& trace,
                  AttentionScratch<Real>& scratch) {
  trace.mixed.resize(call.queries.count(), call.config.width);
  attention_forward<Real>(plan_of(call, trace), trace.query, trace.key_value, scratch,
                          trace.weights, trace.mixed);
}

template <typename Real>
void block_attend_again(const BlockCall<Real>& call, BlockTrace<Real>& trace,
                        arithmetic::Index sequence, arithmetic::Index head) {
  attention_again<Real>(plan_of(call, trace), trace.weights, trace.key_value, sequence, head,
                        trace.mixed);
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
void block_enter_mlp(const BlockCall<Real>& call, BlockTrace<Real>& trace) {
  norm<Real>(call, call.slots.norm2, trace.middle, trace.mean2, trace.rstd2, trace.normed2);
}

template <typename Real>
void block_expand(const BlockCall<Real>& call, BlockTrace<Real>& trace) {
  apply<Real>(call, call.slots.expand, trace.normed2, {}, trace.pairs, trace.hidden);
}

template <typename Real>
void block_activate(const BlockCall<Real>& call, BlockTrace<Real>& trace) {
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
  block_enter(call, trace);
  block_project(call, trace);
  block_attend(call, trace, scratch);
  block_mix(call, trace);
  block_enter_mlp(call, trace);
  block_expand(call, trace);
  block_activate(call, trace);
  block_contract(call, trace, output);
}

template <typename Real>
void block_extend(const BlockCall<Real>& call, KeyValueCache<Real>& cache, BlockTrace<Real>& trace,
                  AttentionScratch<Real>& scratch, arithmetic::Matrix<Real>& output) {
  block_enter(call, trace);
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
  block_enter_mlp(call, trace);
  block_expand(call, trace);
  block_activate(call, trace);
  block_contract(call, trace, output);
}

template void block_forward(const BlockCall<float>&, BlockTrace<float>&, AttentionScratch<float>&,
                            arithmetic::Matrix<float>&);
template void block_forward(const BlockCall<double>&, BlockTrace<double>&,
                            AttentionScratch<double>&, arithmetic::Matrix<double>&);
template void block_enter(const BlockCall<float>&, BlockTrace<float>&);
template void block_project(const BlockCall<float>&, BlockTrace<float>&);
template void block_attend(const BlockCall<float>&, BlockTrace<float>&, AttentionScratch<float>&);
template void block_attend_again(const BlockCall<float>&, BlockTrace<float>&, arithmetic::Index,
                                 arithmetic::Index);
template void block_mix(const BlockCall<float>&, BlockTrace<float>&);
template void block_enter_mlp(const BlockCall<float>&, BlockTrace<float>&);
template void block_expand(const BlockCall<float>&, BlockTrace<float>&);
template void block_activate(const BlockCall<float>&, BlockTrace<float>&);
template void block_contract(const BlockCall<float>&, BlockTrace<float>&,
                             arithmetic::Matrix<float>&);
template void block_extend(const BlockCall<float>&, KeyValueCache<float>&, BlockTrace<float>&,
                           AttentionScratch<float>&, arithmetic::Matrix<float>&);

}  // namespace model::layers
