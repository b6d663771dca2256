#pragma once
#include <string>
#include <vector>

#include "lab/figure/axes.h"
#include "lab/figure/script.h"

namespace lab::figure {

/// What a line or a mark of a chart is.
struct LegendEntry {
  std::string name, about;  ///< first and second line
  double order = 0;         ///< where it would like to stand, on the y axis
  Look look;
  bool line = true;  ///< whether it is a line with marks, or a mark alone
  int mark = 0;      ///< gnuplot's number; 0: none
};

/// Percent: a level of guessing up to it lies on the foot of the axis.
double least_seen_guess(const ChartAxes& axes);

/// Of each series and number of the paper, and of guessing. `outcome` is what a series comes to.
std::vector<LegendEntry> legend_of(const FigureData& data, const ChartAxes& axes,
                                   std::string (*outcome)(const Measured& measured));

/// Pixels of the legend: beside the plot its width, below it its height.
double legend_width(const std::vector<LegendEntry>& legend);
double legend_height(const std::vector<LegendEntry>& legend);

/// Pixels of height that a plot needs for the legend beside it.
double height_beside(const std::vector<LegendEntry>& legend);

/// A line with its mark, `swatch_width` pixels from here to the right.
std::string swatch_commands(const LegendEntry& entry, const Canvas& canvas, double x, double y);
inline constexpr double swatch_width = 30;

/// Text and a swatch each, moved apart so that none overlap: beside the plot as high as the lines
/// end, or below it in the same order. No line leads into the plot, where it would read as data.
std::string legend_commands(const std::vector<LegendEntry>& legend, const Canvas& canvas,
                            const ChartAxes& axes);

}  // namespace lab::figure
