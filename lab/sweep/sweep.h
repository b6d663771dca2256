#pragma once
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lab/spec/sweep_plan.h"
#include "lab/train/train_run.h"

namespace lab {

struct SweepOptions {
  std::filesystem::path store = "results/runs";
  int jobs = 1;             ///< runs at the same time, one process each
  int threads_per_run = 1;  ///
  bool quiet = false;
};

struct SweepOutcome {
  int done = 0;      ///< trained now
  int cached = 0;    ///< finished before, or by another process meanwhile
  int failed = 0;    ///
  int stopped = 0;   ///< state saved, or not begun, because a stop was requested
  int given_up = 0;  ///< by the plan's MedianStopping

  std::vector<PlannedRun> claimed;  ///< another process is at them
};

/// Runs what is missing, `jobs` at a time, each in a process of its own (`lab train` on the saved
/// spec), goes on after a failed run, and says on stderr what happened. Never the same run twice.
/// SIGINT and SIGTERM stop it: running processes save their state and end; so do those that the
/// rule, if there is one, gives up. The request to stop is left standing, so that what the caller
/// has in mind next does not begin either.
SweepOutcome run_sweep(std::span<const PlannedRun> runs, const SweepOptions& options,
                       const std::optional<MedianStopping>& stopping = std::nullopt);

/// run_sweep of a plan's runs, under its rule if it has one; of a plan that searches (SweepSearch)
/// only of those that its bisections need, one round after the other.
SweepOutcome run_plan(const SweepPlan& plan, const SweepOptions& options);

/// Adds what came of another round or of another sweep.
SweepOutcome& operator+=(SweepOutcome& all, const SweepOutcome& more);

/// What the program ends with: 75 or 130 if a stop left work, else 1 if a run failed, 75 if another
/// process is at a run, else 0.
base::ExitCode exit_code(const SweepOutcome& outcome);

/// The scores of all finished runs among `runs`.
std::vector<ResultRow> collect_results(const std::string& sweep, std::span<const PlannedRun> runs,
                                       const std::filesystem::path& store);

/// "finished", "claimed by pid 12 on HOST", "step 400 of 1000" or "missing".
std::string state_of(const RunSpec& spec, const std::filesystem::path& store);

}  // namespace lab
