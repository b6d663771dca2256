#pragma once
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "lab/paper/experiment.h"
#include "lab/paper/gap.h"
#include "lab/store/scores.h"
#include "lab/sweep/sweep.h"

namespace lab {

/// Whether to run what is missing.
enum class Training { what_is_missing, none };

struct ReproduceOptions {
  Scale scale = Scale::cpu;
  Training training = Training::what_is_missing;
  std::string figure;  ///< only this one and the sweeps it needs; empty: all
  std::filesystem::path results = "results";
  SweepOptions sweep;
  std::function<void(const std::string&)> say;  ///< progress, a line a call; may be empty
};

/// What came of it.
struct Reproduction {
  base::ExitCode exit_code = base::ExitCode::done;  ///< of the training
  std::vector<std::filesystem::path> drawn;         ///< .svg files
  std::vector<Gap> gaps;
};

/// Runs what has neither scores in results/<paper>/scores.tsv nor a finished run in the store, adds
/// the scores of both there (without training: of what the store has), draws the figures from that
/// file alone, and writes gap.tsv. Throws base::Error: exit code 2 if the scale is not written down
/// or there is no such figure, 3 for a bad spec or figure, 4 if there are no scores to draw.
Reproduction reproduce(const Experiment& experiment, const ReproduceOptions& options);

/// How much of an experiment has been run: distinct runs that have scores, of those that are to
/// have some. A search is to have those that it came to so far, and what it needs next.
struct RunTally {
  int done = 0, planned = 0;
};
RunTally tally_of(std::span<const SweepPlan> plans, std::span<const ResultRow> rows);

/// The same of what results/ has at a scale.
RunTally tally_of(const Experiment& experiment, Scale scale, const std::filesystem::path& results);

/// `rows` with the scores of `fresh` added, in the order of the plans: every planned run that has
/// scores in either, under the names its plan has now (a sweep or a value may have been renamed, or
/// a run be shared by two sweeps), then the rows of no plan as they were. Pure.
std::vector<ResultRow> merged(std::span<const SweepPlan> plans, std::span<const ResultRow> rows,
                              std::span<const ResultRow> fresh);

/// What symbolic learners score (lab/coverage/symbolic.h) on the runs of the plans, as `lab
/// coverage
/// --symbolic` wrote it to the folder's symbolic.tsv: nothing without the file. Drawn beside the
/// scores of runs.
std::vector<ResultRow> symbolic_rows_in(const std::filesystem::path& folder,
                                        std::span<const SweepPlan> plans);

/// Those of `rows` that belong to a run of the plans; the others are stale.
std::vector<ResultRow> current_rows(std::span<const SweepPlan> plans,
                                    std::span<const ResultRow> rows);

/// results/<paper>/scores.tsv, or nothing if it is not there.
std::vector<ResultRow> rows_in(const std::filesystem::path& folder);

}  // namespace lab
