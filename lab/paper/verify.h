#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/tsv.h"
#include "lab/paper/experiment.h"

namespace lab::paper {

struct VerifyPaperOptions {
  int runs = 1;  ///< how many to train again, the cheapest first
  int threads = 1;
  std::filesystem::path results = "results";
  std::filesystem::path scratch;  ///< a folder for the new runs; the caller removes it
};

/// What came of training runs of results/<paper>/scores.tsv again.
struct VerifiedPaper {
  base::Table table;               ///< a row a score: as it is there, as it is now, verdict
  std::vector<std::string> stale;  ///< fingerprints of runs that no spec describes any more
  bool good = false;               ///< every count is as it was, and there was one
};

/// Trains the cheapest runs of the committed scores (scale cpu) again in a store of its own and
/// compares every count. Throws base::Error if there are no scores to verify.
VerifiedPaper verified_paper(const Experiment& experiment, const VerifyPaperOptions& options);

}  // namespace lab::paper
