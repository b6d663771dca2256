#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lab::report::drawing {

/// A colour as 0xRRGGBB; nothing: not painted.
using Paint = std::optional<std::uint32_t>;

/// How a shape is painted, all of it resolved: nothing is inherited.
struct Ink {
  Paint fill, stroke;
  double fill_opacity = 1, opacity = 1, stroke_width = 1;
  std::string dashes = {};  ///< SVG's stroke-dasharray, or empty

  bool operator==(const Ink&) const = default;
};

/// Points in pixels that a path goes through.
struct Line {
  std::vector<std::array<double, 2>> points;
  bool closed = false;
};

/// A part of a drawing, in pixels of the page.
struct Shape {
  enum class Kind { path, circle, text } kind;
  Ink ink;
  std::vector<Line> lines = {};     ///< of a path
  double x = 0, y = 0, radius = 0;  ///< centre of a circle; where a text's baseline begins
  std::string text = {};
  double angle = 0, font_size = 0;  ///< of a text: degrees clockwise, pixels
  bool bold = false;
  std::string anchor = {};  ///< of a text: start, middle or end
};

/// What gnuplot's terminal svg drew, without its groups, definitions and page.
struct Drawing {
  double left = 0, top = 0, width = 0, height = 0;  ///< the part that is shown, pixels
  std::vector<Shape> shapes;                        ///< from below
};

}  // namespace lab::report::drawing
