#include "lab/report/drawing/read.h"

#include <expat.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numbers>
#include <stdexcept>

#include "base/error.h"
#include "base/text.h"
#include "lab/report/drawing/marks.h"
#include "lab/report/drawing/values.h"

namespace lab::report::drawing {
namespace {

using Attributes = std::map<std::string_view, std::string_view>;

/// An open element: what those in it inherit.
struct Level {
  Ink ink;
  Paint color = 0;      ///< SVG's currentColor
  double x = 0, y = 0;  ///< of the origin
  double scale = 1, angle = 0;
  double font_size = 12;
  bool bold = false;
  std::string anchor = "start";
};

/// The drawing so far, and where the parser is.
struct Reading {
  Drawing drawing;
  std::vector<Level> open;
  int passed_over = 0;  ///< open elements whose content is not drawn
  bool in_text = false;
  bool foreign = false;  ///< something that is not drawn by our figures
};

Reading& of(void* user) { return *static_cast<Reading*>(user); }

void transform(std::string_view text, Level* level) {
  for (const Call& call : calls_in(text)) {
    const std::vector<double>& by = call.numbers;
    require_known(level->angle == 0);  // gnuplot rotates last
    if (call.name == "translate" && by.size() == 2) {
      level->x += level->scale * by[0];
      level->y += level->scale * by[1];
    } else if (call.name == "scale" && by.size() == 1) {
      level->scale *= by[0];
    } else {
      require_known(call.name == "rotate" && by.size() == 1);
      level->angle = by[0];
    }
  }
}

Paint paint_of(std::string_view text, const Level& level) {
  return text == "currentColor" ? level.color : paint_in(text);
}

/// Whether the attribute only says how others are told, or what no browser shows.
bool says_nothing(std::string_view name, std::string_view value) {
  constexpr std::array silent{"id",
                              "class",
                              "shape-rendering",
                              "font-family",
                              "width",
                              "height",
                              "x",
                              "y",
                              "d",
                              "points",
                              "viewBox",
                              "xmlns",
                              "http://www.w3.org/1999/xlink href"};
  if (std::ranges::find(silent, name) != silent.end()) return true;
  return (name == "stroke-linecap" && value == "butt") ||
         (name == "stroke-linejoin" && value == "miter");
}

void read_attribute(std::string_view name, std::string_view value, Level* level) {
  Ink& ink = level->ink;
  if (name == "fill")
    ink.fill = paint_of(value, *level);
  else if (name == "stroke")
    ink.stroke = paint_of(value, *level);
  else if (name == "stroke-width")
    ink.stroke_width = number_of(value);
  else if (name == "stroke-dasharray")
    ink.dashes = numbers_text(value);
  else if (name == "opacity")
    ink.opacity *= number_of(value);
  else if (name == "fill-opacity")
    ink.fill_opacity = number_of(value);
  else if (name == "font-size")
    level->font_size = number_of(value);
  else if (name == "font-weight")
    level->bold = value == "bold";
  else if (name == "text-anchor")
    level->anchor = value;
  else if (name == "transform")
    transform(value, level);
  else
    require_known(says_nothing(name, value));
}

/// `color` first: others may say currentColor.
void inherit(const Attributes& attributes, Level* level) {
  const auto color = attributes.find("color");
  if (color != attributes.end()) level->color = paint_in(color->second);
  for (const auto& [name, value] : attributes) {
    if (name != "color") read_attribute(name, value, level);
  }
}

void add_path(std::vector<Line> lines, const Level& level, Drawing* drawing) {
  require_known(level.angle == 0);
  std::erase_if(lines, [](const Line& line) { return line.points.size() < 2; });
  if (lines.empty() || (!level.ink.fill && !level.ink.stroke)) return;
  for (Line& line : lines) {
    for (auto& [x, y] : line.points) {
      x = level.x + level.scale * x;
      y = level.y + level.scale * y;
    }
  }
  drawing->shapes.push_back({Shape::Kind::path, level.ink, std::move(lines)});
}

void add_mark(std::string_view name, Level level, Drawing* drawing) {
  const PointMark mark = point_mark(name);
  require_known(level.angle == 0);
  level.ink.fill = mark.filled ? level.color : std::nullopt;
  level.ink.stroke = level.color;
  level.ink.stroke_width = mark_stroke * level.scale;
  level.ink.dashes.clear();
  if (mark.radius == 0) return add_path(mark.lines, level, drawing);
  Shape circle{Shape::Kind::circle, level.ink, {}, level.x, level.y, mark.radius * level.scale};
  if (mark.filled) {  // one shape of one colour, border and all
    circle.radius += level.ink.stroke_width / 2;
    circle.ink.stroke.reset();
  }
  drawing->shapes.push_back(circle);
}

/// The page itself, or its background.
void add_rectangle(const Attributes& attributes, const Level& level, Drawing* drawing) {
  const Drawing& page = *drawing;
  const auto of = [&](const char* name) { return number_of(attributes.at(name)); };
  const bool whole = of("x") == 0 && of("y") == 0 && of("width") == page.width &&
                     of("height") == page.height && page.shapes.empty();
  require_known(whole && level.ink.fill == Paint(0xffffff));
}

void begin_text(const Level& level, Reading* reading) {
  Ink ink{level.ink.fill, {}, level.ink.fill_opacity, level.ink.opacity, 1, {}};
  Shape text{Shape::Kind::text, ink, {}, level.x, level.y};
  text.angle = level.angle;
  text.font_size = level.font_size * level.scale;
  text.anchor = level.anchor;
  reading->drawing.shapes.push_back(text);
  reading->in_text = true;
}

void begin_known(std::string_view name, const Attributes& attributes, Reading* reading) {
  const Level& level = reading->open.back();
  Drawing& drawing = reading->drawing;
  require_known(!reading->in_text || name == "tspan");
  if (name == "svg") {
    require_known(reading->open.size() == 2);
    drawing.width = number_of(attributes.at("width"));
    drawing.height = number_of(attributes.at("height"));
  } else if (name == "path") {
    add_path(path_in(attributes.at("d")), level, &drawing);
  } else if (name == "polygon") {
    add_path(polygon_in(attributes.at("points")), level, &drawing);
  } else if (name == "use") {
    add_mark(attributes.at("http://www.w3.org/1999/xlink href"), level, &drawing);
  } else if (name == "rect") {
    add_rectangle(attributes, level, &drawing);
  } else if (name == "text") {
    begin_text(level, reading);
  } else if (name == "tspan") {
    require_known(reading->in_text);
    drawing.shapes.back().bold |= level.bold;
  } else {
    require_known(name == "g");
  }
}

/// "path" of "http://www.w3.org/2000/svg path"; nothing of other names.
std::string_view name_of(std::string_view full) {
  constexpr std::string_view space = "http://www.w3.org/2000/svg ";
  require_known(full.starts_with(space));
  return full.substr(space.size());
}

void begin(void* user, const XML_Char* full, const XML_Char** pairs) {
  Reading& reading = of(user);
  if (reading.foreign) return;
  try {
    const std::string_view name = name_of(full);
    if (reading.passed_over > 0 || name == "defs" || name == "title" || name == "desc") {
      ++reading.passed_over;
      return;
    }
    Attributes attributes;
    for (; *pairs != nullptr; pairs += 2) attributes[pairs[0]] = pairs[1];
    reading.open.push_back(reading.open.back());
    inherit(attributes, &reading.open.back());
    begin_known(name, attributes, &reading);
  } catch (const NotOurs&) {
    reading.foreign = true;
  } catch (const std::out_of_range&) {  // an attribute that is missing
    reading.foreign = true;
  }
}

void end(void* user, const XML_Char* name) {
  Reading& reading = of(user);
  if (reading.foreign) return;
  if (reading.passed_over > 0) {
    --reading.passed_over;
    return;
  }
  reading.open.pop_back();
  if (std::string_view(name).ends_with(" text")) reading.in_text = false;
}

void hear(void* user, const XML_Char* text, int bytes) {
  Reading& reading = of(user);
  if (reading.foreign || reading.passed_over > 0 || !reading.in_text) return;
  reading.drawing.shapes.back().text.append(text, static_cast<std::size_t>(bytes));
}

}  // namespace

std::optional<Drawing> read_drawing(std::string_view svg) {
  constexpr std::size_t most = 1 << 26;  // bytes: expat counts them in an int
  if (svg.size() > most) return std::nullopt;
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreateNS(nullptr, ' '), XML_ParserFree);
  base::promise(parser != nullptr, "there is memory for a parser");
  Reading reading;
  reading.open.emplace_back().ink.fill = 0;
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), begin, end);
  XML_SetCharacterDataHandler(parser.get(), hear);
  const auto status = XML_Parse(parser.get(), svg.data(), static_cast<int>(svg.size()), XML_TRUE);
  if (status != XML_STATUS_OK || reading.foreign || reading.drawing.width <= 0) {
    return std::nullopt;
  }
  return reading.drawing;
}

}  // namespace lab::report::drawing
