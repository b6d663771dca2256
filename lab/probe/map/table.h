#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/tsv.h"
#include "lab/probe/probe.h"

namespace lab::probe::map {

/// Names and values of columns that are the same in all rows.
using SameColumns = std::vector<std::pair<std::string, std::string>>;

/// The columns `same`, then step measure row column value low high, one column a control (empty
/// where there is none), then questions.
base::Table probe_table(const ProbeResult& result, std::int64_t step, const SameColumns& same = {});

/// The rows of such tables, each as an object with the numbers as numbers.
std::string probe_json(const base::Table& table);

/// Of the table that a map is drawn from; `of` is "value" or the name of a control, `questions` is
/// empty where their number is not known.
const std::vector<std::string>& map_columns();

/// The table of a map with a row a cell: measure row column value, one column a control, questions
/// (which maps of an older version lack). Any other table as it is.
base::Table beside_controls(const base::Table& map);

}  // namespace lab::probe::map
