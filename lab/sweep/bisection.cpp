#include "lab/sweep/bisection.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include "base/error.h"

namespace lab::sweep {
namespace {

/// The runs of each bisection, in the order of the searched axis's values.
std::vector<std::vector<const spec::plan::PlannedRun*>> bisections(
    const spec::plan::SweepPlan& plan) {
  std::map<std::pair<spec::plan::Settings, std::uint64_t>, std::size_t> places;
  std::vector<std::vector<const spec::plan::PlannedRun*>> all;
  for (const spec::plan::PlannedRun& run : plan.runs) {
    spec::plan::Settings others = run.settings;
    std::erase_if(others, [&](const spec::plan::Setting& setting) {
      return setting.axis == plan.search->axis;
    });
    const auto [place, added] = places.emplace(std::pair(others, run.spec.seed), all.size());
    if (added) all.emplace_back();
    all[place->second].push_back(&run);
  }
  return all;
}

/// The next run to make, or nothing if the first value that reaches the score is known.
const spec::plan::PlannedRun* next_of(
    const std::vector<const spec::plan::PlannedRun*>& runs, double reach,
    const std::function<std::optional<double>(const spec::plan::PlannedRun&)>& percent) {
  std::size_t low = 0, high = runs.size();  // the first that reaches it is in low .. high
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::optional<double> known = percent(*runs[middle]);
    if (!known) return runs[middle];
    if (*known >= reach) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return nullptr;
}

/// What bisections of `runs` for so many scores may need: all start in the middle.
std::int64_t most_of(std::int64_t runs, std::int64_t scores) {
  const auto most = static_cast<std::int64_t>(std::bit_width(static_cast<std::uint64_t>(runs)));
  return std::min(runs, 1 + scores * (most - 1));
}

}  // namespace

std::vector<spec::plan::PlannedRun> needed_runs(
    const spec::plan::SweepPlan& plan,
    const std::function<std::optional<double>(const spec::plan::PlannedRun&)>& percent) {
  std::vector<spec::plan::PlannedRun> needed;
  if (!plan.search) {
    for (const spec::plan::PlannedRun& run : plan.runs) {
      if (!percent(run)) needed.push_back(run);
    }
    return needed;
  }
  for (const auto& runs : bisections(plan)) {
    std::set<const spec::plan::PlannedRun*> asked;
    for (const double reach : plan.search->reaches) {
      const spec::plan::PlannedRun* next = next_of(runs, reach, percent);
      if (next != nullptr && asked.insert(next).second) needed.push_back(*next);
    }
  }
  return needed;
}

std::int64_t most_runs_of(const spec::plan::SweepPlan& plan) {
  if (!plan.search) return std::ssize(plan.runs);
  std::int64_t most = 0;
  for (const auto& runs : bisections(plan)) {
    most += most_of(std::ssize(runs), std::ssize(plan.search->reaches));
  }
  return most;
}

std::optional<double> searched_percent(const spec::plan::SweepPlan& plan, const spec::RunSpec& spec,
                                       std::span<const store::Score> scores) {
  if (scores.empty()) return std::nullopt;
  if (!plan.search) return 0;
  const auto& [axis, values, pool, difficulty, reach] = *plan.search;
  const int wanted = difficulty.value_or(std::ranges::max(spec.score.difficulties));
  const std::int64_t last = std::ranges::max(scores, {}, &store::Score::step).step;
  for (const store::Score& score : scores) {
    if (score.step != last || score.pool != pool || score.difficulty != wanted) continue;
    if (score.task != spec.main.name || score.facet || score.asked == 0) continue;
    return score.percent();
  }
  throw base::Error(
      fmt::format("sweep {}: run {} has no score of {}, pool {}, difficulty {}, which axis {} "
                  "searches by",
                  plan.name, spec.fingerprint, spec.main.name, tasks::name(pool), wanted, axis),
      base::ExitCode::bad_spec);
}

}  // namespace lab::sweep
