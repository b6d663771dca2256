#include "lab/report/drawing/lettering.h"

#include <algorithm>

#include "base/text.h"

namespace lab::report::drawing {
namespace {

constexpr std::uint32_t caption_color = 0x555555, about_color = 0x444444;
constexpr double caption_size = 10;  // pixels, of its letters
constexpr double about_below = 21;   // pixels below the title's baseline, at most
constexpr double air = 6;            // pixels around what is left

/// A title: bold, and further to the left than most.
bool is_title(const Shape& shape) {
  return shape.kind == Shape::Kind::text && shape.bold && shape.anchor == "start";
}

/// Whether it is of the letters below plots and titles, and begins where the title does.
bool is_small_print(const Shape& shape, const Shape& title, std::uint32_t color) {
  return shape.kind == Shape::Kind::text && shape.angle == 0 && shape.x == title.x &&
         shape.font_size == caption_size && shape.ink.fill == Paint(color);
}

void say(const std::string& line, std::string* text) {
  if (!text->empty()) *text += ' ';
  *text += base::trimmed(line);
}

/// From the top to the bottom of the shape.
std::array<double, 2> heights_of(const Shape& shape) {
  constexpr double below_baseline = 0.3, letter = 0.65;  // of the font's size
  if (shape.kind == Shape::Kind::circle) {
    return {shape.y - shape.radius, shape.y + shape.radius};
  }
  if (shape.kind == Shape::Kind::path) {
    std::array<double, 2> heights{1e9, -1e9};
    for (const Line& line : shape.lines) {
      for (const auto& point : line.points) {
        heights = {std::min(heights[0], point[1]), std::max(heights[1], point[1])};
      }
    }
    return heights;
  }
  const auto width = letter * shape.font_size * static_cast<double>(base::letters(shape.text));
  const double size = shape.font_size;
  if (shape.angle == 0) return {shape.y - size, shape.y + below_baseline * size};
  const double share = shape.anchor == "start" ? 0 : shape.anchor == "end" ? 1 : 0.5;
  const double after = shape.angle < 0 ? share * width : (1 - share) * width;  // below its place
  return {shape.y - (width - after), shape.y + after};
}

/// What is shown is as high as what is drawn, and no higher than it was.
void cut(Drawing* drawing) {
  double top = drawing->height, bottom = 0;
  for (const Shape& shape : drawing->shapes) {
    const auto [from, to] = heights_of(shape);
    top = std::min(top, from - air);
    bottom = std::max(bottom, to + air);
  }
  if (bottom <= top) return;
  drawing->top = std::max(top, 0.0);
  drawing->height = std::min(bottom, drawing->height) - drawing->top;
}

}  // namespace

Lettering take_lettering(Drawing* drawing) {
  Lettering lettering;
  const auto found = std::ranges::find_if(drawing->shapes, is_title);
  if (found == drawing->shapes.end()) return lettering;
  const Shape title = *found;
  lettering.title = title.text;
  std::erase_if(drawing->shapes, [&](const Shape& shape) {
    if (is_small_print(shape, title, caption_color) && shape.y > title.y) {
      say(shape.text, &lettering.caption);
      return true;
    }
    const double below = shape.y - title.y;
    if (is_small_print(shape, title, about_color) && 0 < below && below <= about_below) {
      say(shape.text, &lettering.about);
      return true;
    }
    return is_title(shape) && shape.text == title.text && shape.y == title.y;
  });
  cut(drawing);
  return lettering;
}

}  // namespace lab::report::drawing
