#pragma once
#include <vector>

#include "base/exit_code.h"
#include "lab/spec/plan/sweep_plan.h"

namespace lab::sweep {

/// What came of runs, each of which is counted once.
struct SweepOutcome {
  int done = 0;       ///< trained now
  int cached = 0;     ///< finished before, or by another process meanwhile
  int failed = 0;     ///< ended with an error, or could not be started
  int stopped = 0;    ///< state saved, because a stop was requested or too many failed
  int not_begun = 0;  ///< for the same reason
  int given_up = 0;   ///< by the plan's MedianStopping
  int diverged = 0;   ///< of those that are done or cached

  bool too_many_failed = false;                 ///< SweepOptions::most_failures
  std::vector<spec::plan::PlannedRun> claimed;  ///< another process is at them

  int left() const { return stopped + not_begun; }
};

/// Adds what came of another round or of another sweep.
SweepOutcome& operator+=(SweepOutcome& all, const SweepOutcome& more);

/// What the program ends with: check_failed if too many runs failed, stopped or interrupted if a
/// stop left work, else check_failed if a run failed, stopped if another process is at a run, else
/// done.
base::ExitCode exit_code(const SweepOutcome& outcome);

}  // namespace lab::sweep
