#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/numbers.h"
#include "lab/figure/script.h"
#include "lab/figure/text.h"

namespace lab {
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
  for (const double x : all) columns.push_back({x, {shortest_text(x)}});
  return columns;
}

std::size_t lines_of(const std::vector<Column>& columns) {
  std::size_t lines = 1;
  for (const Column& column : columns) lines = std::max(lines, column.label.size());
  return lines;
}

/// Lines of text as gnuplot joins them.
std::string tick(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : ".\"\\n\".") + literal(line);
  return text;
}

std::string label_of(const Series& series) {
  return series.measured.points.empty() ? series.label + " (not run)" : series.label;
}

Canvas canvas_of(const FigureData& data, const std::vector<Column>& columns) {
  std::size_t label = 0;
  for (const Series& series : data.series) label = std::max(label, letters(label_of(series)));
  const double left = 24 + static_cast<double>(label) * label_letter;
  std::size_t longest = 0;
  for (const Column& column : columns) {
    for (const std::string& line : column.label) longest = std::max(longest, letters(line));
  }
  const double cell = std::max(cell_width, static_cast<double>(longest) * label_letter + 6);
  const double width = std::clamp(left + cell * static_cast<double>(columns.size()) + right_margin,
                                  least_width, most_width);
  const double lines = static_cast<double>(footnotes(data, footnote_columns(width)).size());
  const double axis = axis_height + static_cast<double>(lines_of(columns) - 1) * tick_height;
  const double bottom = axis + (lines + 1) * line_height;
  return {width, top + cell_height * static_cast<double>(data.series.size()) + bottom,
          left,  right_margin,
          top,   bottom,
          axis};
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
    text += fmt::format("x == {} ? {} : ", shortest_text(columns[i].x), i + 1);
  }
  text += "NaN\nset xtics scale 0 (";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    text += fmt::format("{}{} {}", i == 0 ? "" : ", ", tick(columns[i].label), i + 1);
  }
  text += ")\nset ytics scale 0 (";
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    text += fmt::format("{}{} {}", i == 0 ? "" : ", ", literal(label_of(data.series[i])), i + 1);
  }
  return text + ")\n";
}

/// Percent; from here on white has a contrast of 3 or more on the palette's blue.
constexpr int white_from = 75;

/// Cells with their numbers, dark on light and light on dark.
std::string plot_command(const FigureData& data) {
  const std::string file = plain_literal(data.spec.name + ".tsv");
  std::string text;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    if (data.series[i].measured.points.empty()) continue;
    text += text.empty() ? "plot " : ", \\\n  ";
    text += fmt::format(
        "{0} using (place(pick('median',{1},'x'))):({1}):(0.48):(0.46):"
        "(pick('median',{1},'value')) with boxxyerror fs solid noborder fc palette, \\\n"
        "  {0} using (place(pick('median',{1},'x'))):({1}):"
        "(sprintf('%.0f', pick('median',{1},'value'))):"
        "(pick('median',{1},'value') >= {2} ? 0xffffff : 0x222222) \\\n"
        "  with labels font ',11' tc rgb variable",
        file, i + 1, white_from);
  }
  return text + "\n";
}

}  // namespace

std::string map_script(const FigureData& data) {
  const std::vector<Column> columns = columns_of(data);
  return script_head(data, canvas_of(data, columns)) + axes(data, columns) + plot_command(data);
}

}  // namespace lab
