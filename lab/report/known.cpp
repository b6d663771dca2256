#include "lab/report/known.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "lab/store/fit.h"

namespace lab::report {
namespace {

/// A run with what it was asked of the task, after its last step that has any.
struct AskedRun {
  const spec::RunSpec* spec = nullptr;
  std::vector<const store::Score*> scores;
};

/// Runs of one sweep with one setting.
struct Arm {
  const ReportExperiment* experiment = nullptr;
  std::string sweep, setting;
  std::vector<AskedRun> runs;
};

const spec::MixturePart* part_named(const spec::RunSpec& spec, const std::string& task) {
  if (spec.main.name == task) return &spec.main;
  const auto found = std::ranges::find(spec.hints, task, &spec::MixturePart::name);
  return found == spec.hints.end() ? nullptr : &*found;
}

void keep_last_step(std::vector<const store::Score*>* scores) {
  std::int64_t last = 0;
  for (const store::Score* score : *scores) last = std::max(last, score->step);
  std::erase_if(*scores, [last](const store::Score* score) { return score->step != last; });
}

/// The scores of whole pools of the task, by sweep and fingerprint.
auto scores_of(const ReportExperiment& experiment, const std::string& task) {
  std::map<std::pair<std::string, std::string>, std::vector<const store::Score*>> scores;
  for (const store::ResultRow& row : experiment.rows) {
    if (row.score.task != task || row.score.facet || row.score.asked == 0) continue;
    scores[{row.sweep, row.fingerprint}].push_back(&row.score);
  }
  for (auto& [run, all] : scores) keep_last_step(&all);
  return scores;
}

std::vector<Arm> arms_of(const ReportExperiment& experiment, const std::string& task) {
  const auto scores = scores_of(experiment, task);
  std::vector<Arm> arms;
  for (const ReportSweep& sweep : experiment.sweeps) {
    for (const spec::plan::PlannedRun& run : sweep.plan.runs) {
      const auto found = scores.find({sweep.plan.name, run.spec.fingerprint});
      if (found == scores.end() || !part_named(run.spec, task)) continue;
      const std::string setting = spec::plan::label_of(run.settings, ", ");
      const auto same = [&](const Arm& arm) {
        return arm.sweep == sweep.plan.name && arm.setting == setting;
      };
      auto arm = std::ranges::find_if(arms, same);
      if (arm == arms.end()) arm = arms.insert(arm, {&experiment, sweep.plan.name, setting, {}});
      arm->runs.push_back({&run.spec, found->second});
    }
  }
  return arms;
}

bool is_alone(const Arm& arm, const std::string& task) {
  const spec::RunSpec& spec = *arm.runs.front().spec;
  const auto trained = [](const spec::MixturePart& hint) { return hint.is_trained(); };
  return spec.main.name == task && std::ranges::none_of(spec.hints, trained);
}

bool is_shown(const store::Score& score, bool has_test) {
  return has_test ? score.pool == tasks::Pool::test : tasks::is_held_out(score.pool);
}

KnownPoint point_of(tasks::Pool pool, int difficulty,
                    const std::vector<const store::Score*>& scores) {
  KnownPoint point{pool, difficulty, {}, {}};
  std::vector<double> percents;
  for (const store::Score* score : scores) {
    percents.push_back(score->percent());
    const std::optional<double> guess = store::guess_level(*score);
    if (guess) point.guess = std::max(point.guess.value_or(0), 100 * *guess);
  }
  point.percent = base::median_range(percents);
  return point;
}

std::vector<KnownPoint> points_of(const Arm& arm) {
  const auto is_test = [](const store::Score* one) { return one->pool == tasks::Pool::test; };
  bool has_test = false;
  for (const AskedRun& run : arm.runs) has_test |= std::ranges::any_of(run.scores, is_test);
  std::map<std::pair<tasks::Pool, int>, std::vector<const store::Score*>> places;
  for (const AskedRun& run : arm.runs) {
    for (const store::Score* score : run.scores) {
      if (is_shown(*score, has_test)) places[{score->pool, score->difficulty}].push_back(score);
    }
  }
  std::vector<KnownPoint> points;
  for (const auto& [place, scores] : places) {
    points.push_back(point_of(place.first, place.second, scores));
  }
  return points;
}

std::optional<figure::FitRate> fit_of(const Arm& arm, const tasks::Range& trained) {
  figure::FitRate rate;
  for (const AskedRun& run : arm.runs) {
    store::Fit fit;
    for (const store::Score* score : run.scores) fit.add(*score, trained);
    if (fit.asked == 0) continue;
    ++rate.seeds;
    rate.fitted += fit.is_fitted() ? 1 : 0;
  }
  return rate.seeds == 0 ? std::nullopt : std::optional(rate);
}

Known known_from(const Arm& arm, const std::string& task) {
  Known known{arm.experiment->name, arm.sweep, arm.setting, is_alone(arm, task)};
  const spec::MixturePart& part = *part_named(*arm.runs.front().spec, task);
  known.runs = static_cast<int>(arm.runs.size());
  known.points = points_of(arm);
  if (part.is_trained()) {
    known.trained = part.difficulty;
    known.fit = fit_of(arm, part.difficulty);
  }
  for (const AskedRun& run : arm.runs) {
    known.steps = std::max(known.steps, run.scores.front()->step);
  }
  return known;
}

/// What is preferred, the most important first; higher is better.
auto worth(const Known& known) {
  std::set<int> difficulties;
  std::set<tasks::Pool> pools;
  for (const KnownPoint& point : known.points) {
    difficulties.insert(point.difficulty);
    pools.insert(point.pool);
  }
  return std::tuple(known.asked_alone, difficulties.size(), pools.size(), known.steps, known.runs);
}

}  // namespace

bool Known::is_curve() const {
  return points.size() > 1 && points.front().pool == points.back().pool;
}

std::optional<Known> known_of(const std::string& task,
                              std::span<const ReportExperiment> experiments) {
  std::optional<Known> best;
  for (const ReportExperiment& experiment : experiments) {
    for (const Arm& arm : arms_of(experiment, task)) {
      Known known = known_from(arm, task);
      if (known.points.empty() || (best && worth(known) <= worth(*best))) continue;
      best = std::move(known);
    }
  }
  return best;
}

}  // namespace lab::report
