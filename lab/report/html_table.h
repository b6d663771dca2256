#pragma once
#include <string>
#include <vector>

#include "lab/report/html.h"

namespace lab::report {

/// A cell: what it shows, and what it is sorted by if that is another text.
struct Cell {
  Html shown;
  std::string sorted_by = {};  ///< empty: by what is shown
  std::string kind = {};       ///< its class in the style sheet, or empty
};

/// A plain cell.
Cell cell(std::string_view text);

/// A table whose rows the page sorts by any column (numbers by value) when its head is pressed.
/// Every row is as long as `columns`; a column in which no row shows anything is left out.
Html sortable_table(const std::vector<std::string>& columns,
                    const std::vector<std::vector<Cell>>& rows);

}  // namespace lab::report
