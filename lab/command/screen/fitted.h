#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "base/tsv.h"

namespace lab::command::screen {

/// The table aligned for a terminal of so many columns: of the dispensable columns as many left
/// out, the first of them first, as it takes for the lines to fit, if that does.
std::string fitted_text(base::Table table, const std::vector<std::string>& dispensable,
                        std::size_t columns);

}  // namespace lab::command::screen
