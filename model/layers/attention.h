#pragma once
#include "model/layers/attention_plan.h"
#include "model/layers/key_value_cache.h"

namespace model::layers {

/// Causal multi-head self-attention without its projections.
/// query: Q x C, H blocks of D.  key_value: N x 2C, [keys | values].  mixed: Q x C.
template <typename Real>
void attention_forward(const AttentionPlan<Real>& plan, arithmetic::View<const Real> query,
                       arithmetic::View<const Real> key_value, AttentionScratch<Real>& scratch,
                       AttentionWeights<Real>& weights, arithmetic::View<Real> mixed);

/// mixed = weights * values once more, of one head of one text whose kept weights were changed:
/// where they were not, the same bits for queries that see at most `short_text` keys. Weights of
/// what a query does not see count as zero.
template <typename Real>
void attention_again(const AttentionPlan<Real>& plan, AttentionWeights<Real>& weights,
                     arithmetic::View<const Real> key_value, arithmetic::Index sequence,
                     arithmetic::Index number, arithmetic::View<Real> mixed);

/// The same for queries that end their texts, whose keys and values, and all before them, are in
/// `cache`: plan.starts are the rooms of the cache. Texts without queries cost nothing.
template <typename Real>
void attention_extend(const AttentionPlan<Real>& plan, arithmetic::View<const Real> query,
                      const KeyValueCache<Real>& cache, AttentionScratch<Real>& scratch,
                      arithmetic::View<Real> mixed);

/// weights and mixed: what forward left. dquery and dkey_value are overwritten.
template <typename Real>
void attention_backward(const AttentionPlan<Real>& plan, arithmetic::View<const Real> query,
                        arithmetic::View<const Real> key_value,
                        const AttentionWeights<Real>& weights, arithmetic::View<const Real> mixed,
                        arithmetic::View<const Real> dmixed, AttentionScratch<Real>& scratch,
                        arithmetic::View<Real> dquery, arithmetic::View<Real> dkey_value);

}  // namespace model::layers
