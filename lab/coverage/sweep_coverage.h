#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "lab/coverage/report.h"
#include "lab/spec/plan/sweep_plan.h"

namespace lab::coverage {

/// A run of a sweep that is looked at for all whose data coverage would see as it sees this one's.
struct DataOfRuns {
  spec::plan::PlannedRun run;
  std::int64_t runs = 0;  ///< that it stands for, itself among them
};

/// The runs of a plan whose data differ, the first of each kind, in the plan's order: in their
/// tasks, weights and difficulties, in what is asked, and where a task that is trained on is
/// endless in which of its examples training shows. But for the runs of one setting whose seeds
/// draw other examples of the same pools: of them the first stands for all.
std::vector<DataOfRuns> different_data(const spec::plan::SweepPlan& plan);

/// Of examples of endless tasks so many are looked at over a sweep, shared among its settings.
inline constexpr std::int64_t most_shown_over_sweep = 4'000'000;

/// A sweep before training.
struct SweepReport {
  std::string sweep;
  std::int64_t runs = 0;  ///< of the plan
  std::vector<DataOfRuns> looked_at;
  std::vector<Report> reports;  ///< one for each of them
};

/// Coverage of each of different_data(), several at a time (see coverage_of).
SweepReport sweep_coverage(const spec::plan::SweepPlan& plan, std::int64_t sample,
                           const tasks::coverage::CoverageOptions& options,
                           std::int64_t most_shown = most_shown_over_sweep);

/// Whether nothing held out is trained on in any of them.
bool disjoint(const SweepReport& report);

/// For people: each run looked at by its name, with its tables; at the end one verdict.
std::string sweep_coverage_text(const SweepReport& report);

/// For programs: {"disjoint", "runs", "settings": [{"settings", "seed", "runs", and of this one
/// what coverage_json says}]}.
std::string sweep_coverage_json(const SweepReport& report);

}  // namespace lab::coverage
