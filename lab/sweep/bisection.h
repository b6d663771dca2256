#pragma once
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "lab/spec/plan/sweep_plan.h"
#include "lab/store/scores.h"

namespace lab::sweep {

/// The runs of a plan that are still to be made, given what is known: those without a score. Of a
/// plan that searches only the next of each bisection, one for every score, seed and point of the
/// other axes; the first that is not known, from the middle on.
std::vector<spec::plan::PlannedRun> needed_runs(
    const spec::plan::SweepPlan& plan,
    const std::function<std::optional<double>(const spec::plan::PlannedRun&)>& percent);

/// At most so many runs of a plan will be made: all, or what its bisections may need.
std::int64_t most_runs_of(const spec::plan::SweepPlan& plan);

/// Exact match at the last step of a run's scores, percent, where a search looks; 0 without one.
/// Nothing if there are no scores.
std::optional<double> searched_percent(const spec::plan::SweepPlan& plan, const spec::RunSpec& spec,
                                       std::span<const store::Score> scores);

}  // namespace lab::sweep
