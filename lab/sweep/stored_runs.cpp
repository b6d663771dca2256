#include "lab/sweep/stored_runs.h"

#include <fmt/format.h>

#include "lab/store/claim.h"
#include "lab/store/manifest.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"

namespace lab {

std::vector<ResultRow> collect_results(const std::string& sweep, std::span<const PlannedRun> runs,
                                       const std::filesystem::path& store) {
  std::vector<ResultRow> rows;
  for (const PlannedRun& run : runs) {
    const std::filesystem::path folder = run_folder(store, run.spec.fingerprint);
    if (!is_finished(folder)) continue;
    for (const Score& score : scores_in(folder)) {
      rows.push_back({sweep, run.spec.fingerprint, run.spec.seed, run.settings, score});
    }
  }
  return rows;
}

std::string standing_of(const RunSpec& spec, const std::filesystem::path& store) {
  const std::filesystem::path folder = run_folder(store, spec.fingerprint);
  if (is_finished(folder)) return "finished";
  if (const auto holder = claim_holder(folder)) return "claimed by " + *holder;
  const std::vector<std::int64_t> steps = checkpoint_steps(folder);
  if (steps.empty()) return "missing";
  return fmt::format("step {} of {}", steps.back(), spec.train.steps);
}

}  // namespace lab
