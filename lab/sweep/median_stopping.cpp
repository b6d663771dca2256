#include "lab/sweep/median_stopping.h"

#include <algorithm>
#include <optional>

#include "base/statistics.h"
#include "lab/store/run_folder.h"

namespace lab::sweep {
namespace {

/// The mean of what it had up to a step; nothing if it has not come so far.
std::optional<double> average_until(const Trajectory& trajectory, std::int64_t step) {
  if (trajectory.empty() || trajectory.back().first < step) return std::nullopt;
  double sum = 0;
  int count = 0;
  for (const auto& [at, percent] : trajectory) {
    if (at > step) break;
    sum += percent;
    ++count;
  }
  if (count == 0) return std::nullopt;
  return sum / count;
}

/// What a run has scored so far where the rule looks.
Trajectory trajectory_of(const spec::plan::MedianStopping& rule, const spec::RunSpec& spec,
                         std::span<const store::Score> scores) {
  const int wanted = rule.difficulty.value_or(std::ranges::max(spec.score.difficulties));
  Trajectory trajectory;
  for (const store::Score& score : scores) {
    const bool meant = score.task == spec.main.name && score.pool == rule.pool &&
                       score.difficulty == wanted && !score.facet && score.asked > 0;
    if (!meant) continue;
    trajectory.emplace_back(score.step, score.percent());
  }
  std::ranges::sort(trajectory);
  return trajectory;
}

}  // namespace

bool gives_up(const spec::plan::MedianStopping& rule, const Trajectory& own,
              std::span<const Trajectory> others) {
  if (own.empty() || own.back().first < rule.from_step) return false;
  std::vector<double> averages;
  for (const Trajectory& other : others) {
    if (const auto average = average_until(other, own.back().first)) averages.push_back(*average);
  }
  if (std::ssize(averages) < rule.least_runs) return false;
  double best = 0;
  for (const auto& [step, percent] : own) best = std::max(best, percent);
  return best < base::median(averages);
}

MedianWatch::MedianWatch(const spec::plan::MedianStopping& rule,
                         std::span<const spec::plan::PlannedRun> runs, std::filesystem::path store)
    : rule_(rule), runs_(runs), store_(std::move(store)) {}

void MedianWatch::read(const spec::plan::PlannedRun& run) {
  const std::filesystem::path folder = store::run_folder(store_, run.spec.fingerprint);
  std::error_code none;
  const std::uintmax_t size = std::filesystem::file_size(folder / "scores.tsv", none);
  Known& known = known_[run.spec.fingerprint];
  if (none || size == known.size) return;
  known.size = size;
  known.trajectory = trajectory_of(rule_, run.spec, store::scores_in(folder));
}

bool MedianWatch::gives_up(const spec::plan::PlannedRun& run) {
  read(run);
  Known& own = known_[run.spec.fingerprint];
  if (own.size == own.judged_size) return own.given_up;  // nothing new
  std::vector<Trajectory> others;
  for (const spec::plan::PlannedRun& other : runs_) {
    if (other.spec.fingerprint == run.spec.fingerprint) continue;
    read(other);
    others.push_back(known_[other.spec.fingerprint].trajectory);
  }
  own.judged_size = own.size;
  own.given_up = sweep::gives_up(rule_, own.trajectory, others);
  return own.given_up;
}

}  // namespace lab::sweep
