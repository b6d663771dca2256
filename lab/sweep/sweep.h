#pragma once
#include <optional>
#include <span>

#include "lab/spec/plan/sweep_plan.h"
#include "lab/sweep/options.h"
#include "lab/sweep/outcome.h"

namespace lab::sweep {

/// Runs what is missing, and before it what it starts from (starts.h), `jobs` at a time, or fewer
/// if memory is free for no more, each in a process of its own (`lab train` on the saved spec),
/// goes on after a failed run, and says on stderr what happened. Never the same run twice. SIGINT
/// and SIGTERM stop it: running processes save their state and end; so do those that the rule, if
/// there is one, gives up. The request to stop is left standing, so that what the caller has in
/// mind next does not begin either.
SweepOutcome run_sweep(std::span<const spec::plan::PlannedRun> runs, const SweepOptions& options,
                       const std::optional<spec::plan::MedianStopping>& stopping = std::nullopt);

/// run_sweep of a plan's runs, under its rule if it has one; of a plan that searches (SweepSearch)
/// only of those that its bisections need, one round after the other.
SweepOutcome run_plan(const spec::plan::SweepPlan& plan, const SweepOptions& options);

}  // namespace lab::sweep
