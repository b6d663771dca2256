#pragma once
#include <cstddef>
#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "base/tsv.h"
#include "lab/compare/rows.h"

namespace lab::compare {

/// Columns: those of the axes, task, pool, difficulty, median, low, high (exact match over the
/// seeds, percent), seeds, fit ("4/5": how many of those of which it is known solve their training
/// questions; empty if of none), guess (the highest level of not knowing, percent; empty if
/// unknown). An axis that is called as another column is "axis.<name>".
base::Table table_of(const Comparison& comparison, std::span<const Row> rows);

/// The same for a terminal of so many columns: what all rows share is said once above them, and
/// what is unfit or not above guessing behind them. Where it is too wide each arm has a heading.
std::string text_of(const Comparison& comparison, std::span<const Row> rows, std::size_t columns);

/// The same as a JSON array of objects, with the value of each seed; numbers are percent, null what
/// is not known.
std::string json_of(const Comparison& comparison, std::span<const Row> rows);

/// Columns that say what a row is of: the axes, so called that none has the name of another column
/// (of `others` too), task, pool, difficulty.
std::vector<std::string> place_columns(const Comparison& comparison,
                                       std::span<const std::string> others);

/// What the row says in them; empty on an axis that its arm has not.
std::vector<std::string> place_cells(const Comparison& comparison, const Row& row);

/// The same as an object: settings, task, pool, trained_on_pool, difficulty.
nlohmann::ordered_json place_json(const Comparison& comparison, const Row& row);

/// "test"; of the train pool at a difficulty that is not trained on what it is.
std::string pool_of(const Row& row);

}  // namespace lab::compare
