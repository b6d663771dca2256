#include "lab/paper/verify.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/error.h"
#include "lab/paper/scored_rows.h"
#include "lab/store/run_folder.h"
#include "lab/store/same_counts.h"
#include "lab/train/train_run.h"

namespace lab::paper {
namespace {

/// In proportion to the arithmetic of training: rows times the weights of a block.
double cost(const spec::RunSpec& spec) {
  const double rows = static_cast<double>(spec.train.steps) * spec.train.batch *
                      (spec.main.difficulty.low + spec.main.difficulty.high);
  const model::layers::TransformerConfig model = spec.model.over(1);  // whose size is not looked at
  const double width = static_cast<double>(model.width);
  return rows * width * width * static_cast<double>(model.layers());
}

using Key = std::tuple<std::int64_t, std::string, std::string, int, std::string>;

constexpr const char* good = "good";

std::string verdict_on(const store::Score& then, const store::Score& now) {
  if (store::same_counts(then, now)) return good;
  return store::same_questions(then, now) ? "differs" : "other questions";
}

Key key(const store::Score& score) {
  return {score.step, score.task, std::string(tasks::name(score.pool)), score.difficulty,
          score.facet ? store::text_of(*score.facet) : ""};
}

/// Runs of the plans that have rows, the cheapest first, each once.
std::vector<spec::plan::PlannedRun> runs_with_rows(const std::vector<spec::plan::SweepPlan>& plans,
                                                   const std::vector<store::ResultRow>& rows) {
  std::set<std::string> scored = fingerprints_of(rows);
  std::vector<spec::plan::PlannedRun> runs;
  for (const spec::plan::SweepPlan& plan : plans) {
    for (const spec::plan::PlannedRun& run : plan.runs) {
      if (scored.erase(run.spec.fingerprint) > 0) runs.push_back(run);
    }
  }
  std::ranges::stable_sort(runs, {},
                           [](const spec::plan::PlannedRun& run) { return cost(run.spec); });
  return runs;
}

std::vector<std::string> stale_runs(const std::vector<store::ResultRow>& all,
                                    const std::vector<store::ResultRow>& current) {
  const std::set<std::string> known = fingerprints_of(current);
  std::set<std::string> stale = fingerprints_of(all);
  std::erase_if(stale, [&](const std::string& run) { return known.contains(run); });
  return {stale.begin(), stale.end()};
}

/// Trains `run` again and adds a row for every score of it.
void compare(const spec::plan::PlannedRun& run, const std::vector<store::ResultRow>& rows,
             const VerifyPaperOptions& options, VerifiedPaper* result) {
  const train::RunOutcome outcome =
      train::train_run(train::lesson_of(run.spec),
                       {.store = options.scratch, .threads = options.threads, .report = {}});
  base::require(outcome == train::RunOutcome::done || outcome == train::RunOutcome::cached,
                run.spec.fingerprint, ": was not trained to its end");
  std::map<Key, store::Score> now;
  for (const store::Score& score :
       store::scores_in(store::run_folder(options.scratch, run.spec.fingerprint))) {
    now[key(score)] = score;
  }
  std::set<Key> compared;  // a run that two sweeps share has its rows twice
  for (const store::ResultRow& row : rows) {
    const store::Score& then = row.score;
    if (row.fingerprint != run.spec.fingerprint || !compared.insert(key(then)).second) continue;
    const auto found = now.find(key(then));
    const bool there = found != now.end();
    const std::string verdict = there ? verdict_on(then, found->second) : "not scored now";
    result->good = result->good && verdict == good;
    result->table.rows.push_back(
        {row.fingerprint, std::to_string(row.seed), std::to_string(then.step), then.task,
         std::string(tasks::name(then.pool)), std::to_string(then.difficulty),
         std::to_string(then.solved), there ? std::to_string(found->second.solved) : "",
         std::to_string(then.asked), verdict});
  }
}

}  // namespace

VerifiedPaper verified_paper(const Experiment& experiment, const VerifyPaperOptions& options) {
  const std::filesystem::path folder = results_folder(options.results, experiment, Scale::cpu);
  const std::vector<spec::plan::SweepPlan> plans = plans_of(experiment, Scale::cpu);
  const std::vector<store::ResultRow> all = rows_in(folder), rows = current_rows(plans, all);
  base::require(!rows.empty(), (folder / "scores.tsv").string(), ": no scores to verify");
  VerifiedPaper result{{{"fingerprint", "seed", "step", "task", "pool", "difficulty",
                         "saved_solved", "solved", "asked", "verdict"},
                        {}},
                       stale_runs(all, rows),
                       true};
  std::vector<spec::plan::PlannedRun> runs = runs_with_rows(plans, rows);
  runs.resize(std::min(runs.size(), static_cast<std::size_t>(options.runs)));
  for (const spec::plan::PlannedRun& run : runs) compare(run, rows, options, &result);
  result.good = result.good && !result.table.rows.empty();
  return result;
}

}  // namespace lab::paper
