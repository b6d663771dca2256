#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "lab/report/drawing/shape.h"

namespace lab::report::drawing {

/// An SVG file says something that gnuplot does not write in our figures.
struct NotOurs {};

/// Throws NotOurs unless `known`.
void require_known(bool known);

// What attributes of SVG say, as far as gnuplot writes them; each throws NotOurs of other texts.

/// A finite number without a unit.
double number_of(std::string_view text);

/// Numbers apart by commas and spaces.
std::vector<double> numbers_in(std::string_view text);

/// The same, as a short text.
std::string numbers_text(std::string_view text);

/// "none", "black", "#ffffff", "rgb( 9, 119, 181)".
Paint paint_in(std::string_view text);

/// "translate(1,2)": each with its numbers.
struct Call {
  std::string_view name;
  std::vector<double> numbers;
};
std::vector<Call> calls_in(std::string_view text);

/// M, L and Z with absolute points.
std::vector<Line> path_in(std::string_view text);

/// One closed line.
std::vector<Line> polygon_in(std::string_view text);

}  // namespace lab::report::drawing
