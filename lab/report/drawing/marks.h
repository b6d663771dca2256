#pragma once
#include <string_view>

#include "lab/report/drawing/shape.h"

namespace lab::report::drawing {

/// What gnuplot draws at a point: a circle, or lines, about the origin.
struct PointMark {
  std::vector<Line> lines = {};
  double radius = 0;  ///< of a circle; 0: lines
  bool filled = false;
};

/// Width of a mark's lines, where its radius is 1.
inline constexpr double mark_stroke = 0.222;

/// By how a file refers to it, "#gpPt7" (gnuplot 5.4, terminal svg). Throws NotOurs of others.
PointMark point_mark(std::string_view reference);

}  // namespace lab::report::drawing
