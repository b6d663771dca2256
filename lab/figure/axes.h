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

enum class Scaling { linear, logarithmic };

/// The axes of a chart, with room on both sides of everything that is drawn.
struct ChartAxes {
  Extent y;
  Scaling scaling = Scaling::linear;  ///< of both axes
  std::string commands;               ///< gnuplot's: ranges, tics and titles

  /// The share of the y axis below `value`.
  double height_of(double value) const;
};

/// Percents from 0 on, but where a gap is below; `otherwise` is what x counts if the figure does
/// not say it. Promise: there is a point.
ChartAxes percent_axes(const FigureData& data, std::string_view otherwise);

/// Both logarithmic, with a tic at each x that was measured. Promise: there is a point.
ChartAxes logarithmic_axes(const FigureData& data);

}  // namespace lab::figure
