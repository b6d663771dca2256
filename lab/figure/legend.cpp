#include "lab/figure/legend.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "lab/figure/guess.h"
#include "lab/figure/spread.h"
#include "lab/figure/text.h"

namespace lab::figure {
namespace {

constexpr double entry_height = 33;                       // pixels
constexpr double gutter = 12;                             // pixels
constexpr double text_start = gutter + swatch_width + 8;  // pixels from the plot
constexpr double letter = 7, small_letter = 6;            // pixels, font sizes 12 and 10

/// Lines that end together are ordered by how high they ran before.
double wish(const std::vector<Point>& points) {
  constexpr double influence = 1e-3;
  double sum = 0;
  for (const Point& point : points) sum += point.value.middle;
  return points.back().value.middle + influence * sum / static_cast<double>(points.size());
}

std::string told_of(const Series& series, std::string (*outcome)(const Measured& measured)) {
  const std::string end = outcome(series.measured);
  if (is_papers(series)) return end + "; paper, " + series.status;
  const bool guessed = is_told_as_guess(series.measured.points.back());
  return end + "; " + shown_seeds(series.measured) + (guessed ? "; not above guessing" : "");
}

LegendEntry guess_entry(const std::string& name, std::span<const GuessLine> lines) {
  const auto [low, high] = levels_of(lines);
  const bool one_level = shown_percent(low) == shown_percent(high);
  return {name,
          one_level ? shown_percent(high)
                    : fmt::format("{} to {}", shown_percent(low), shown_percent(high)),
          lines.front().levels.back().second,
          {guess_color, 0, guess_dash, false},
          true,
          0};
}

/// Of each line, if these are two and apart; else one entry for all that guessing reaches.
void add_guess(const FigureData& data, const ChartAxes& axes, std::vector<LegendEntry>* legend) {
  const std::vector<GuessLine> lines = guess_lines(data, least_seen_guess(axes));
  if (lines.empty()) return;
  if (!are_told_apart(lines)) {
    legend->push_back(guess_entry("guessing", lines));
    return;
  }
  for (const GuessLine& line : lines) {
    const std::string of = line.series ? " of " + data.series[*line.series].label : "";
    legend->push_back(guess_entry("guessing" + of, {&line, 1}));
  }
}

/// Where the entries stand, pixels from the top of the page.
std::vector<double> places_of(const std::vector<LegendEntry>& legend, const Canvas& canvas,
                              const ChartAxes& axes) {
  if (canvas.form == Form::page) {
    const double per_pixel = 1 / canvas.plot_height(), gap = entry_height * per_pixel;
    std::vector<double> wanted;
    for (const LegendEntry& entry : legend) wanted.push_back(axes.height_of(entry.order));
    std::vector<double> placed = spread(wanted, gap, 0.5 * gap, 1 - 0.4 * gap);
    for (double& y : placed) y = canvas.top + (1 - y) * canvas.plot_height();
    return placed;
  }
  std::vector<std::size_t> order(legend.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return legend[i].order; });
  std::vector<double> placed(legend.size());
  double y = canvas.height - canvas.bottom + axis_height + entry_height / 2;
  for (const std::size_t i : order) {
    placed[i] = y;
    y += entry_height;
  }
  return placed;
}

}  // namespace

std::string swatch_commands(const LegendEntry& entry, const Canvas& canvas, double x, double y) {
  std::string text;
  if (entry.line) {
    text += fmt::format("set arrow from {} to {} nohead lw 2 dt {} lc rgb '{}'\n",
                        on_screen(canvas, x, y), on_screen(canvas, x + swatch_width, y),
                        entry.look.dash, entry.look.color);
  }
  if (entry.mark == 0) return text;
  return text + fmt::format("set label '' at {} point pt {} ps 0.9 lw 1.6 lc rgb '{}'\n",
                            on_screen(canvas, x + swatch_width / 2, y), entry.mark,
                            entry.look.color);
}

double least_seen_guess(const ChartAxes& axes) {
  constexpr double seen = 0.008;  // of the axis
  return axes.y_scaling == Scaling::linear ? seen * (axes.y.high - axes.y.low) : axes.y.low;
}

std::vector<LegendEntry> legend_of(const FigureData& data, const ChartAxes& axes,
                                   std::string (*outcome)(const Measured& measured)) {
  std::vector<LegendEntry> legend;
  for (const auto& [series, number, look] : each_series(data)) {
    const std::vector<Point>& points = series.measured.points;
    if (!points.empty()) {
      legend.push_back(
          {series.label, told_of(series, outcome), wish(points), look, true, look.point});
    }
    for (const PaperNumber& paper : series.paper) {
      legend.push_back({"paper: " + paper.text(), paper.status, paper.percent, look, false,
                        paper_mark(paper.relation)});
    }
  }
  add_guess(data, axes, &legend);
  return legend;
}

double legend_width(const std::vector<LegendEntry>& legend) {
  double longest = 0;
  for (const LegendEntry& entry : legend) {
    longest = std::max({longest, letter * static_cast<double>(base::letters(entry.name)),
                        small_letter * static_cast<double>(base::letters(entry.about))});
  }
  return text_start + longest + 8;
}

double legend_height(const std::vector<LegendEntry>& legend) {
  return entry_height * static_cast<double>(legend.size()) + 4;
}

double height_beside(const std::vector<LegendEntry>& legend) {
  return entry_height * static_cast<double>(legend.size());
}

std::string legend_commands(const std::vector<LegendEntry>& legend, const Canvas& canvas,
                            const ChartAxes& axes) {
  const bool beside = canvas.form == Form::page;
  const double x = (beside ? canvas.width - canvas.right : 0) + gutter;
  const double text_x = x + swatch_width + 8;
  const std::vector<double> placed = places_of(legend, canvas, axes);
  std::string text;
  for (std::size_t i = 0; i < legend.size(); ++i) {
    text += swatch_commands(legend[i], canvas, x, placed[i]);
    text += fmt::format(
        "set label {} at {} font ',12' tc rgb '#222222'\n"
        "set label {} at {} font ',10' tc rgb '#666666'\n",
        literal(legend[i].name), on_screen(canvas, text_x, placed[i] - 6), literal(legend[i].about),
        on_screen(canvas, text_x, placed[i] + 8));
  }
  return text;
}

}  // namespace lab::figure
