#pragma once
#include <span>
#include <vector>

#include "model/transformer/transformer.h"

namespace model {

/// Texts that grow side by side, a token each at a time: every product takes a row of each text,
/// and keys and values of what was read are kept. Its memory is reused from one group to the next.
/// Every logit has the same bits as in one forward pass over its text alone (with Eigen's
/// arithmetic: to rounding).
class TextGroup {
 public:
  /// Borrows the transformer, which must keep its numbers loaded.
  explicit TextGroup(const Transformer<float>& transformer);

  /// Forgets the texts it has and reads these, not empty; text b may grow to limits[b] tokens.
  /// Position ids count from 0. Throws base::Error if a token or position is out of range.
  void start(std::span<const std::span<const int>> texts, std::span<const Index> limits);

  /// Reads tokens[i] as the next of text texts[i] (rising); the others stay as they are.
  /// Throws base::Error if a token or position is out of range.
  void read(std::span<const Index> texts, std::span<const int> tokens);

  /// What may follow: row i is that of the i-th text of the last start() or read().
  View<const float> logits() const { return logits_.view(); }

 private:
  void reserve(std::span<const Index> limits);
  void read_whole(Index first);

  const Transformer<float>& transformer_;
  std::vector<KeyValueCache<float>> caches_;  ///< L
  Batch rooms_;                               ///< where each text lies, and its position ids
  std::vector<Index> lengths_;                ///< tokens read of each text
  Batch step_;                                ///< the rows that are read now
  QueryRows queries_;                         ///< the same, as rows of rooms_
  Trace<float> trace_;
  AttentionScratch<float> scratch_;
  Matrix<float> logits_;
};

}  // namespace model
