#pragma once
#include <span>
#include <string>
#include <vector>

#include "lab/figure/data.h"

namespace lab::figure {

/// <figure>.gp: gnuplot's text of the figure. It reads <figure>.tsv beside it, writes <figure>.svg,
/// and is meant to be edited.
std::string figure_script(const FigureData& data);

/// Height of the title above the plot and of the text below it, pixels.
inline constexpr double title_height = 58, axis_height = 48, line_height = 15;

/// The parts of a page, pixels.
struct Canvas {
  double width = 0, height = 0;
  double left = 0, right = 0, top = 0, bottom = 0;  ///< margins of the plot
  double axis = axis_height;                        ///< of the bottom: numbers and name of the axis
  double plot_height() const { return height - top - bottom; }
};

/// The look of one series.
struct Look {
  std::string color;  ///< "#0072B2"
  int point = 7;      ///< gnuplot's number of a filled mark
  bool dashed = false;
};

/// A series as scripts draw it.
struct DrawnSeries {
  const Series& series;  ///< of the figure's data
  std::size_t number;    ///< in the table and of its row, from 1
  Look look;             ///< the same whether or not other series have been run
};
std::vector<DrawnSeries> each_series(const FigureData& data);

/// Pixels below a plot: `axis` of numbers and name, then the footnotes.
double bottom_margin(const FigureData& data, double width, double axis = axis_height);

/// "label 1, label 2, ...": gnuplot's tics of labels (literals) at 1, 2, ...
std::string tics_of(std::span<const std::string> labels);

/// gnuplot's command that draws these layers of the figure's table, what follows `using` in each.
std::string plot_command(const std::string& figure, std::span<const std::string> layers);

/// Terminal, margins, title, text below, and the function `pick` that reads the table.
std::string script_head(const FigureData& data, const Canvas& canvas);

/// The open mark that stands for a paper's number, gnuplot's number.
int paper_mark(Relation relation);

}  // namespace lab::figure
