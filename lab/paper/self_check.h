#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "lab/store/scores.h"

namespace lab::paper {

/// Trains a tiny run four times in `scratch`: on one thread, on one again, on three, and stopped
/// and gone on with. Returns what differed from the first in a saved bit or a score; empty if all
/// is well.
std::vector<std::string> self_check(const std::filesystem::path& scratch);

/// A score as it was saved and as it comes out now.
struct ScorePair {
  store::Score saved, now;

  /// Counts are equal, and the loss but for the last digits (other processors add up in another
  /// order).
  bool agrees() const;
};

/// Recomputes the scores of the newest checkpoint's step. Throws base::Error if none were saved.
std::vector<ScorePair> recomputed_scores(const std::filesystem::path& folder, int threads);

}  // namespace lab::paper
