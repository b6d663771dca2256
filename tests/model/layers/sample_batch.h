#pragma once
#include "base/random.h"
#include "model/layers/batch.h"

namespace model::layers {

/// Sequences of the given lengths with random tokens; about half of the rows are targets, at least
/// the last of each sequence, with uneven weights. Position ids start at a random shift below 4.
inline Batch sample_batch(const std::vector<arithmetic::Index>& lengths,
                          arithmetic::Index vocabulary, std::uint64_t index = 0) {
  base::Random random(1, "sample batch", index);
  Batch batch;
  for (const arithmetic::Index length : lengths) {
    const auto shift = static_cast<int>(random.below(4));
    for (arithmetic::Index t = 0; t < length; ++t) {
      if (t + 1 == length || random.below(2) == 0) {
        batch.target_rows.push_back(batch.rows());
        batch.targets.push_back(static_cast<int>(random.below(vocabulary)));
        batch.weights.push_back(0.5f + static_cast<float>(random.below(3)));
      }
      batch.tokens.push_back(static_cast<int>(random.below(vocabulary)));
      batch.positions.push_back(shift + static_cast<int>(t));
    }
    batch.starts.push_back(batch.rows());
  }
  return batch;
}

}  // namespace model::layers
