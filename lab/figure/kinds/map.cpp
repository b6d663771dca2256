#include "lab/figure/kinds/map.h"

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

namespace lab::figure::kinds {
namespace {

constexpr double least_width = 560, most_width = 1100;  // pixels
constexpr double cell_width = 52, cell_height = 34;     // pixels
constexpr double label_letter = 7.3, small_letter = 6;  // pixels of a letter
constexpr double tick_height = 15;                      // pixels of a line below a column
constexpr std::size_t column_letters = 12;              // of a line below a column
constexpr double bar_room = 62, bar_width = 12;         // pixels: of the colour bar

/// A column: its x, and what stands below it, a line each.
struct Column {
  double x = 0;
  std::vector<std::string> label;
};

/// Those that the figure names, or every x that a series has.
std::vector<Column> columns_of(const FigureData& data, Form form) {
  const std::size_t letters = form == Form::page ? column_letters : 100;
  std::vector<Column> columns;
  for (const std::string& label : data.spec.columns) {
    columns.push_back({static_cast<double>(columns.size() + 1), wrapped(label, letters)});
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

/// A row's name, and how many seeds fit if most do not.
std::string label_of(const Series& series) {
  const Measured& measured = series.measured;
  if (measured.points.empty()) return series.label + " (not run)";
  const bool unfit = measured.fit && measured.fit->mostly_unfit();
  return unfit ? fmt::format("{} ({})", series.label, shown_seeds(measured)) : series.label;
}

std::size_t longest_label(const FigureData& data) {
  std::size_t most = 0;
  for (const Series& series : data.series) most = std::max(most, base::letters(label_of(series)));
  return most;
}

std::size_t longest_line(const std::vector<Column>& columns) {
  std::size_t longest = 0;
  for (const Column& column : columns) {
    for (const std::string& line : column.label) longest = std::max(longest, base::letters(line));
  }
  return longest;
}

constexpr double column_bar_room = 56;  // pixels, in a column of print

double column_left(const FigureData& data) {
  return 14 + small_letter * static_cast<double>(longest_label(data));
}

/// Pixels of a cell in a column of print.
double narrow_cell(const FigureData& data, const std::vector<Column>& columns) {
  return (width_of(Form::column) - column_left(data) - column_bar_room) /
         static_cast<double>(columns.size());
}

/// Whether the names of the columns stand upright: in a column of print the cells may be narrow.
bool is_upright(const FigureData& data, const std::vector<Column>& columns, Form form) {
  const double name = small_letter * static_cast<double>(longest_line(columns)) + 3;
  return form == Form::column && name > narrow_cell(data, columns);
}

Canvas column_canvas(const FigureData& data, const std::vector<Column>& columns) {
  constexpr double row = 24;  // pixels
  const double names = is_upright(data, columns, Form::column)
                           ? small_letter * static_cast<double>(longest_line(columns))
                           : 0;
  const double axis = axis_height + names, top = top_margin(Form::column);
  return {Form::column,
          width_of(Form::column),
          top + row * static_cast<double>(data.series.size()) + axis,
          column_left(data),
          column_bar_room,
          top,
          axis,
          axis};
}

/// Points of the numbers in the cells.
double number_size(const FigureData& data, const std::vector<Column>& columns, Form form) {
  constexpr double digit = 0.64;  // of a size, wide
  return form == Form::page ? 11 : std::min(10.0, 0.9 * narrow_cell(data, columns) / (3 * digit));
}

Canvas canvas_of(const FigureData& data, const std::vector<Column>& columns, Form form) {
  if (form == Form::column) return column_canvas(data, columns);
  const double left = 24 + static_cast<double>(longest_label(data)) * label_letter;
  const double cell =
      std::max(cell_width, static_cast<double>(longest_line(columns)) * label_letter + 6);
  const double width = std::clamp(left + cell * static_cast<double>(columns.size()) + bar_room,
                                  least_width, most_width);
  const double axis = axis_height + static_cast<double>(lines_of(columns) - 1) * tick_height;
  const double bottom = bottom_margin(data, form, axis), top = top_margin(form);
  return {form,   width,    top + cell_height * static_cast<double>(data.series.size()) + bottom,
          left,   bar_room, top,
          bottom, axis};
}

std::string column_tics(const std::vector<Column>& columns, bool upright) {
  std::vector<std::string> labels;
  for (const Column& column : columns) {
    if (upright) {
      labels.push_back(literal(base::joined(column.label, " ")));
      continue;
    }
    labels.push_back(base::joined(column.label, literal, ".\"\\n\"."));  // as gnuplot joins lines
  }
  return tics_of(labels);
}

std::string row_tics(const FigureData& data) {
  std::vector<std::string> labels;
  for (const Series& series : data.series) labels.push_back(literal(label_of(series)));
  return tics_of(labels);
}

/// The scale of the colours, right of the cells.
std::string color_bar(const Canvas& canvas) {
  return fmt::format(
      "set palette defined (0 '#ffffff', 100 '#0072B2')\nset cbrange [0:100]\n"
      "set colorbox user origin screen {:.4f}, screen {:.4f} size screen {:.4f}, screen {:.4f} "
      "noborder\nset cbtics 0,50,100 scale 0.3 offset -0.6,0 font ',10' format '%g'\n",
      1 - (canvas.right - 10) / canvas.width, canvas.bottom / canvas.height,
      bar_width / canvas.width, canvas.plot_height() / canvas.height);
}

std::string axes(const FigureData& data, const std::vector<Column>& columns, const Canvas& canvas) {
  const bool upright = is_upright(data, columns, canvas.form);
  const char* const font = canvas.form == Form::page ? "" : " font ',10'";
  std::string text = fmt::format(
      "unset border\nset xrange [0.5:{}.5]\nset yrange [{}.5:0.5]\n{}"
      "set xlabel {} offset 0,{:.1f}\n# the place of a column\nplace(x) = ",
      columns.size(), data.series.size(), color_bar(canvas), literal(data.spec.x_label),
      upright ? 0.9 : 0.9 - 1.2 * static_cast<double>(lines_of(columns) - 1));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    text += fmt::format("x == {} ? {} : ", base::shortest_text(columns[i].x), i + 1);
  }
  return text + fmt::format("NaN\nset xtics scale 0{} ({}){}\nset ytics scale 0 ({}){}\n",
                            upright ? " rotate by 90 right" : "", column_tics(columns, upright),
                            font, row_tics(data), font);
}

/// Percent; from here on white has a contrast of 3 or more on the palette's blue.
constexpr int white_from = 75;

/// Cells with their numbers, dark on light and light on dark; hollow where most seeds do not fit.
std::vector<std::string> layers_of(const FigureData& data, double number_size) {
  std::vector<std::string> layers;
  for (const auto& [series, number, look] : each_series(data)) {
    if (series.measured.points.empty()) continue;
    layers.push_back(fmt::format(
        "(place(pick('median',{0},'x'))):({0}):(0.48):(0.46):"
        "(pick('median',{0},'value')) with boxxyerror {1}",
        number,
        look.unfit ? "fs empty border lc rgb '#777777' dt 2" : "fs solid noborder fc palette"));
    const std::string color =
        look.unfit ? "0x222222"
                   : fmt::format("pick('median',{},'value') >= {} ? 0xffffff : 0x222222", number,
                                 white_from);
    layers.push_back(
        fmt::format("(place(pick('median',{0},'x'))):({0}):"
                    "(sprintf(pick('median',{0},'value') > 0 && above({0}) != above({0}) ? "
                    "'(%.0f)' : '%.0f', pick('median',{0},'value'))):({1}) \\\n"
                    "  with labels font ',{2:.3g}' tc rgb variable",
                    number, color, number_size));
  }
  return layers;
}

std::string how_to_read(int seeds) {
  if (seeds <= 1) return one_seed;
  return fmt::format("Exact match in percent, median of {} seeds.", seeds);
}

std::string script(const FigureData& data, Form form) {
  const std::vector<Column> columns = columns_of(data, form);
  const Canvas canvas = canvas_of(data, columns, form);
  return script_head(data, canvas) + axes(data, columns, canvas) +
         plot_command(data.spec.name, layers_of(data, number_size(data, columns, form)));
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
    .unfit_look = "Hollow",
    .guessed_look = "In brackets",
    .script = script,
};

}  // namespace lab::figure::kinds
