#include "lab/report/runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "lab/report/parts.h"

namespace lab::report {
namespace {

using Scores = std::vector<const store::Score*>;

/// Of every run by its sweep and fingerprint. Rows of a sweep that is not planned are no run's own:
/// symbolic learners score on the runs of others.
std::map<std::pair<std::string, std::string>, Scores> scores_of(const ReportExperiment& all) {
  std::map<std::pair<std::string, std::string>, Scores> scores;
  for (const store::ResultRow& row : all.rows)
    scores[{row.sweep, row.fingerprint}].push_back(&row.score);
  return scores;
}

/// Those of all questions of the main task's held-out pools, after the last step that has any and
/// at the hardest difficulty there: one a pool.
Scores last_of(const Scores& scores, const std::string& task) {
  Scores last;
  const auto order = [](const store::Score* s) { return std::pair(s->step, s->difficulty); };
  for (const store::Score* score : scores) {
    if (score->task != task || score->facet || !tasks::is_held_out(score->pool)) continue;
    if (!last.empty() && order(score) < order(last.front())) continue;
    if (!last.empty() && order(score) > order(last.front())) last.clear();
    last.push_back(score);
  }
  return last;
}

/// "12 of 500, of which 31 differ, not above guessing": what goes without saying is left out.
std::string solved_text(const store::Score& score) {
  std::string text = fmt::format("{} of {}", score.solved, score.asked);
  if (!score.different) text += ", unknown how many differ";
  if (score.different && *score.different < score.asked) {
    text += fmt::format(", of which {} differ", *score.different);
  }
  return store::is_above_guess(score) ? text : text + ", not above guessing";
}

Cell solved_cell(const Scores& last, tasks::Pool pool) {
  const auto found = std::ranges::find(last, pool, &store::Score::pool);
  if (found == last.end() || (*found)->asked == 0) return number_cell("");
  return number_cell(solved_text(**found), 100 * (*found)->share());
}

std::vector<Cell> run_row(const std::string& sweep, const spec::plan::PlannedRun& run,
                          const Scores& last, const std::set<tasks::Pool>& pools) {
  std::vector<Cell> row{cell(run.spec.fingerprint), cell(sweep),
                        cell(spec::plan::label_of(run.settings, ", ")),
                        number_cell(std::to_string(run.spec.seed))};
  row.push_back(number_cell(last.empty() ? "" : std::to_string(last.front()->step)));
  row.push_back(number_cell(last.empty() ? "" : std::to_string(last.front()->difficulty)));
  for (const tasks::Pool pool : pools) row.push_back(solved_cell(last, pool));
  return row;
}

}  // namespace

Html runs_table(const ReportExperiment& experiment) {
  std::set<tasks::Pool> pools;
  for (const store::ResultRow& row : experiment.rows) {
    if (tasks::is_held_out(row.score.pool)) pools.insert(row.score.pool);
  }
  std::vector<std::string> columns{"run", "sweep", "settings", "seed", "steps", "difficulty"};
  for (const tasks::Pool pool : pools)
    columns.push_back("solved, " + std::string(tasks::name(pool)));
  const auto scores = scores_of(experiment);
  std::vector<std::vector<Cell>> rows;
  for (const ReportSweep& sweep : experiment.sweeps) {
    for (const spec::plan::PlannedRun& run : sweep.plan.runs) {
      const auto found = scores.find({sweep.plan.name, run.spec.fingerprint});
      if (found == scores.end()) continue;
      const Scores last = last_of(found->second, run.spec.main.name);
      rows.push_back(run_row(sweep.plan.name, run, last, pools));
    }
  }
  return sortable_table(columns, rows);
}

}  // namespace lab::report
