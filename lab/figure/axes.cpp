#include "lab/figure/axes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>
#include <span>
#include <vector>

#include "base/numbers.h"
#include "lab/figure/text.h"

namespace lab {
namespace {

constexpr double y_margin = 1.5, y_high = 102;  // percent: lines at 0 and 100 are seen whole
constexpr double log_room = 0.06;               // of a threshold's axis, beyond its last points

/// Room on both sides, on a logarithmic axis.
Extent widened(const Extent& extent) {
  const double room = std::pow(std::max(extent.high / extent.low, 1.2), log_room);
  return {extent.low / room, extent.high * room};
}

/// These times the powers of ten, on the axis.
std::vector<double> tics_on(const Extent& axis, std::initializer_list<double> steps) {
  std::vector<double> tics;
  for (double ten = std::pow(10, std::floor(std::log10(axis.low))); ten <= axis.high; ten *= 10) {
    for (const double step : steps) {
      if (step * ten >= axis.low && step * ten <= axis.high) tics.push_back(step * ten);
    }
  }
  return tics;
}

/// Round numbers, closer to each other on a short axis.
std::vector<double> round_tics(const Extent& axis) {
  constexpr std::size_t enough = 3;
  std::vector<double> tics = tics_on(axis, {1, 2, 5});
  if (tics.size() < enough) tics = tics_on(axis, {1, 1.5, 2, 3, 4, 5, 7});
  return tics;
}

std::string tics_text(std::span<const double> tics) {
  std::string text;
  for (const double one : tics) {
    text += fmt::format("{}'{}' {:g}", text.empty() ? "" : ", ", shortest_text(one), one);
  }
  return text;
}

/// Logarithmic, with a tic at each x that was measured.
std::string threshold_axes(const FigureData& data) {
  const Extent x = x_extent(data), y = y_extent(data);
  std::set<double> measured;
  for (const Series& series : data.series) {
    for (const Point& point : series.measured.points) measured.insert(point.x);
  }
  const std::vector<double> x_tics(measured.begin(), measured.end());
  return fmt::format(
      "set logscale xy\nset xrange [{:g}:{:g}]\nset yrange [{:g}:{:g}]\nset xtics ({})\n"
      "set ytics ({})\nset grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1\n"
      "set xlabel {} offset 0,0.9\nset ylabel {} offset 1,0\n",
      x.low, x.high, y.low, y.high, tics_text(x_tics), tics_text(round_tics(y)),
      literal(data.spec.x_label.empty() ? data.spec.x_axis : data.spec.x_label),
      literal(data.spec.y_label));
}

}  // namespace

Extent y_extent(const FigureData& data) {
  Extent y;
  for (const Series& series : data.series) {
    for (const Point& point : series.measured.points) {
      y.add(point.value.low);
      y.add(point.value.high);
    }
  }
  if (is_threshold(data)) return widened(y);
  return {20 * std::floor(std::min(y.low, 0.0) / 20) - y_margin, y_high};
}

double height_of(double y, const Extent& axis, const FigureData& data) {
  if (!is_threshold(data)) return (y - axis.low) / (axis.high - axis.low);
  return std::log(y / axis.low) / std::log(axis.high / axis.low);
}

Extent x_extent(const FigureData& data) {
  Extent x;
  for (const Series& series : data.series) {
    for (const Point& point : series.measured.points) x.add(point.x);
    for (const PaperNumber& paper : series.paper) {
      x.add(paper.test_length);
    }
  }
  if (is_threshold(data)) return widened(x);
  if (data.spec.x_axis.empty()) x.add(0);
  if (x.low == x.high) x.add(x.low + 1);
  const double room = 0.02 * (x.high - x.low);
  return {x.low == 0 ? 0 : x.low - room, x.high + room};
}

std::string chart_axes(const FigureData& data) {
  if (is_threshold(data)) return threshold_axes(data);
  const Extent x = x_extent(data), y = y_extent(data);
  const bool curve = data.spec.kind == FigureKind::curve;
  const std::string otherwise = curve ? "training step" : "difficulty";
  const std::string label = data.spec.x_label.empty() ? otherwise : data.spec.x_label;
  return fmt::format(
      "set xrange [{:g}:{:g}]\nset yrange [{:g}:{:g}]\n"
      "set ytics {:g},20,100\nset grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1\n"
      "set xlabel {} offset 0,0.9\nset ylabel 'exact match (%)' offset 1,0\n",
      x.low, x.high, y.low, y.high, y.low + y_margin, literal(label));
}

}  // namespace lab
