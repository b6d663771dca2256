#include "lab/figure/kind_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/numbers.h"
#include "base/text.h"
#include "lab/figure/data.h"
#include "lab/figure/exact_match.h"
#include "lab/figure/footnotes.h"
#include "lab/figure/script.h"
#include "lab/figure/text.h"

namespace lab::figure {
namespace {

constexpr double least_width = 560, most_width = 1100;   // pixels
constexpr double cell_width = 52, cell_height = 34;      // pixels
constexpr double label_letter = 7.3;                     // pixels of a letter
constexpr double right_margin = 30, top = title_height;  // pixels
constexpr double tick_height = 15;                       // pixels of a line below a column
constexpr std::size_t column_letters = 12;               // of a line below a column

/// A column: its x, and what stands below it, a line each.
struct Column {
  double x = 0;
  std::vector<std::string> label;
};

/// Those that the figure names, or every x that a series has.
std::vector<Column> columns_of(const FigureData& data) {
  std::vector<Column> columns;
  for (const std::string& label : data.spec.columns) {
    columns.push_back({static_cast<double>(columns.size() + 1), wrapped(label, column_letters)});
  }
  if (!columns.empty()) return columns;
  std::set<double> all;
  for (const Series& series : data.series) {
    for (const Point& point : series.measured.points) all.insert(point.x);
  }
  for (const double x : all) columns.push_back({x, {base::shortest_text(x)}});
  return columns;
}

std::size_t lines_of(const std::vector<Column>& columns) {
  std::size_t lines = 1;
  for (const Column& column : columns) lines = std::max(lines, column.label.size());
  return lines;
}

std::string label_of(const Series& series) {
  return series.measured.points.empty() ? series.label + " (not run)" : series.label;
}

Canvas canvas_of(const FigureData& data, const std::vector<Column>& columns) {
  std::size_t label = 0;
  for (const Series& series : data.series) label = std::max(label, base::letters(label_of(series)));
  const double left = 24 + static_cast<double>(label) * label_letter;
  std::size_t longest = 0;
  for (const Column& column : columns) {
    for (const std::string& line : column.label) longest = std::max(longest, base::letters(line));
  }
  const double cell = std::max(cell_width, static_cast<double>(longest) * label_letter + 6);
  const double width = std::clamp(left + cell * static_cast<double>(columns.size()) + right_margin,
                                  least_width, most_width);
  const double axis = axis_height + static_cast<double>(lines_of(columns) - 1) * tick_height;
  const double bottom = bottom_margin(data, width, axis);
  return {width, top + cell_height * static_cast<double>(data.series.size()) + bottom,
          left,  right_margin,
          top,   bottom,
          axis};
}

std::string column_tics(const std::vector<Column>& columns) {
  std::vector<std::string> labels;
  for (const Column& column : columns) {
    labels.push_back(base::joined(column.label, literal, ".\"\\n\"."));  // as gnuplot joins lines
  }
  return tics_of(labels);
}

std::string row_tics(const FigureData& data) {
  std::vector<std::string> labels;
  for (const Series& series : data.series) labels.push_back(literal(label_of(series)));
  return tics_of(labels);
}

std::string axes(const FigureData& data, const std::vector<Column>& columns) {
  std::string text = fmt::format(
      "unset border\nset xrange [0.5:{}.5]\nset yrange [{}.5:0.5]\n"
      "set palette defined (0 '#ffffff', 100 '#0072B2')\nset cbrange [0:100]\nunset colorbox\n"
      "set xlabel {} offset 0,{:.1f}\n# the place of a column\nplace(x) = ",
      columns.size(), data.series.size(),
      literal(data.spec.x_label.empty() && data.spec.columns.empty() ? "difficulty"
                                                                     : data.spec.x_label),
      0.9 - 1.2 * static_cast<double>(lines_of(columns) - 1));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    text += fmt::format("x == {} ? {} : ", base::shortest_text(columns[i].x), i + 1);
  }
  return text + fmt::format("NaN\nset xtics scale 0 ({})\nset ytics scale 0 ({})\n",
                            column_tics(columns), row_tics(data));
}

/// Percent; from here on white has a contrast of 3 or more on the palette's blue.
constexpr int white_from = 75;

/// Cells with their numbers, dark on light and light on dark.
std::vector<std::string> layers_of(const FigureData& data) {
  std::vector<std::string> layers;
  for (const auto& [series, number, look] : each_series(data)) {
    if (series.measured.points.empty()) continue;
    layers.push_back(
        fmt::format("(place(pick('median',{0},'x'))):({0}):(0.48):(0.46):"
                    "(pick('median',{0},'value')) with boxxyerror fs solid noborder fc palette",
                    number));
    layers.push_back(
        fmt::format("(place(pick('median',{0},'x'))):({0}):"
                    "(sprintf('%.0f', pick('median',{0},'value'))):"
                    "(pick('median',{0},'value') >= {1} ? 0xffffff : 0x222222) \\\n"
                    "  with labels font ',11' tc rgb variable",
                    number, white_from));
  }
  return layers;
}

std::string how_to_read(int seeds) {
  if (seeds <= 1) return one_seed;
  return fmt::format("Exact match in percent, median of {} seeds.", seeds);
}

std::string script(const FigureData& data) {
  const std::vector<Column> columns = columns_of(data);
  return script_head(data, canvas_of(data, columns)) + axes(data, columns) +
         plot_command(data.spec.name, layers_of(data));
}

}  // namespace

constinit const FigureKind map_kind{
    .name = "MAP",
    .called = "a MAP",
    .over_difficulty = true,
    .takes_x_axis = true,
    .takes_columns = true,
    .measured = exact_match_at_the_end,
    .how_to_read = how_to_read,
    .script = script,
};

}  // namespace lab::figure
