#include "lab/figure/reached.h"

#include <map>

namespace lab::figure {
namespace {

/// How a run did over its training.
struct Course {
  base::Watched when;
  int scorings = 0;
};

Point point_of(const base::SurvivalStep& step, std::vector<std::uint64_t> left_behind) {
  const base::Estimate& left = step.left;
  const std::vector<double> values(left_behind.size(), 100 * left.middle);
  return {.x = step.time,
          .value = {100 * left.middle, 100 * left.low, 100 * left.high},
          .mean = {100 * left.middle, 100 * left.low, 100 * left.high},
          .seed_values = values,
          .seeds = std::move(left_behind)};
}

}  // namespace

base::SurvivalCurve ReachedRuns::curve() const {
  std::vector<base::Watched> watched;
  for (const Reached& run : runs) watched.push_back(run.when);
  return base::kaplan_meier(watched);
}

ReachedRuns reached(const RowFilter& filter, double reach, std::span<const store::ResultRow> rows,
                    const std::string& place) {
  const auto step = [](const store::ResultRow& row) { return static_cast<double>(row.score.step); };
  std::map<std::uint64_t, Course> by_seed;
  for (const Point& point : measure(filter, ScoredSteps::all, step, {}, rows, place).points) {
    for (std::size_t i = 0; i < point.seeds.size(); ++i) {
      Course& run = by_seed[point.seeds[i]];
      ++run.scorings;
      if (!run.when.happened) run.when = {point.x, point.seed_values[i] >= reach};
    }
  }
  ReachedRuns all;
  for (const auto& [seed, run] : by_seed) {
    if (run.scorings > 1) {
      all.runs.push_back({seed, run.when});
    } else {
      all.end_only.push_back(seed);
    }
  }
  return all;
}

Measured share_left(const RowFilter& filter, const SeriesSpec&, const FigureSpec& figure,
                    std::span<const store::ResultRow> rows, const std::string& place) {
  const ReachedRuns all = reached(filter, figure.reach, rows, place);
  Measured measured;
  measured.seeds = static_cast<int>(all.runs.size());
  measured.left_out = static_cast<int>(all.end_only.size());
  if (all.runs.empty()) return measured;
  measured.points.push_back(point_of({.left = {1, 1, 1}}, {}));
  for (const base::SurvivalStep& step : all.curve().steps) {
    std::vector<std::uint64_t> left_behind;
    for (const Reached& run : all.runs) {
      if (!run.when.happened && run.when.time == step.time) left_behind.push_back(run.seed);
    }
    measured.points.push_back(point_of(step, std::move(left_behind)));
  }
  return measured;
}

}  // namespace lab::figure
