#include "lab/figure/kinds/strip.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "lab/figure/axes.h"
#include "lab/figure/data.h"
#include "lab/figure/exact_match.h"
#include "lab/figure/footnotes.h"
#include "lab/figure/guess.h"
#include "lab/figure/script.h"
#include "lab/figure/text.h"

namespace lab::figure::kinds {
namespace {

constexpr double row_height = 36, column_row = 58;  // pixels
constexpr double label_letter = 7.3, small = 6.2;   // pixels of a letter, font sizes 12 and 10

/// What is told of a row: ours, then the paper's.
std::vector<std::string> about(const Series& series) {
  if (series.measured.points.empty()) return {"not run"};
  const bool guessed = is_told_as_guess(series.measured.points.back());
  std::vector<std::string> lines{shown_last_percent(series.measured) + "; " +
                                 shown_seeds(series.measured)};
  if (guessed) lines.front() += "; not above guessing";
  if (series.paper.empty()) return lines;
  lines.push_back("paper: " + base::joined(series.paper,
                                           [](const PaperNumber& paper) { return paper.text(); }));
  return lines;
}

double row_pixels(Form form) { return form == Form::page ? row_height : column_row; }

/// Where the marks of a row are, in rows from its middle downwards; half of their heights.
struct RowMarks {
  double bar = 0, paper = -0.33;
  double half_bar = 0.12, half_tick = 0.24, half_guess = 0.3;
};

/// In a column of print a row's marks are below its texts.
RowMarks marks_of(Form form) {
  if (form == Form::page) return {};
  return {.bar = 0.3, .paper = 0.12, .half_bar = 0.07, .half_tick = 0.12, .half_guess = 0.15};
}

Canvas canvas_of(const FigureData& data, Form form) {
  std::size_t label = 0, text = 0;
  for (const Series& series : data.series) {
    label = std::max(label, base::letters(series.label));
    for (const std::string& line : about(series)) text = std::max(text, base::letters(line));
  }
  const double rows = row_pixels(form) * static_cast<double>(data.series.size());
  const double top = top_margin(form), bottom = bottom_margin(data, form);
  const double height = top + rows + bottom;
  if (form == Form::column) {
    return {form, width_of(form), height, side_margin, side_margin, top, bottom};
  }
  return {form,
          width_of(form),
          height,
          24 + static_cast<double>(label) * label_letter,
          28 + static_cast<double>(text) * small,
          top,
          bottom};
}

/// What is measured, and the difficulty it is measured at if all series share one.
std::string measured_text(const FigureData& data) {
  const std::optional<int> difficulty = shared_difficulty(data.spec);
  if (!difficulty) return "exact match (%)";
  std::string counted = data.spec.x_label;
  const std::string number = std::to_string(*difficulty);
  if (const auto place = counted.find("{}"); place != counted.npos) {
    counted.replace(place, 2, number);
  } else {
    counted = number + ' ' + counted;
  }
  return "exact match (%), " + counted;
}

std::string axes(const FigureData& data, Form form) {
  std::vector<std::string> labels;
  for (const Series& series : data.series) {
    labels.push_back(literal(form == Form::page ? series.label : ""));
  }
  const PercentAxis percent = percent_axis(data);
  return fmt::format(
      "set border 1\nset xrange [{:g}:{:g}]\nset yrange [{:.1f}:0.5]\nset xtics {}\n"
      "set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1\nset xlabel {} offset 0,0.9\n"
      "set ytics scale 0 ({})\n",
      percent.seen.low, percent.seen.high, static_cast<double>(data.series.size()) + 0.5,
      percent.tics, literal(measured_text(data)), tics_of(labels));
}

/// The level of guessing across a row, if it can be seen.
std::string guess_mark(const Series& series, double y, double half_height, double axis_end) {
  constexpr double least = 0.008;  // of the axis
  if (series.measured.points.empty()) return "";
  const std::optional<double> guess = series.measured.points.back().guess;
  if (!guess || *guess <= least * axis_end) return "";
  return fmt::format(
      "set arrow from {0:g}, {1:g} to {0:g}, {2:g} nohead dt {3} lw 1.6 lc rgb '{4}'\n", *guess,
      y - half_height, y + half_height, guess_dash, guess_color);
}

/// The paper's numbers, above the bar.
std::string paper_marks(const Series& series, double y, const Look& look) {
  std::string marks;
  for (const PaperNumber& paper : series.paper) {
    marks += fmt::format("set label '' at {:g}, {:g} point pt {} ps 0.9 lw 1.6 lc rgb '{}'\n",
                         paper.percent, y, paper_mark(paper.relation), look.color);
  }
  return marks;
}

std::string text_command(const std::string& text, const std::string& place, double size,
                         const char* color) {
  return fmt::format("set label {} at {} font ',{:g}' tc rgb '{}'\n", literal(text), place, size,
                     color);
}

/// What is told of a row, beside it or above its bar.
std::string row_texts(const Series& series, std::size_t row, const Canvas& canvas) {
  const std::vector<std::string> lines = about(series);
  const double pixels = row_pixels(canvas.form);
  const double middle = canvas.top + (static_cast<double>(row) - 0.5) * pixels;
  if (canvas.form == Form::column) {
    return text_command(series.label, on_screen(canvas, side_margin, middle - 22), 11, "#222222") +
           text_command(base::joined(lines, "; "), on_screen(canvas, side_margin, middle - 8), 10,
                        "#444444");
  }
  const double x = canvas.width - canvas.right + 12;
  double y = middle - 0.5 * line_height * static_cast<double>(lines.size() - 1);
  std::string text;
  for (const std::string& line : lines) {
    text += text_command(line, on_screen(canvas, x, y), 10, "#444444");
    y += line_height;
  }
  return text;
}

std::string rows(const FigureData& data, const Canvas& canvas) {
  const RowMarks marks = marks_of(canvas.form);
  std::string text;
  for (const auto& [series, number, look] : each_series(data)) {
    const double row = static_cast<double>(number);
    text += row_texts(series, number, canvas);
    text += guess_mark(series, row + marks.bar, marks.half_guess, percent_axis(data).end);
    text += paper_marks(series, row + marks.paper, look);
  }
  return text;
}

/// The seeds of a row as a bar and marks; the bar is hollow where most do not fit.
std::vector<std::string> seeds_of(const DrawnSeries& drawn, double y, double half_height) {
  const std::string color = drawn.look.color.substr(1);
  const std::string fill = drawn.look.unfit ? "fs empty border lc rgb '#" + color + "' dt 2 lw 1.2"
                                            : "lc rgb '#B0" + color + "'";
  return {fmt::format("(pick('median',{0},'value')):({1:g}):(pick('median',{0},'low')):"
                      "(pick('median',{0},'high')):({1:g}-{3:g}):({1:g}+{3:g}) "
                      "with boxxyerror {2}",
                      drawn.number, y, fill, half_height),
          fmt::format("(pick('seed',{0},'value')):({1:g}) with points pt 7 ps 0.5 lc rgb '#60{2}'",
                      drawn.number, y, color)};
}

/// The median: a tick, or a cross where most seeds do not fit.
std::string median_of(const DrawnSeries& drawn, double y, double half_height, double half_width) {
  if (drawn.look.unfit) {
    return fmt::format(
        "(pick('median',{},'value')):({:g}) with points pt {} ps 1.3 lw 2 lc rgb '{}'",
        drawn.number, y, unfit_mark, drawn.look.color);
  }
  return fmt::format(
      "(pick('median',{0},'value')):({1:g}):(pick('median',{0},'value')-{3:g}):"
      "(pick('median',{0},'value')+{3:g}):({1:g}-{4:g}):({1:g}+{4:g}) "
      "with boxxyerror lc rgb '{2}'",
      drawn.number, y, drawn.look.color, half_width, half_height);
}

std::vector<std::string> layers_of(const FigureData& data, Form form) {
  std::vector<std::string> layers;
  const RowMarks marks = marks_of(form);
  const double half_width = 0.0025 * percent_axis(data).end;
  for (const DrawnSeries& drawn : each_series(data)) {
    if (drawn.series.measured.points.empty()) continue;
    const double y = static_cast<double>(drawn.number) + marks.bar;
    for (std::string& layer : seeds_of(drawn, y, marks.half_bar)) {
      layers.push_back(std::move(layer));
    }
    layers.push_back(median_of(drawn, y, marks.half_tick, half_width));
  }
  return layers;
}

std::string how_to_read(int seeds) { return about_seeds("Tick", "bar", seeds); }

std::string script(const FigureData& data, Form form) {
  const Canvas canvas = canvas_of(data, form);
  return script_head(data, canvas) + axes(data, form) + rows(data, canvas) +
         plot_command(data.spec.name, layers_of(data, form));
}

}  // namespace

constinit const FigureKind strip_kind{
    .name = "STRIP",
    .called = "a STRIP",
    .tells_shared_difficulty = true,
    .takes_paper = true,
    .shortens_axis = true,
    .measured = exact_match_at_the_end,
    .how_to_read = how_to_read,
    .unfit_look = "Hollow, crosses",
    .script = script,
};

}  // namespace lab::figure::kinds
