#pragma once
#include <span>
#include <vector>

#include "model/layers/attention_weights.h"
#include "model/layers/key_value_cache.h"
#include "model/layers/query_rows.h"

namespace model::layers {

/// What attention needs to know of a block and a batch.
template <typename Real>
struct AttentionPlan {
  const arithmetic::Arithmetic<Real>* arithmetic = nullptr;
  arithmetic::Index heads = 1;
  std::span<const arithmetic::Index> starts;  ///< B + 1: rows of sequence b
  const QueryRows* queries = nullptr;         ///< those of the batch that ask
  std::span<const Real> scale;                ///< of each query's logits: 1 / sqrt(D) and the rest
  std::span<const int> positions;             ///< N position ids; read where there are penalties
  std::span<const Real> penalties;  ///< H, of each unit of distance (ALiBi's slopes); or none
  KeptWeights kept = KeptWeights::of_short_texts;
};

/// Working memory of one worker.
template <typename Real>
struct AttentionScratch {
  arithmetic::Matrix<Real> key_panels, value_panels;  ///< of one head, transposed
  arithmetic::Matrix<Real> scores;                    ///< of a few queries, where nothing is kept
  arithmetic::Matrix<Real> dscores;                   ///< of as many, or Q x T
  std::vector<Real> ones;                             ///< the scale where it was applied already
};

/// Causal multi-head self-attention without its projections.
/// query: Q x C, H blocks of D.  key_value: N x 2C, [keys | values].  mixed: Q x C.
template <typename Real>
void attention_forward(const AttentionPlan<Real>& plan, arithmetic::View<const Real> query,
                       arithmetic::View<const Real> key_value, AttentionScratch<Real>& scratch,
                       AttentionWeights<Real>& weights, arithmetic::View<Real> mixed);

/// The same for queries that end their texts, whose keys and values, and all before them, are in
/// `cache`: plan.starts are the rooms of the cache. Texts without queries cost nothing.
template <typename Real>
void attention_extend(const AttentionPlan<Real>& plan, arithmetic::View<const Real> query,
                      const KeyValueCache<Real>& cache, AttentionScratch<Real>& scratch,
                      arithmetic::View<Real> mixed);

/// dquery and dkey_value are overwritten.
template <typename Real>
void attention_backward(const AttentionPlan<Real>& plan, arithmetic::View<const Real> query,
                        arithmetic::View<const Real> key_value,
                        const AttentionWeights<Real>& weights, arithmetic::View<const Real> dmixed,
                        AttentionScratch<Real>& scratch, arithmetic::View<Real> dquery,
                        arithmetic::View<Real> dkey_value);

}  // namespace model::layers
