#pragma once
#include <span>
#include <vector>

#include "model/layers/attention_weights.h"
#include "model/layers/query_rows.h"

namespace model::layers {

/// Queries whose weights are made again at once on the way back: enough for products that are deep,
/// few enough that what they take is small beside the activations.
inline constexpr arithmetic::Index queries_made_again = 96;

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
  std::vector<Real> tops, totals;  ///< Q, of queries that go from block to block and go on
  std::vector<Real> means;         ///< <p, dp> of each query of a head
  std::vector<Real> ones;          ///< the scale where it was applied already
};

}  // namespace model::layers
