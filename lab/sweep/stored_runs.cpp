#include "lab/sweep/stored_runs.h"

#include <fmt/format.h>

#include "lab/store/claim.h"
#include "lab/store/manifest.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"

namespace lab::sweep {

std::vector<store::ResultRow> collect_results(const std::string& sweep,
                                              std::span<const spec::plan::PlannedRun> runs,
                                              const std::filesystem::path& store) {
  std::vector<store::ResultRow> rows;
  for (const spec::plan::PlannedRun& run : runs) {
    const std::filesystem::path folder = store::run_folder(store, run.spec.fingerprint);
    if (!store::is_finished(folder)) continue;
    for (const store::Score& score : store::scores_in(folder)) {
      rows.push_back({sweep, run.spec.fingerprint, run.spec.seed, run.settings, score});
    }
  }
  return rows;
}

std::string standing_of(const spec::RunSpec& spec, const std::filesystem::path& store) {
  const std::filesystem::path folder = store::run_folder(store, spec.fingerprint);
  if (store::is_finished(folder)) return "finished";
  if (const auto holder = store::claim_holder(folder)) return "claimed by " + *holder;
  const std::vector<std::int64_t> steps = store::checkpoint_steps(folder);
  if (steps.empty()) return "missing";
  return fmt::format("step {} of {}", steps.back(), spec.train.steps);
}

}  // namespace lab::sweep
