#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "base/tsv.h"

namespace lab::command::screen {

/// The table aligned for a terminal of so many columns: of the dispensable columns as many left
/// out, the first of them first, as it takes for the lines to fit, if that does. `places`: columns
/// at the beginning that are said once above the table where they are the same in all rows.
std::string fitted_text(base::Table table, const std::vector<std::string>& dispensable,
                        std::size_t columns, std::size_t places = 0);

}  // namespace lab::command::screen
