#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "lab/spec/plan/sweep_plan.h"
#include "lab/store/scores.h"
#include "tasks/coverage/coverage.h"

namespace lab::coverage {

/// The largest k that symbolic learners are asked about.
inline constexpr int most_evidence = 4;

inline constexpr std::string_view symbolic_ending = "_symbolic";

/// The name of the sweep of their rows.
inline std::string symbolic_sweep(const spec::plan::SweepPlan& plan) {
  return plan.name + std::string(symbolic_ending);
}
/// Whether the plan's task is a finite function, so that such learners have rows for it.
bool has_symbolic(const spec::plan::SweepPlan& plan);
inline bool is_symbolic(const std::string& sweep) { return sweep.ends_with(symbolic_ending); }

/// What learners would score that answer the held-out items that training covers at k = 1, 2, 3 or
/// 4, and no other (Chang et al. 2025, 2505.20278, section 3): rows of symbolic_sweep()
/// with an axis "k" more, at each run's last step. Of a plan that searches, only the runs that the
/// bisection of each k needs, in the pool it looks at; else all runs and held-out pools.
/// Throws base::Error (exit code 3) if the task is no finite function.
std::vector<store::ResultRow> symbolic_scores(const spec::plan::SweepPlan& plan,
                                              const tasks::coverage::CoverageOptions& options);

}  // namespace lab::coverage
