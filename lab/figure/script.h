#pragma once
#include <array>
#include <span>
#include <string>
#include <vector>

#include "lab/figure/data.h"
#include "lab/figure/gnuplot.h"

namespace lab::figure {

/// How wide a figure is, and where its texts stand.
enum class Form {
  page,    ///< for a screen or a page: names beside the plot, title above, caption below
  column,  ///< a column of print, 85 mm: names below the plot or above their rows; the title and
           ///< the caption, which the paper's own takes the place of, are comments in the script
};

/// <figure>.gp: gnuplot's text of the figure. It reads <figure>.tsv beside it, writes <figure>.svg
/// (of the form `column` <figure>_column.pdf), and is meant to be edited.
std::string figure_script(const FigureData& data, Form form = Form::page);

/// The figure with both forms, to be drawn.
FigureText figure_text(const FigureData& data);

/// Height of the text below the plot, pixels.
inline constexpr double axis_height = 48, line_height = 15;

/// From the page's edge to title and caption, pixels.
inline constexpr double side_margin = 14;

/// The parts of a page, pixels.
struct Canvas {
  Form form = Form::page;
  double width = 0, height = 0;
  double left = 0, right = 0, top = 0, bottom = 0;  ///< margins of the plot
  double axis = axis_height;                        ///< of the bottom: numbers and name of the axis
  double plot_width() const { return width - left - right; }
  double plot_height() const { return height - top - bottom; }
};

/// Pixels of a figure of this form.
double width_of(Form form);

/// Pixels above the plot, title and all; `note` more where something stands right above it.
double top_margin(Form form, double note = 0);

/// The look of one series.
struct Look {
  std::string color;   ///< "#0072B2"
  int point = 7;       ///< gnuplot's number of a mark
  int dash = 1;        ///< gnuplot's number: 1 solid, 2 dashed (controls, the paper's), 3 dotted
  bool unfit = false;  ///< most seeds did not learn what they were trained on
};

/// The mark of what did not learn its training questions, gnuplot's number of a cross.
inline constexpr int unfit_mark = 2;

/// The marks of series most of whose seeds did not, in turn: crosses that are told apart in print.
inline constexpr std::array unfit_marks{unfit_mark, 1, 3};

/// gnuplot's number of the dashes of what guessing reaches.
inline constexpr int guess_dash = 3;
inline constexpr const char* guess_color = "#777777";

/// A series as scripts draw it.
struct DrawnSeries {
  const Series& series;  ///< of the figure's data
  std::size_t number;    ///< in the table and of its row, from 1
  Look look;             ///< the same whether or not other series have been run
};
std::vector<DrawnSeries> each_series(const FigureData& data);

/// Pixels below a plot: `axis` of numbers and name, then the footnotes.
double bottom_margin(const FigureData& data, Form form, double axis = axis_height);

/// "screen x, screen y" of a place so many pixels from the upper left.
std::string on_screen(const Canvas& canvas, double x, double y);

/// "label 1, label 2, ...": gnuplot's tics of labels (literals) at 1, 2, ...
std::string tics_of(std::span<const std::string> labels);

/// gnuplot's command that draws these layers of the figure's table, what follows `using` in each,
/// and then `others`: ", \\\n  $block using 1:2 ...".
std::string plot_command(const std::string& figure, std::span<const std::string> layers,
                         const std::string& others = "");

/// The margins of a plot.
std::string margin_commands(const Canvas& canvas);

/// Terminal, margins, title, text below, and the functions that read the table: `pick`, and of
/// medians `above`, `unfit`.
std::string script_head(const FigureData& data, const Canvas& canvas);

/// The open mark that stands for a paper's number, gnuplot's number.
int paper_mark(Relation relation);

}  // namespace lab::figure
