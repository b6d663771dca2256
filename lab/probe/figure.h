#pragma once
#include "base/tsv.h"
#include "lab/figure/gnuplot.h"
#include "lab/probe/probe.h"

namespace lab {

/// step measure row column value low high, one column a control (empty where there is none), then
/// questions.
base::Table probe_table(const ProbeResult& result, std::int64_t step);

/// The rows of such tables, each as an object with the numbers as numbers.
std::string probe_json(const base::Table& table);

/// Heat maps of the drawn measures, with their controls beside them; of many measures only the
/// values. Title and caption are plain text; caption is broken into lines.
FigureText probe_figure(const ProbeResult& result, const std::string& name,
                        const std::string& title, const std::string& caption);

/// The table of such a figure with a row a cell: measure row column value, one column a control.
/// Any other table as it is.
base::Table beside_controls(const base::Table& map);

}  // namespace lab
