#pragma once
#include "base/tsv.h"

namespace lab::probe::map {

/// A table of a probe (probe_table) in a row a measure and step: the cell that is the furthest
/// above the highest of its controls. Columns measure, row, column, value, low, high, the controls,
/// questions, of so many cells; before them step, if there are several.
base::Table summary_of(const base::Table& table);

}  // namespace lab::probe::map
