#pragma once
#include <span>
#include <vector>

#include "model/arithmetic/matrix.h"
#include "model/layers/key_value_cache.h"
#include "model/layers/query_rows.h"

namespace model::layers {

/// Whose attention weights stay after a pass: what they take grows as the square of the length.
enum class KeptWeights {
  none,            ///< nobody reads them afterwards
  of_short_texts,  ///< backward makes those of texts beyond `short_text` again, to the same bits
  all,             ///< for who looks at them
};

/// Tokens of a text up to which keeping its weights is faster than making them again.
inline constexpr arithmetic::Index short_text = 512;

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

/// Attention weights, sequence by sequence and head by head: Q x T for each (b, h), where Q are the
/// sequence's queries and T its rows. No padding between sequences, no rows that nobody asks for.
/// A query's weights end with the last row it sees: what stands behind them is undefined. Those of
/// a text are there only if they are kept.
template <typename Real>
class AttentionWeights {
 public:
  void resize(std::span<const arithmetic::Index> starts, const QueryRows& queries,
              arithmetic::Index heads, KeptWeights kept);
  bool has(arithmetic::Index sequence) const;
  /// Promise: it has them.
  arithmetic::View<Real> of(arithmetic::Index sequence, arithmetic::Index head);
  arithmetic::View<const Real> of(arithmetic::Index sequence, arithmetic::Index head) const;

 private:
  struct Place {
    arithmetic::Index offset, queries, keys;
    bool kept;
  };
  arithmetic::Index heads_ = 0;
  std::vector<Place> places_;
  arithmetic::Matrix<Real> numbers_;
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
