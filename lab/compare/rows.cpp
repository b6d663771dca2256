#include "lab/compare/rows.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/text.h"

namespace lab::compare {
namespace {

template <typename Value>
bool is_meant(const std::vector<Value>& wanted, const Value& value) {
  return wanted.empty() || std::ranges::count(wanted, value) > 0;
}

/// What is scored, in order of first appearance.
using Asked = std::vector<std::pair<std::string, tasks::Pool>>;

Asked asked_of(const std::vector<store::ResultRow>& rows) {
  Asked asked;
  for (const store::ResultRow& row : rows) {
    const std::pair one(row.score.task, row.score.pool);
    if (std::ranges::count(asked, one) == 0) asked.push_back(one);
  }
  return asked;
}

std::optional<figure::FitRate> fit_of(const Arm& arm, const figure::Point& point) {
  figure::FitRate rate;
  for (const ComparedRun* run : finished_runs(arm)) {
    if (!run->fit.fit || std::ranges::count(point.seeds, run->spec.seed) == 0) continue;
    ++rate.seeds;
    rate.fitted += run->fit.fit->is_fitted() ? 1 : 0;
  }
  return rate.seeds == 0 ? std::nullopt : std::optional(rate);
}

/// The difficulties that the arm trains the task on.
std::optional<tasks::Range> trained_on(const Arm& arm, const std::string& task) {
  const spec::RunSpec& run = arm.runs.front().spec;
  if (run.main.name == task) return run.main.difficulty;
  const auto hint = std::ranges::find(run.hints, task, &spec::MixturePart::name);
  return hint == run.hints.end() ? std::nullopt : std::optional(hint->difficulty);
}

void add_rows(const Comparison& comparison, std::size_t place, const Selection& selection,
              std::vector<Row>* all) {
  const Arm& arm = comparison.arms[place];
  const std::vector<store::ResultRow> rows = result_rows(arm, comparison);
  const auto difficulty = [](const store::ResultRow& row) {
    return static_cast<double>(row.score.difficulty);
  };
  for (const auto& [task, pool] : asked_of(rows)) {
    if (!is_meant(selection.pools, pool)) continue;
    const Row asked{place, task, pool, true, {}};
    const figure::RowFilter filter = filter_of(comparison, asked);
    const std::optional<tasks::Range> trained = trained_on(arm, task);
    for (figure::Point& point : figure::measure(filter, figure::ScoredSteps::last, difficulty, {},
                                                rows, name_of(arm, comparison))
                                    .points) {
      if (!is_meant(selection.difficulties, static_cast<int>(point.x))) continue;
      const bool trains = trained && trained->contains(static_cast<int>(point.x));
      point.fit = fit_of(arm, point);
      all->push_back({place, task, pool, pool != tasks::Pool::train || trains, std::move(point)});
    }
  }
}

/// "pools train, test; difficulties 5, 10".
std::string scored_in(const Comparison& comparison) {
  std::set<int> difficulties;
  std::set<std::string_view> pools;
  for (const Row& row : rows_of(comparison)) {
    difficulties.insert(row.difficulty());
    pools.insert(tasks::name(row.pool));
  }
  const auto number = [](int one) { return std::to_string(one); };
  return "pools " + base::joined(pools) + "; difficulties " + base::joined(difficulties, number);
}

}  // namespace

figure::RowFilter filter_of(const Comparison& comparison, const Row& row) {
  return {.sweeps = {name_of(comparison.arms[row.arm], comparison)},
          .where = {},
          .task = row.task,
          .pool = row.pool,
          .difficulty = {},
          .step = {}};
}

std::vector<store::ResultRow> result_rows(const Arm& arm, const Comparison& comparison) {
  std::vector<store::ResultRow> rows;
  for (const ComparedRun* run : finished_runs(arm)) {
    for (const store::Score& score : run->scores) {
      rows.push_back(
          {name_of(arm, comparison), run->spec.fingerprint, run->spec.seed, arm.settings, score});
    }
  }
  return rows;
}

std::vector<Row> rows_of(const Comparison& comparison, const Selection& selection) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < comparison.arms.size(); ++i) {
    add_rows(comparison, i, selection, &rows);
  }
  const bool all = selection.pools.empty() && selection.difficulties.empty();
  if (!rows.empty() || all) return rows;
  throw base::Error(
      "--pool, --difficulty: nothing of that was scored; there are " + scored_in(comparison),
      base::ExitCode::wrong_usage);
}

}  // namespace lab::compare
