#pragma once
#include <optional>
#include <string_view>

#include "lab/report/drawing/shape.h"

namespace lab::report::drawing {

/// Reads an SVG file back. Nothing if there is anything in it that gnuplot 5.4 does not draw in our
/// figures: gradients, pictures, styles, links, scripts, curves. Point marks become what gnuplot
/// defines them to be.
std::optional<Drawing> read_drawing(std::string_view svg);

}  // namespace lab::report::drawing
