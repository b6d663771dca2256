#pragma once
#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

#include "lab/figure/data.h"

namespace lab::figure {

/// From where to where an axis goes.
struct Extent {
  double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();
  void add(double x) {
    low = std::min(low, x);
    high = std::max(high, x);
  }
};

/// Of a linear x axis, free beyond its first and last points; seeds may stand in it.
inline constexpr double end_room = 0.03;

/// An axis of percents.
struct PercentAxis {
  Extent seen;       ///< with room for lines at its ends
  double end = 100;  ///< the last number on it
  std::string tics;  ///< gnuplot's: "0,20,100"
};

/// From 0, or below where a gap is, to 100; to less where everything would lie at its foot.
PercentAxis percent_axis(const FigureData& data);

/// "The axis ends at 5 %." if it does not go to 100, else empty.
std::string about_percent_axis(const FigureData& data);

/// The axes of a chart, with room on both sides of everything that is drawn.
struct ChartAxes {
  Extent x, y;
  Scaling x_scaling = Scaling::linear, y_scaling = Scaling::linear;
  std::string commands;        ///< gnuplot's: ranges, tics and titles, and `place`, an x's place
  std::size_t x_measured = 1;  ///< how many different x

  /// The share of the y axis below `value`.
  double height_of(double value) const;

  /// gnuplot's expression of the place of `x` (an expression) moved right by a share of the axis.
  std::string moved(const std::string& x, double share) const;
};

/// Exact match over x; `otherwise` is what x counts if the figure does not say it. Promise: there
/// is a point.
ChartAxes percent_axes(const FigureData& data, std::string_view otherwise);

/// Both logarithmic, with a tic at each x that was measured. Promise: there is a point.
ChartAxes logarithmic_axes(const FigureData& data);

}  // namespace lab::figure
