#include "lab/coverage/symbolic.h"

#include <algorithm>
#include <map>
#include <optional>
#include <type_traits>
#include <variant>

#include "base/error.h"
#include "lab/coverage/report.h"
#include "lab/sweep/bisection.h"

namespace lab::coverage {
namespace {

using Cutoffs = std::map<tasks::Pool, std::map<int, std::int64_t>>;

/// The scores of each planned run, of the learner that needs `k`.
std::vector<store::Score> scores_of(const spec::RunSpec& spec, const Cutoffs& cutoffs, int k) {
  std::vector<store::Score> scores;
  for (const auto& [pool, items] : cutoffs) {
    store::Score score;
    score.step = spec.train.steps;
    score.task = spec.main.name;
    score.pool = pool;
    score.difficulty = std::ranges::max(spec.score.difficulties);
    for (const auto& [cutoff, count] : items) {
      score.asked += count;
      if (cutoff >= k) score.solved += count;
    }
    score.different = score.asked;  // each item once
    scores.push_back(score);
  }
  return scores;
}

/// Coverage of the plan's runs, each looked at once.
class Coverages {
 public:
  explicit Coverages(const tasks::coverage::CoverageOptions& options) : options_(options) {}

  const Cutoffs& of(const spec::RunSpec& spec) {
    const auto [place, added] = known_.try_emplace(spec.fingerprint);
    if (added) place->second = look(spec);
    return place->second;
  }

 private:
  Cutoffs look(const spec::RunSpec& spec) const {
    const auto coverage = cutoff_coverage(train::lesson_of(spec).mixture.task(0), options_);
    base::require(coverage.has_value(), spec.main.name,
                  ": is no finite function; symbolic learners need one, as composition");
    return coverage->items;
  }

  tasks::coverage::CoverageOptions options_;
  std::map<std::string, Cutoffs> known_;
};

/// The runs that the learner's bisections, or the plan, come to, with their scores.
std::map<std::string, std::vector<store::Score>> learned(const spec::plan::SweepPlan& plan, int k,
                                                         Coverages* coverages) {
  std::map<std::string, std::vector<store::Score>> scores;
  const auto percent = [&](const spec::plan::PlannedRun& run) -> std::optional<double> {
    return sweep::searched_percent(plan, run.spec, scores[run.spec.fingerprint]);
  };
  for (auto next = sweep::needed_runs(plan, percent); !next.empty();
       next = sweep::needed_runs(plan, percent)) {
    for (const spec::plan::PlannedRun& run : next) {
      scores[run.spec.fingerprint] = scores_of(run.spec, coverages->of(run.spec), k);
    }
  }
  return scores;
}

/// Whether a task of this config gives its finite function: its class overrides what has none.
template <typename... Tasks>
bool is_finite_function(tasks::catalog::TaskList<Tasks...>,
                        const tasks::catalog::TaskConfig& config) {
  constexpr auto gives = []<typename Task>() {
    return !std::is_same_v<decltype(&Task::finite_function),
                           decltype(&tasks::Task::finite_function)>;
  };
  return (... || (std::holds_alternative<typename Tasks::Config>(config) &&
                  gives.template operator()<Tasks>()));
}

}  // namespace

bool has_symbolic(const spec::plan::SweepPlan& plan) {
  return std::ranges::any_of(plan.runs, [](const spec::plan::PlannedRun& run) {
    return is_finite_function(tasks::catalog::AllTasks{}, run.spec.main.task);
  });
}

std::vector<store::ResultRow> symbolic_scores(const spec::plan::SweepPlan& plan,
                                              const tasks::coverage::CoverageOptions& options) {
  Coverages coverages(options);
  std::vector<store::ResultRow> rows;
  for (int k = 1; k <= most_evidence; ++k) {
    const auto scores = learned(plan, k, &coverages);
    for (const spec::plan::PlannedRun& run : plan.runs) {
      const auto found = scores.find(run.spec.fingerprint);
      if (found == scores.end()) continue;
      spec::plan::Settings settings = run.settings;
      settings.push_back({"k", std::to_string(k)});
      for (const store::Score& score : found->second) {
        if (plan.search && score.pool != plan.search->pool) continue;
        rows.push_back(
            {symbolic_sweep(plan), run.spec.fingerprint, run.spec.seed, settings, score});
      }
    }
  }
  return rows;
}

}  // namespace lab::coverage
