#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "lab/spec/spec.h"

namespace lab::spec::reference {

enum class FieldKind { number, word, text, list, block };

/// Of the field at a path as in --set; nothing if no spec has it. A word is of few: an
/// enumeration's or true and false. A list of blocks is a block.
std::optional<FieldKind> kind_of_field(const std::string& path);

/// What the field at a path says, as Spec::filled has it: numbers and truth as such, what is
/// infinite or no number as text, names of enumerations and texts as they are, lists of these.
nlohmann::ordered_json typed_value(const std::string& path, const std::string& filled);

/// The same for the cell of a table: a text as it is, unless a cell cannot hold it.
std::string cell_of(const std::string& path, const std::string& filled);

/// The fields that are not at their defaults, by path.
nlohmann::ordered_json typed_fields(const Spec& spec);

}  // namespace lab::spec::reference
