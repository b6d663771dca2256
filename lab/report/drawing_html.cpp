#include "lab/report/drawing_html.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "lab/report/drawing/colors.h"

namespace lab::report {
namespace {

using drawing::figure_color;
using drawing::Ink;
using drawing::Line;
using drawing::map_color;
using drawing::Paint;
using drawing::Shape;

/// "12.5", ".5", "-3": a tenth of a pixel is enough.
std::string short_number(double value, int digits = 1) {
  std::string text = fmt::format("{:.{}f}", value, digits);
  if (text.find('.') != text.npos) {
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
  }
  if (text == "-0") return "0";
  if (text.starts_with("0.")) return text.substr(1);
  return text.starts_with("-0.") ? "-" + text.substr(2) : text;
}

bool is_cell(const Shape& shape) {
  return shape.kind == Shape::Kind::path && shape.ink.fill && !shape.ink.stroke &&
         shape.ink.fill_opacity == 1 && shape.ink.opacity == 1;
}

bool known(Paint paint) { return !paint || figure_color(*paint); }

bool is_ours(const Shape& shape) {
  const bool fill = known(shape.ink.fill) || (is_cell(shape) && map_color(*shape.ink.fill));
  return fill && known(shape.ink.stroke);
}

enum class Colors { ours, its_own };

std::string paint_text(std::uint32_t color, Colors colors) {
  if (colors == Colors::its_own) return fmt::format("#{:06x}", color);
  return fmt::format("var({})", *figure_color(color));
}

void add_fill(const Shape& shape, Colors colors, Attributes* attributes) {
  if (!shape.ink.fill) return;
  const std::uint32_t color = *shape.ink.fill;
  double opacity = shape.ink.fill_opacity;
  if (colors == Colors::ours && is_cell(shape) && map_color(color)) {
    const drawing::MapColor cell = *map_color(color);
    attributes->emplace_back("class", "cell");
    attributes->emplace_back("fill", fmt::format("var({})", cell.variable));
    opacity = cell.opacity;
  } else if (colors == Colors::ours && shape.kind == Shape::Kind::text && color == 0xffffff) {
    attributes->emplace_back("fill", "var(--k2)");  // on a dark cell, which the page has lighter
  } else {
    attributes->emplace_back("fill", paint_text(color, colors));
  }
  if (shape.kind == Shape::Kind::circle && !shape.ink.stroke) opacity *= shape.ink.opacity;
  if (opacity != 1) attributes->emplace_back("fill-opacity", short_number(opacity, 2));
}

void add_stroke(const Ink& ink, Colors colors, Attributes* attributes) {
  if (!ink.stroke) return;
  attributes->emplace_back("stroke", paint_text(*ink.stroke, colors));
  if (ink.stroke_width != 1) {
    attributes->emplace_back("stroke-width", short_number(ink.stroke_width, 2));
  }
  if (!ink.dashes.empty()) attributes->emplace_back("stroke-dasharray", ink.dashes);
}

void add_font(const Shape& shape, Attributes* attributes) {
  attributes->emplace_back("font-size", short_number(shape.font_size));
  if (shape.bold) attributes->emplace_back("font-weight", "bold");
  if (shape.anchor != "start") attributes->emplace_back("text-anchor", shape.anchor);
}

/// What shapes that follow each other may share.
Attributes look_of(const Shape& shape, Colors colors) {
  Attributes attributes;
  add_fill(shape, colors, &attributes);
  add_stroke(shape.ink, colors, &attributes);
  const bool as_fill = shape.kind == Shape::Kind::circle && !shape.ink.stroke;
  if (shape.ink.opacity != 1 && !as_fill) {
    attributes.emplace_back("opacity", short_number(shape.ink.opacity, 2));
  }
  if (shape.kind == Shape::Kind::text) add_font(shape, &attributes);
  return attributes;
}

std::string point_text(const std::array<double, 2>& point) {
  return short_number(point[0]) + "," + short_number(point[1]);
}

std::string path_text(const Line& line) {
  std::string text = "M" + point_text(line.points.front());
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    const auto &from = line.points[i - 1], &to = line.points[i];
    if (short_number(from[1]) == short_number(to[1])) {
      text += "H" + short_number(to[0]);
    } else if (short_number(from[0]) == short_number(to[0])) {
      text += "V" + short_number(to[1]);
    } else {
      text += "L" + point_text(to);
    }
  }
  return line.closed ? text + "z" : text;
}

Html text_html(const Shape& shape) {
  Attributes attributes{{"x", short_number(shape.x)}, {"y", short_number(shape.y)}};
  if (shape.angle != 0) {
    attributes.emplace_back("transform", fmt::format("rotate({} {} {})", short_number(shape.angle),
                                                     short_number(shape.x), short_number(shape.y)));
  }
  return element("text", attributes, html_text(base::trimmed(shape.text)));
}

Html circle_html(const Shape& shape) {
  return empty_element("circle", {{"cx", short_number(shape.x)},
                                  {"cy", short_number(shape.y)},
                                  {"r", short_number(shape.radius, 2)}});
}

/// Shapes first .. last, which look alike. Paths that cover what is below them become one.
Html run_of(std::span<const Shape> shapes, const Attributes& look) {
  Html html;
  std::string path;
  const auto end_path = [&] {
    if (!path.empty()) html += empty_element("path", {{"d", path}});
    path.clear();
  };
  for (const Shape& shape : shapes) {
    if (shape.kind == Shape::Kind::path) {
      if (shape.ink.opacity != 1 || shape.ink.fill_opacity != 1) end_path();
      for (const Line& line : shape.lines) path += path_text(line);
    } else {
      end_path();
      html += shape.kind == Shape::Kind::text ? text_html(shape) : circle_html(shape);
    }
  }
  end_path();
  return element("g", look, html);
}

}  // namespace

Html drawing_html(const drawing::Drawing& drawing, const std::string& description) {
  const std::vector<Shape>& shapes = drawing.shapes;
  const Colors colors = std::ranges::all_of(shapes, is_ours) ? Colors::ours : Colors::its_own;
  Html html;
  for (std::size_t first = 0; first < shapes.size();) {
    const Attributes look = look_of(shapes[first], colors);
    std::size_t last = first + 1;
    while (last < shapes.size() && look_of(shapes[last], colors) == look) ++last;
    html += run_of(std::span(shapes).subspan(first, last - first), look);
    first = last;
  }
  const std::string box =
      fmt::format("{} {} {} {}", short_number(drawing.left), short_number(drawing.top),
                  short_number(drawing.width), short_number(drawing.height));
  Attributes attributes{{"viewBox", box},
                        {"width", short_number(drawing.width)},
                        {"height", short_number(drawing.height)},
                        {"role", "img"},
                        {"aria-label", description}};
  if (colors == Colors::its_own) attributes.emplace_back("class", "plain");
  return element("svg", attributes, html);
}

}  // namespace lab::report
