#pragma once
#include <string>

#include "lab/figure/gnuplot.h"
#include "lab/probe/probe.h"

namespace lab::probe::map {

/// What stands around the maps, plain text.
struct MapTexts {
  std::string title;      ///< "linear: sorting, pool test, difficulty 20"
  std::string about;      ///< below it: model, step, run
  std::string caption;    ///< what is drawn; that of the controls is added, of those that are drawn
  std::size_t seeds = 1;  ///< whose questions the cells add up
};

/// Heat maps of the drawn measures, with the controls that they have beside them; of many measures
/// only the values. Each says of how many questions it is. One scale for the whole figure: -1 to 1,
/// or 0 to 1 if nothing is below 0, unless something is beyond.
figure::FigureText probe_figure(const ProbeResult& result, const std::string& name,
                                const MapTexts& texts);

}  // namespace lab::probe::map
