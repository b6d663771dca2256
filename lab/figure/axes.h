#pragma once
#include <limits>
#include <string>

#include "lab/figure/data.h"

namespace lab {

/// From where to where an axis goes.
struct Extent {
  double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();
  void add(double x) {
    low = std::min(low, x);
    high = std::max(high, x);
  }
};

/// Whether both axes are logarithmic.
inline bool is_threshold(const FigureData& data) { return data.spec.kind == FigureKind::threshold; }

/// Of everything that is drawn, with room on both sides; percents from 0 on, but where a gap is
/// below. Promise: there is a point.
Extent x_extent(const FigureData& data);
Extent y_extent(const FigureData& data);

/// The share of the y axis below `y`.
double height_of(double y, const Extent& axis, const FigureData& data);

/// gnuplot's ranges, tics and titles of a chart's axes.
std::string chart_axes(const FigureData& data);

}  // namespace lab
