#include "lab/report/known_figure.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "lab/figure/text.h"
#include "lab/report/drawing_html.h"

namespace lab::report {
namespace {

using drawing::Drawing;
using drawing::Ink;
using drawing::Shape;

constexpr double width = 340, left = 34, right = 12, top = 16;  // pixels
constexpr double plot_height = 96, below = 28, row_height = 18;
constexpr std::uint32_t ours = 0x0072b2, guessed = 0x777777, axis = 0x444444, letters = 0x222222;

Shape line(std::vector<std::array<double, 2>> points, Ink ink) {
  return {Shape::Kind::path, std::move(ink), {{std::move(points), false}}};
}

Ink stroke(std::uint32_t color, double thick) {
  Ink ink;
  ink.stroke = color;
  ink.stroke_width = thick;
  return ink;
}

Shape dot(double x, double y) {
  Ink ink;
  ink.fill = ours;
  return {Shape::Kind::circle, ink, {}, x, y, 2.6};
}

Shape text(const std::string& words, double x, double y, const char* anchor) {
  Shape shape{Shape::Kind::text, {}, {}, x, y, 0, words, 0, 10};
  shape.ink.fill = letters;
  shape.anchor = anchor;
  return shape;
}

/// Where the values of an axis are, from pixel `from` to pixel `to`.
struct Axis {
  double low, high, from, to;

  double at(double value) const {
    return high == low ? (from + to) / 2 : from + (value - low) / (high - low) * (to - from);
  }
};

void add_percents(const Axis& y, Drawing* drawing) {
  for (const int percent : {0, 50, 100}) {
    const double at = y.at(percent);
    drawing->shapes.push_back(line({{left, at}, {width - right, at}}, stroke(0xe4e4e4, 0.8)));
    drawing->shapes.push_back(text(std::to_string(percent), left - 5, at + 3.5, "end"));
  }
}

/// The difficulties trained on, behind all else.
void add_trained(const Known& known, const Axis& x, Drawing* drawing) {
  if (!known.trained) return;
  const double from = std::max(x.at(known.trained->low), x.from);
  const double to = std::min(x.at(known.trained->high), x.to);
  if (to <= from) return;
  Ink ink;
  ink.fill = 0xf0f0f0;
  drawing->shapes.push_back(
      {Shape::Kind::path,
       ink,
       {{{{from, top}, {to, top}, {to, top + plot_height}, {from, top + plot_height}}, true}}});
  drawing->shapes.push_back(text("trained", from, top - 6, "start"));
}

void add_curve(const Known& known, const Axis& x, const Axis& y, Drawing* drawing) {
  std::vector<std::array<double, 2>> medians, guesses;
  for (const KnownPoint& point : known.points) {
    const double at = x.at(point.difficulty);
    medians.push_back({at, y.at(point.percent.middle)});
    if (point.guess) guesses.push_back({at, y.at(*point.guess)});
    drawing->shapes.push_back(
        line({{at, y.at(point.percent.low)}, {at, y.at(point.percent.high)}}, stroke(ours, 0.8)));
    drawing->shapes.push_back(dot(at, medians.back()[1]));
  }
  Ink dotted = stroke(guessed, 1.2);
  dotted.dashes = "1.5 3";
  if (guesses.size() > 1) drawing->shapes.push_back(line(guesses, dotted));
  drawing->shapes.push_back(line(medians, stroke(ours, 1.6)));
}

Drawing curve(const Known& known) {
  Drawing drawing{0, 0, width, top + plot_height + below, {}};
  const auto [first, last] = std::ranges::minmax(known.points, {}, &KnownPoint::difficulty);
  const double low = first.difficulty, high = last.difficulty;
  const Axis x{low, high, left + 6, width - right - 6}, y{0, 100, top + plot_height, top};
  add_trained(known, x, &drawing);
  add_percents(y, &drawing);
  add_curve(known, x, y, &drawing);
  const double foot = top + plot_height + 13;
  drawing.shapes.push_back(text(std::to_string(first.difficulty), x.from, foot, "middle"));
  drawing.shapes.push_back(text("difficulty", (x.from + x.to) / 2, foot, "middle"));
  drawing.shapes.push_back(text(std::to_string(last.difficulty), x.to, foot, "middle"));
  return drawing;
}

/// "type_0", with the difficulty where the points have several.
std::string row_name(const KnownPoint& point, const Known& known) {
  const auto same = [&](const KnownPoint& one) { return one.difficulty == point.difficulty; };
  const std::string name(tasks::name(point.pool));
  return std::ranges::all_of(known.points, same) ? name
                                                 : fmt::format("{} {}", name, point.difficulty);
}

void add_row(const KnownPoint& point, const std::string& name, double y, const Axis& x,
             Drawing* drawing) {
  drawing->shapes.push_back(text(name, x.from - 8, y + 3.5, "end"));
  drawing->shapes.push_back(line({{x.from, y}, {x.to, y}}, stroke(0xe4e4e4, 0.8)));
  if (point.guess) {
    const double at = x.at(*point.guess);
    Ink dotted = stroke(guessed, 1.6);
    dotted.dashes = "1.5 2";
    drawing->shapes.push_back(line({{at, y - 7}, {at, y + 7}}, dotted));
  }
  drawing->shapes.push_back(
      line({{x.at(point.percent.low), y}, {x.at(point.percent.high), y}}, stroke(ours, 1.6)));
  drawing->shapes.push_back(dot(x.at(point.percent.middle), y));
}

Drawing rows(const Known& known) {
  constexpr double names = 88;
  const double height = row_height * static_cast<double>(known.points.size());
  Drawing drawing{0, 0, width, height + below, {}};
  const Axis x{0, 100, names, width - right - 6};
  double y = row_height / 2;
  for (const KnownPoint& point : known.points) {
    add_row(point, row_name(point, known), y, x, &drawing);
    y += row_height;
  }
  drawing.shapes.push_back(line({{x.from, height}, {x.to, height}}, stroke(axis, 0.8)));
  for (const int percent : {0, 50, 100}) {
    drawing.shapes.push_back(text(std::to_string(percent), x.at(percent), height + 12, "middle"));
  }
  return drawing;
}

std::string in_words(const Known& known, const std::string& task) {
  return task + ": exact match, median of " + std::to_string(known.runs) + " runs; " +
         base::joined(
             known.points,
             [](const KnownPoint& point) {
               return fmt::format(
                   "{} at difficulty {}: {}{}", tasks::name(point.pool), point.difficulty,
                   figure::shown_percent(point.percent.middle),
                   point.guess ? " (guessing " + figure::shown_percent(*point.guess) + ")" : "");
             },
             "; ");
}

}  // namespace

Html known_figure(const Known& known, const std::string& task) {
  return drawing_html(known.is_curve() ? curve(known) : rows(known), in_words(known, task));
}

}  // namespace lab::report
