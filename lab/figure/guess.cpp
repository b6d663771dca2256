#include "lab/figure/guess.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "lab/figure/text.h"

namespace lab::figure {
namespace {

constexpr double same_level = 0.05;  // percent
constexpr double small_level = 0.1;  // percent: told as "below"
constexpr double near_level = 5;     // percent: lines up to it from each other are not told apart

bool is_same(double one, double other) { return std::abs(one - other) < same_level; }

std::map<double, double> levels_of(const Series& series) {
  std::map<double, double> levels;
  for (const Point& point : series.measured.points) {
    if (point.guess) levels.emplace(point.x, *point.guess);
  }
  return levels;
}

/// All levels, if no two series differ at one x.
std::optional<std::map<double, double>> shared_levels(const FigureData& data) {
  std::map<double, double> all;
  for (const Series& series : data.series) {
    for (const auto& [x, level] : levels_of(series)) {
      const auto [place, is_new] = all.emplace(x, level);
      if (!is_new && !is_same(place->second, level)) return std::nullopt;
    }
  }
  return all;
}

void add_line(std::optional<std::size_t> series, const std::map<double, double>& levels,
              double least, std::vector<GuessLine>* lines) {
  const auto is_seen = [&](const auto& level) { return level.second > least; };
  if (std::ranges::none_of(levels, is_seen)) return;
  lines->push_back({series, {levels.begin(), levels.end()}});
}

}  // namespace

std::optional<double> GuessLine::flat() const {
  const double first = levels.front().second;
  const bool is_flat =
      std::ranges::all_of(levels, [&](const auto& level) { return is_same(level.second, first); });
  return is_flat ? std::optional(first) : std::nullopt;
}

std::vector<GuessLine> guess_lines(const FigureData& data, double least) {
  std::vector<GuessLine> lines;
  if (const auto shared = shared_levels(data)) {
    add_line(std::nullopt, *shared, least, &lines);
    return lines;
  }
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    add_line(i, levels_of(data.series[i]), least, &lines);
  }
  return lines;
}

std::pair<double, double> levels_of(std::span<const GuessLine> lines) {
  double low = 100, high = 0;
  for (const GuessLine& line : lines) {
    for (const auto& [x, level] : line.levels) {
      low = std::min(low, level);
      high = std::max(high, level);
    }
  }
  return {low, high};
}

bool are_told_apart(std::span<const GuessLine> lines) {
  if (lines.size() != 2) return lines.size() == 1;
  const auto one = levels_of(lines.first(1)), other = levels_of(lines.last(1));
  return std::max(one.first, other.first) - std::min(one.second, other.second) > near_level;
}

bool is_told_as_guess(const Point& point) {
  return point.guess && point.value.middle > 0 && point.value.middle <= *point.guess;
}

std::string about_guess(const FigureData& data) {
  double low = 100, high = -1;
  for (const Series& series : data.series) {
    for (const auto& [x, level] : levels_of(series)) {
      low = std::min(low, level);
      high = std::max(high, level);
    }
  }
  if (high < 0) return "";
  if (high < small_level) return fmt::format("Guessing: below {:g}\u00a0%.", small_level);
  const std::string range =
      is_same(low, high) ? "" : fmt::format("{} to ", low == 0 ? "0" : fmt::format("{:.1f}", low));
  return fmt::format("Guessing (dotted): {}{:.1f}\u00a0%.", range, high);
}

}  // namespace lab::figure
