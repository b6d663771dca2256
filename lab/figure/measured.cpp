#include "lab/figure/measured.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/error.h"
#include "lab/store/fit.h"

namespace lab::figure {
namespace {

bool matches(const RowFilter& filter, const store::ResultRow& row) {
  if (!in_sweeps(filter, row)) return false;
  if (row.score.task != filter.task || row.score.asked == 0) return false;
  if (row.score.facet != filter.facet) return false;
  return std::ranges::all_of(filter.where, [&](const auto& setting) {
    return std::ranges::count(row.settings, setting) > 0;
  });
}

/// Rows of the filter in one pool; only of each run's last step (or the one that is named) if
/// `steps` says so. A run that two sweeps share, with the same counts, counts once.
std::vector<const store::ResultRow*> selected(const RowFilter& filter, tasks::Pool pool,
                                              ScoredSteps steps,
                                              std::span<const store::ResultRow> rows) {
  std::map<std::string, std::int64_t> last_step;
  for (const store::ResultRow& row : rows) {
    auto& step = last_step[row.fingerprint];
    step = std::max(step, row.score.step);
  }
  std::set<std::tuple<std::string, std::int64_t, int, std::int64_t, std::int64_t>> taken;
  std::vector<const store::ResultRow*> result;
  for (const store::ResultRow& row : rows) {
    if (!matches(filter, row) || row.score.pool != pool) continue;
    const std::int64_t step = row.score.step;
    const bool right_step =
        filter.step ? step == *filter.step
                    : steps == ScoredSteps::all || step == last_step.at(row.fingerprint);
    if (!right_step) continue;
    const auto& [solved, asked] = std::pair(row.score.solved, row.score.asked);
    if (taken.emplace(row.fingerprint, step, row.score.difficulty, solved, asked).second) {
      result.push_back(&row);
    }
  }
  return result;
}

std::optional<std::int64_t> fewest_different(
    const std::map<std::uint64_t, const store::ResultRow*>& by_seed) {
  std::optional<std::int64_t> fewest = by_seed.begin()->second->score.different;
  for (const auto& [seed, row] : by_seed) fewest = std::min(fewest, row->score.different);
  return fewest;  // nothing is less than any number
}

Point point(double x, const std::map<std::uint64_t, const store::ResultRow*>& by_seed) {
  Point result{.x = x, .value = {}, .mean = {}, .seed_values = {}, .seeds = {}};
  for (const auto& [seed, row] : by_seed) {
    result.seeds.push_back(seed);
    result.seed_values.push_back(row->score.percent());
    if (const auto level = store::guess_level(row->score)) {
      result.guess = std::max(result.guess, std::optional(100 * *level));
    }
  }
  result.different = fewest_different(by_seed);
  result.value = base::median_range(result.seed_values);
  if (by_seed.size() > 1) {
    result.mean = base::mean_t(result.seed_values);
    result.mean.low = std::max(result.mean.low, 0.0);
    result.mean.high = std::min(result.mean.high, 100.0);
  } else {
    const store::Score& only = by_seed.begin()->second->score;
    const base::Estimate share = store::interval(only).value_or(base::Estimate{only.share(), 0, 1});
    result.mean = {100 * share.middle, 100 * share.low, 100 * share.high};
  }
  return result;
}

/// By run, how it does on its training questions after its last step.
using TrainingCounts = std::map<std::string, store::Fit>;

TrainingCounts training_counts(const RowFilter& filter, const std::optional<tasks::Range>& trained,
                               std::span<const store::ResultRow> rows) {
  if (!trained) return {};
  TrainingCounts counts;
  RowFilter any = filter;
  any.step = {};
  any.facet = {};
  for (const store::ResultRow* row : selected(any, tasks::Pool::train, ScoredSteps::last, rows)) {
    if (trained->contains(row->score.difficulty)) {
      counts[row->fingerprint].add(row->score, *trained);
    }
  }
  return counts;
}

/// Of all runs. A seed has fitted if the run of that seed has.
std::optional<FitRate> fit_rate(const TrainingCounts& counts) {
  if (counts.empty()) return std::nullopt;
  FitRate fit{0, static_cast<int>(counts.size())};
  for (const auto& [run, of_run] : counts) fit.fitted += of_run.is_fitted() ? 1 : 0;
  return fit;
}

/// Of these runs.
std::optional<FitRate> fit_rate(const TrainingCounts& counts,
                                const std::map<std::uint64_t, const store::ResultRow*>& by_seed) {
  FitRate fit;
  for (const auto& [seed, row] : by_seed) {
    const auto count = counts.find(row->fingerprint);
    if (count == counts.end()) continue;
    ++fit.seeds;
    fit.fitted += count->second.is_fitted() ? 1 : 0;
  }
  return fit.seeds == 0 ? std::nullopt : std::optional(fit);
}

}  // namespace

bool is_above_guess(const Point& point) { return std::optional(point.value.middle) > point.guess; }

void widen(const std::optional<StepRange>& other, std::optional<StepRange>* steps) {
  if (!other) return;
  if (!*steps) *steps = other;
  *steps = {std::min((*steps)->low, other->low), std::max((*steps)->high, other->high)};
}

Measured difference(const Measured& measured, const Measured& other) {
  Measured result{{}, measured.fit, 0};
  result.steps = measured.steps;
  for (const Point& own : measured.points) {
    const auto match = std::ranges::find(other.points, own.x, &Point::x);
    if (match == other.points.end()) continue;
    Point both{.x = own.x, .value = {}, .mean = {}, .seed_values = {}, .seeds = {}};
    for (std::size_t i = 0; i < own.seeds.size(); ++i) {
      const auto seed = std::ranges::find(match->seeds, own.seeds[i]) - match->seeds.begin();
      if (seed == std::ssize(match->seeds)) continue;
      both.seeds.push_back(own.seeds[i]);
      both.seed_values.push_back(own.seed_values[i] -
                                 match->seed_values[static_cast<std::size_t>(seed)]);
    }
    if (both.seeds.empty()) continue;
    both.value = base::median_range(both.seed_values);
    both.mean = base::mean_t(both.seed_values);
    both.fit = own.fit;
    result.seeds = std::max(result.seeds, static_cast<int>(both.seeds.size()));
    result.points.push_back(std::move(both));
  }
  return result;
}

Measured measure(const RowFilter& filter, ScoredSteps steps,
                 const std::function<double(const store::ResultRow&)>& x,
                 const std::optional<tasks::Range>& trained, std::span<const store::ResultRow> rows,
                 const std::string& place) {
  std::map<double, std::map<std::uint64_t, const store::ResultRow*>> by_x;
  for (const store::ResultRow* row : selected(filter, filter.pool, steps, rows)) {
    if (filter.difficulty && row->score.difficulty != *filter.difficulty) continue;
    const auto [other, added] = by_x[x(*row)].emplace(row->seed, row);
    base::require(added, place, ": runs ", other->second->fingerprint, " and ", row->fingerprint,
                  " both have seed ", row->seed,
                  "; say in rows.where or rows.sweep which is meant");
  }
  const TrainingCounts counts = training_counts(filter, trained, rows);
  Measured measured;
  for (const auto& [value, by_seed] : by_x) {
    measured.points.push_back(point(value, by_seed));
    measured.points.back().fit = fit_rate(counts, by_seed);
    measured.seeds = std::max(measured.seeds, static_cast<int>(by_seed.size()));
    for (const auto& [seed, row] : by_seed) {
      widen(StepRange{row->score.step, row->score.step}, &measured.steps);
    }
  }
  if (!by_x.empty()) measured.fit = fit_rate(counts);
  return measured;
}

}  // namespace lab::figure
