#include "lab/figure/axes.h"

#include <fmt/format.h>

#include <cmath>
#include <initializer_list>
#include <set>
#include <vector>

#include "base/numbers.h"
#include "base/text.h"
#include "lab/figure/text.h"

namespace lab::figure {
namespace {

constexpr double y_margin = 1.5, y_high = 102;  // percent: lines at 0 and 100 are seen whole
constexpr double log_room = 0.06;               // of a logarithmic axis, beyond its last points

Extent x_extent(const FigureData& data) {
  Extent x;
  for (const Series& series : data.series) {
    for (const Point& point : series.measured.points) x.add(point.x);
    for (const PaperNumber& paper : series.paper) x.add(paper.test_length);
  }
  return x;
}

Extent y_extent(const FigureData& data) {
  Extent y;
  for (const Series& series : data.series) {
    for (const Point& point : series.measured.points) {
      y.add(point.value.low);
      y.add(point.value.high);
    }
  }
  return y;
}

/// Room on both sides, on a logarithmic axis.
Extent widened(const Extent& extent) {
  const double room = std::pow(std::max(extent.high / extent.low, 1.2), log_room);
  return {extent.low / room, extent.high * room};
}

/// Room on both sides of x, and 0 where it is the difficulty or a step.
Extent widened_x(Extent x, bool from_zero) {
  if (from_zero) x.add(0);
  if (x.low == x.high) x.add(x.low + 1);
  const double room = 0.02 * (x.high - x.low);
  return {x.low == 0 ? 0 : x.low - room, x.high + room};
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

std::set<double> measured_x(const FigureData& data) {
  std::set<double> measured;
  for (const Series& series : data.series) {
    for (const Point& point : series.measured.points) measured.insert(point.x);
  }
  return measured;
}

template <typename Numbers>
std::string tics_text(const Numbers& tics) {
  return base::joined(
      tics, [](double one) { return fmt::format("'{}' {:g}", base::shortest_text(one), one); });
}

}  // namespace

double ChartAxes::height_of(double value) const {
  if (scaling == Scaling::linear) return (value - y.low) / (y.high - y.low);
  return std::log(value / y.low) / std::log(y.high / y.low);
}

ChartAxes percent_axes(const FigureData& data, std::string_view otherwise) {
  const Extent x = widened_x(x_extent(data), data.spec.x_axis.empty());
  const double lowest = std::min(y_extent(data).low, 0.0);
  const Extent y{20 * std::floor(lowest / 20) - y_margin, y_high};
  const std::string label = data.spec.x_label.empty() ? std::string(otherwise) : data.spec.x_label;
  const std::string commands = fmt::format(
      "set xrange [{:g}:{:g}]\nset yrange [{:g}:{:g}]\n"
      "set ytics {:g},20,100\nset grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1\n"
      "set xlabel {} offset 0,0.9\nset ylabel 'exact match (%)' offset 1,0\n",
      x.low, x.high, y.low, y.high, y.low + y_margin, literal(label));
  return {y, Scaling::linear, commands};
}

ChartAxes logarithmic_axes(const FigureData& data) {
  const Extent x = widened(x_extent(data)), y = widened(y_extent(data));
  const std::string commands = fmt::format(
      "set logscale xy\nset xrange [{:g}:{:g}]\nset yrange [{:g}:{:g}]\nset xtics ({})\n"
      "set ytics ({})\nset grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1\n"
      "set xlabel {} offset 0,0.9\nset ylabel {} offset 1,0\n",
      x.low, x.high, y.low, y.high, tics_text(measured_x(data)), tics_text(round_tics(y)),
      literal(data.spec.x_label.empty() ? data.spec.x_axis : data.spec.x_label),
      literal(data.spec.y_label));
  return {y, Scaling::logarithmic, commands};
}

}  // namespace lab::figure
