#pragma once
#include <span>
#include <vector>

#include "model/transformer/transformer.h"

namespace model::transformer {

/// Rows that close a chunk of whole texts on their way into a group: what the caches hold.
inline constexpr arithmetic::Index group_chunk_rows = 256;

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
  void start(std::span<const std::span<const int>> texts,
             std::span<const arithmetic::Index> limits);

  /// Reads tokens[i] as the next of text texts[i] (rising); the others stay as they are.
  /// Throws base::Error if a token or position is out of range.
  void read(std::span<const arithmetic::Index> texts, std::span<const int> tokens);

  /// What may follow: row i is that of the i-th text of the last start() or read().
  arithmetic::View<const float> logits() const { return logits_.view(); }

 private:
  void reserve(std::span<const arithmetic::Index> limits);
  void read_whole(arithmetic::Index first);

  const Transformer<float>& transformer_;
  std::vector<layers::KeyValueCache<float>> caches_;  ///< L
  layers::Batch rooms_;                     ///< where each text lies, and its position ids
  std::vector<arithmetic::Index> lengths_;  ///< tokens read of each text
  layers::Batch step_;                      ///< the rows that are read now
  layers::QueryRows queries_;               ///< the same, as rows of rooms_
  Trace<float> trace_;
  layers::AttentionScratch<float> scratch_;
  arithmetic::Matrix<float> logits_;
};

}  // namespace model::transformer
