#include "lab/figure/thresholds.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "base/error.h"

namespace lab::figure {
namespace {

struct Tried {
  double value = 0, percent = 0;
};

/// By rising value. The first value that reaches `reach`, moved back to where it would be reached.
std::optional<double> threshold(const std::vector<Tried>& tried, double reach) {
  const auto first =
      std::ranges::find_if(tried, [&](const Tried& t) { return t.percent >= reach; });
  if (first == tried.end() || first == tried.begin()) return std::nullopt;
  const Tried& before = *(first - 1);
  if (before.value <= 0 || first->value > widest_bracket * before.value) return std::nullopt;
  const double share = (reach - before.percent) / (first->percent - before.percent);
  return before.value * std::pow(first->value / before.value, share);
}

/// What each seed tried, by rising value.
std::map<std::uint64_t, std::vector<Tried>> by_seed(const Measured& measured) {
  std::map<std::uint64_t, std::vector<Tried>> tried;
  for (const Point& point : measured.points) {
    for (std::size_t i = 0; i < point.seeds.size(); ++i) {
      tried[point.seeds[i]].push_back({point.x, point.seed_values[i]});
    }
  }
  return tried;
}

std::optional<base::PowerLaw> law_of(std::span<const Point> points) {
  if (points.size() < 2) return std::nullopt;
  std::vector<base::AtX> at;
  for (const Point& point : points) at.push_back({point.x, point.seed_values});
  return base::power_law(at);
}

/// The values that the x axis has in the selected sweeps, by rising number.
std::map<double, std::string> x_values(const RowFilter& filter, const std::string& axis,
                                       std::span<const store::ResultRow> rows,
                                       const std::string& place) {
  std::map<double, std::string> values;
  for (const store::ResultRow& row : rows) {
    if (!in_sweeps(filter, row)) continue;
    const double x = number_on(row, axis, place);
    base::require(x > 0, place, ": axis ", axis,
                  ": a threshold is drawn over numbers above 0, found ", x);
    values.emplace(x, setting_on(row, axis, place));
  }
  return values;
}

}  // namespace

Measured thresholds(const RowFilter& filter, const SeriesSpec&, const FigureSpec& figure,
                    std::span<const store::ResultRow> rows, const std::string& place) {
  Measured result;
  for (const auto& [x, text] : x_values(filter, figure.x_axis, rows, place)) {
    RowFilter here = filter;
    here.where.push_back({figure.x_axis, text});
    const auto y = [&](const store::ResultRow& row) {
      return number_on(row, figure.y_axis, place);
    };
    int missing = 0;
    Point point{.x = x, .value = {}, .mean = {}, .seed_values = {}, .seeds = {}};
    const Measured all = measure(here, ScoredSteps::last, y, {}, rows, place);
    widen(all.steps, &result.steps);
    for (const auto& [seed, tried] : by_seed(all)) {
      const std::optional<double> found = threshold(tried, figure.reach);
      if (!found) {
        ++missing;
        continue;
      }
      point.seeds.push_back(seed);
      point.seed_values.push_back(*found);
    }
    result.left_out += missing;
    if (missing > 0 || point.seeds.empty()) continue;  // what is left would be the easy seeds
    point.value = base::median_range(point.seed_values);
    point.mean = base::mean_t(point.seed_values);
    result.seeds = std::max(result.seeds, static_cast<int>(point.seeds.size()));
    result.points.push_back(std::move(point));
  }
  result.law = law_of(result.points);
  return result;
}

}  // namespace lab::figure
