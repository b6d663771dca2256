#pragma once
#include <string>

#include "lab/figure/axes.h"
#include "lab/figure/data.h"

namespace lab::figure {

/// What a chart has of its own.
struct Chart {
  ChartAxes axes;
  std::string (*outcome)(const Measured& measured);  ///< what a series comes to, told at its end
  std::string background = {};                       ///< gnuplot's commands
};

/// Lines over x, each with the band of its seeds and a label at its end.
std::string chart_script(const FigureData& data, const Chart& chart);

}  // namespace lab::figure
