#include "lab/figure/axes.h"

#include <fmt/format.h>

#include <cmath>
#include <initializer_list>
#include <set>
#include <vector>

#include "base/error.h"
#include "base/numbers.h"
#include "base/text.h"
#include "lab/figure/text.h"

namespace lab::figure {
namespace {

constexpr double y_room = 0.015;   // of an axis of percents: lines at its ends are seen whole
constexpr double log_room = 0.06;  // of a logarithmic axis, beyond its last points

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
      if (point.guess) y.add(*point.guess);
    }
    for (const PaperNumber& paper : series.paper) y.add(paper.percent);
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
  const double lowest = x.low;
  if (from_zero) x.add(0);
  if (x.low == x.high) x.add(x.low + 1);
  const double room = end_room * (x.high - x.low);
  return {std::min(x.low, lowest - room), x.high + room};
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

/// What gnuplot needs to draw x on a linear axis.
std::string linear_x(const Extent& x) {
  return fmt::format("set xrange [{:g}:{:g}]\nplace(x) = x\n", x.low, x.high);
}

/// The same on a logarithmic one, 0 at its left end, as far from the least number as that is from
/// the next.
std::string logarithmic_x(const std::set<double>& measured, Extent* x) {
  constexpr double usual_ratio = 4;
  auto first = measured.upper_bound(0);
  base::promise(first != measured.end(), "a logarithmic axis has a number above 0");
  const auto second = std::next(first);
  const double ratio = second == measured.end() ? usual_ratio : *second / *first;
  const double zero = *first / ratio;
  *x = widened({measured.contains(0) ? zero : *first, *measured.rbegin()});
  const std::string tics = base::joined(measured, [&](double one) {
    return fmt::format("'{}' {:g}", base::shortest_text(one), one == 0 ? zero : one);
  });
  return fmt::format(
      "set logscale x\nset xrange [{:g}:{:g}]\nset xtics ({})\n"
      "# the place of x: 0 has none of its own on a logarithmic axis\n"
      "place(x) = x > 0 ? x : {:g}\n",
      x->low, x->high, tics, zero);
}

std::string percent_text(double percent) { return base::shortest_text(percent); }

}  // namespace

PercentAxis percent_axis(const FigureData& data) {
  constexpr double low_is = 40;  // percent: above it the axis goes to 100
  const Extent y = y_extent(data);
  const double least = std::min(20 * std::floor(y.low / 20), 0.0);
  if (least < 0 || y.high > low_is) {
    const double room = y_room * 100;
    return {{least - room, 100 + room}, 100, fmt::format("{:g},20,100", least)};
  }
  constexpr double ends[] = {1, 2, 5, 10, 20, 50};
  const double end = *std::ranges::lower_bound(ends, 1.05 * y.high);
  return {{-y_room * end, end * (1 + y_room)}, end, fmt::format("0,{:g},{:g}", end / 5, end)};
}

std::string about_percent_axis(const FigureData& data) {
  const double end = percent_axis(data).end;
  return end == 100 ? "" : "The axis ends at " + percent_text(end) + "\u00a0%.";
}

double ChartAxes::height_of(double value) const {
  if (y_scaling == Scaling::linear) return (value - y.low) / (y.high - y.low);
  return std::log(value / y.low) / std::log(y.high / y.low);
}

std::string ChartAxes::moved(const std::string& expression, double share) const {
  const std::string at = "place(" + expression + ")";
  if (share == 0) return at;
  if (x_scaling == Scaling::linear) return fmt::format("{}{:+.4g}", at, share * (x.high - x.low));
  return fmt::format("{}*{:.5g}", at, std::pow(x.high / x.low, share));
}

ChartAxes percent_axes(const FigureData& data, std::string_view otherwise) {
  const std::set<double> measured = measured_x(data);
  const bool logarithmic = data.spec.x_scale == Scaling::logarithmic;
  Extent x = widened_x(x_extent(data), data.spec.x_axis.empty());
  std::string commands = logarithmic ? logarithmic_x(measured, &x) : linear_x(x);
  const PercentAxis percent = percent_axis(data);
  const std::string label = data.spec.x_label.empty() ? std::string(otherwise) : data.spec.x_label;
  commands += fmt::format(
      "set yrange [{:g}:{:g}]\nset ytics {}\nset grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1\n"
      "set xlabel {} offset 0,0.9\nset ylabel 'exact match (%)' offset 1,0\n",
      percent.seen.low, percent.seen.high, percent.tics, literal(label));
  return {x, percent.seen, data.spec.x_scale, Scaling::linear, commands, measured.size()};
}

ChartAxes logarithmic_axes(const FigureData& data) {
  const std::set<double> measured = measured_x(data);
  Extent x;
  const Extent y = widened(y_extent(data));
  std::string commands = logarithmic_x(measured, &x);
  commands += fmt::format(
      "set logscale y\nset yrange [{:g}:{:g}]\nset ytics ({})\n"
      "set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1\n"
      "set xlabel {} offset 0,0.9\nset ylabel {} offset 1,0\n",
      y.low, y.high, tics_text(round_tics(y)),
      literal(data.spec.x_label.empty() ? data.spec.x_axis : data.spec.x_label),
      literal(data.spec.y_label));
  return {x, y, Scaling::logarithmic, Scaling::logarithmic, commands, measured.size()};
}

}  // namespace lab::figure
