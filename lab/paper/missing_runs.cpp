#include "lab/paper/missing_runs.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "lab/paper/scored_rows.h"
#include "lab/sweep/bisection.h"

namespace lab::paper {

std::vector<spec::plan::PlannedRun> missing_runs(const spec::plan::SweepPlan& plan,
                                                 std::set<std::string> done) {
  std::vector<spec::plan::PlannedRun> missing;
  for (const spec::plan::PlannedRun& run : plan.runs) {
    if (done.insert(run.spec.fingerprint).second) missing.push_back(run);
  }
  return missing;
}

std::vector<spec::plan::PlannedRun> next_runs(const spec::plan::SweepPlan& plan,
                                              std::span<const store::ResultRow> rows) {
  if (!plan.search) return missing_runs(plan, fingerprints_of(rows));
  std::map<std::string, std::vector<store::Score>> scores;
  for (const store::ResultRow& row : rows) scores[row.fingerprint].push_back(row.score);
  return sweep::needed_runs(plan, [&](const spec::plan::PlannedRun& run) {
    return sweep::searched_percent(plan, run.spec, scores[run.spec.fingerprint]);
  });
}

PaperProgress paper_progress(std::span<const spec::plan::SweepPlan> plans,
                             std::span<const store::ResultRow> rows) {
  const std::set<std::string> done = fingerprints_of(rows);
  std::set<std::string> planned, found;
  for (const spec::plan::SweepPlan& plan : plans) {
    for (const spec::plan::PlannedRun& run : plan.search ? next_runs(plan, rows) : plan.runs) {
      planned.insert(run.spec.fingerprint);
    }
    for (const spec::plan::PlannedRun& run : plan.runs) {
      if (done.contains(run.spec.fingerprint)) found.insert(run.spec.fingerprint);
    }
  }
  planned.insert(found.begin(), found.end());
  return {static_cast<int>(found.size()), static_cast<int>(planned.size())};
}

PaperProgress paper_progress(const Experiment& experiment, Scale scale,
                             const std::filesystem::path& results) {
  const std::vector<spec::plan::SweepPlan> plans = unchecked_plans_of(experiment, scale);
  const std::filesystem::path folder = results_folder(results, experiment, scale);
  const bool any_searches = std::ranges::any_of(
      plans, [](const spec::plan::SweepPlan& plan) { return plan.search.has_value(); });
  if (any_searches) return paper_progress(plans, rows_in(folder));
  const std::set<std::string> done = scored_in(folder), planned = planned_fingerprints(plans);
  std::set<std::string> found;
  std::ranges::set_intersection(done, planned, std::inserter(found, found.begin()));
  return {static_cast<int>(found.size()), static_cast<int>(planned.size())};
}

}  // namespace lab::paper
