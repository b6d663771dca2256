#pragma once
#include <string>

#include "base/tsv.h"

namespace lab::report {

/// What a reader who sees no map is told of its numbers, of the table that
/// probe::map::beside_controls gives: of each measure the highest and the lowest value with where
/// they are, and the highest of each control. Nothing of another table.
std::string map_in_words(const base::Table& table);

}  // namespace lab::report
