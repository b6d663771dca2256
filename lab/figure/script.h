#pragma once
#include <string>
#include <vector>

#include "lab/figure/data.h"

namespace lab {

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

/// One look for each series: the colours of Okabe and Ito, told apart by colour-blind readers; grey
/// and dashed for controls. A series keeps its look if another has not been run.
std::vector<Look> looks_of(const FigureData& data);

/// Terminal, margins, title, text below, and the function `pick` that reads the table.
std::string script_head(const FigureData& data, const Canvas& canvas);

/// The open mark that stands for a paper's number, gnuplot's number.
int paper_mark(Relation relation);

/// Exact match over difficulty, an axis, or training steps; labelled at the lines' ends.
std::string chart_script(const FigureData& data);

/// A row a series at one difficulty.
std::string strip_script(const FigureData& data);

/// A row a series, a column a difficulty or a value of an axis, exact match as number and shade.
std::string map_script(const FigureData& data);

/// Letters of a line of text below a figure of this width.
std::size_t footnote_columns(double width);

}  // namespace lab
