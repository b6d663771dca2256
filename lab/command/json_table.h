#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/tsv.h"

namespace lab::command {

/// The rows of a table as JSON objects. What reads as a number is one, but in the columns of
/// `texts` (a fingerprint may be all digits, a name too); an empty cell is null.
nlohmann::ordered_json json_rows(const base::Table& table, const std::vector<std::string>& texts);

}  // namespace lab::command
