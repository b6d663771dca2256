#pragma once
#include <span>
#include <string>
#include <vector>

#include "lab/figure/axes.h"
#include "lab/figure/data.h"
#include "lab/figure/guess.h"
#include "lab/figure/script.h"

namespace lab::figure {

/// What a chart has of its own.
struct Chart {
  ChartAxes axes;
  std::string (*outcome)(const Measured& measured);  ///< what a series comes to, told at its end
  std::string background = {};                       ///< gnuplot's commands
  double note = 0;                                   ///< pixels right above the plot
  /// What is drawn of a series in place of lines with their seeds, what follows `using` in each.
  std::vector<std::string> (*layers)(const DrawnSeries& drawn) = nullptr;
};

/// What is drawn of some series of a figure, what follows `using` in each, in a plot this many
/// pixels wide: seeds first, then lines, so that nothing hides a line.
std::vector<std::string> chart_layers(std::span<const DrawnSeries> drawn, const ChartAxes& axes,
                                      double plot_width);

/// gnuplot's commands that draw `layers` of the figure's table above the levels of guessing.
struct GuessCommands {
  std::string before, plots;  ///< what stands before the plot command, what ends it
};

/// What draws the levels of guessing; `name` begins the names of its blocks of numbers.
GuessCommands guess_commands(const std::vector<GuessLine>& lines, const std::string& name);

/// Lines over x, each with its seeds beside it, or what the chart draws in their place, and its
/// name in the legend.
std::string chart_script(const FigureData& data, const Chart& chart, Form form);

}  // namespace lab::figure
