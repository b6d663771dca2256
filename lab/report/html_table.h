#pragma once
#include <string>
#include <vector>

#include "lab/report/html.h"

namespace lab::report {

/// The kind of a cell of digits; short, for there are thousands of them.
inline constexpr const char* number_kind = "n";

/// A cell: what it shows, and what it is sorted by if that is another text.
struct Cell {
  Html shown;
  std::string sorted_by = {};  ///< empty: by what is shown
  std::string kind = {};       ///< its class in the style sheet, or empty
};

/// A plain cell.
Cell cell(std::string_view text);

/// A table whose rows the page sorts by any column (numbers by value) when its head is pressed.
/// Every row is as long as `columns`; a column in which no row shows anything is left out. Of the
/// kind "cards" each row stands by itself where the window is narrow, with the column's name beside
/// every cell.
Html sortable_table(const std::vector<std::string>& columns,
                    const std::vector<std::vector<Cell>>& rows, const std::string& kind = {});

}  // namespace lab::report
