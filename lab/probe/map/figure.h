#pragma once
#include "lab/figure/gnuplot.h"
#include "lab/probe/probe.h"

namespace lab::probe::map {

/// Heat maps of the drawn measures, with their controls beside them; of many measures only the
/// values. Title and caption are plain text; caption is broken into lines.
figure::FigureText probe_figure(const ProbeResult& result, const std::string& name,
                                const std::string& title, const std::string& caption);

}  // namespace lab::probe::map
