#pragma once
#include <string>

#include "lab/figure/axes.h"
#include "lab/figure/data.h"
#include "lab/figure/script.h"

namespace lab::figure {

/// What a chart has of its own.
struct Chart {
  ChartAxes axes;
  std::string (*outcome)(const Measured& measured);  ///< what a series comes to, told at its end
  std::string background = {};                       ///< gnuplot's commands
  double note = 0;                                   ///< pixels right above the plot
};

/// Lines over x, each with its seeds beside it and its name in the legend.
std::string chart_script(const FigureData& data, const Chart& chart, Form form);

}  // namespace lab::figure
