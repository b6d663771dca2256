#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/tsv.h"

namespace base {

/// A table for people: columns under each other, two spaces apart, those of numbers at their right
/// ends. Ends of lines have no spaces.
std::string aligned_text(const Table& table);

/// The same for a terminal of so many columns. The first `places` columns say what a row is of:
/// those that are the same in all rows are said once above the table. Where lines are too long for
/// the terminal, rows that share what the places before the last say stand below a heading with it.
/// Promise: 0 < places <= columns of the table.
std::string aligned_text(const Table& table, std::size_t places, std::size_t columns);

}  // namespace base
