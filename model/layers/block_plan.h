#pragma once
// What both ways through a block need to know of its attention.
#include "model/layers/block_call.h"
#include "model/layers/positions.h"

namespace model::layers {

template <typename Real>
double tau_of(const BlockCall<Real>& call) {
  return has_tau(call.config.logit_scale) ? double(*call.at(call.slots.tau)) : 0;
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

}  // namespace model::layers
