#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "lab/runs/condition.h"

namespace lab::runs {

/// Whether specs have a field of this path that holds one value, and is no block or list.
bool is_value_field(const std::string& path);

/// Whether the value is written as a block or a list.
bool asks_block(const Condition& condition);

/// Throws base::Error (exit code 3), naming --where and the nearest of these names and of the
/// schema's, unless specs may have what is asked for; (2) if its order is asked for and it is no
/// number, or the value is none.
void require_field_of(const Condition& condition, const std::vector<std::string>& other_names);

/// Whether the condition holds of the spec in the folder; where the spec's text does not tell, by
/// comparing the spec with and without it. Throws base::Error if no spec of the kind may have the
/// value.
bool field_holds(const std::filesystem::path& folder, const Condition& condition);

}  // namespace lab::runs
