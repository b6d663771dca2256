#pragma once
#include <span>
#include <vector>

#include "model/arithmetic/matrix.h"
#include "model/layers/query_rows.h"

namespace model::layers {

/// Whose attention weights stay after a pass: what they take grows as the square of the length.
enum class KeptWeights {
  none,            ///< nobody reads them afterwards
  of_short_texts,  ///< backward makes those of texts beyond `short_text` again, to the same bits
  all,             ///< for who looks at them
};

/// Tokens of a text up to which keeping its weights is faster than making them again. Also the keys
/// that a query takes at once: one that sees more of them goes from block to block. So what a query
/// sees alone decides how it is answered, to the bit, and not the text that it is in.
inline constexpr arithmetic::Index short_text = 512;

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

  /// Of each query of the batch (Q) the largest logit of a head, in powers of two, and the sum of
  /// 2^(logit - that): with them weights are made again. Only of queries that see more than
  /// `short_text` rows.
  Real* tops(arithmetic::Index head) { return sums_.row(head); }
  const Real* tops(arithmetic::Index head) const { return sums_.row(head); }
  Real* totals(arithmetic::Index head) { return sums_.row(heads_ + head); }
  const Real* totals(arithmetic::Index head) const { return sums_.row(heads_ + head); }

 private:
  struct Place {
    arithmetic::Index offset, queries, keys;
    bool kept;
  };
  arithmetic::Index heads_ = 0;
  std::vector<Place> places_;
  arithmetic::Matrix<Real> numbers_;
  arithmetic::Matrix<Real> sums_;  ///< 2H x Q; empty if no text is long
};

}  // namespace model::layers
