#pragma once
#include <string>
#include <vector>

namespace lab::spec::reference {

/// What the beginning of a path may go on as, a step at a time: "model." for "mo", "hint[0]." for
/// "hint"; a field that holds a value as it is, "model.width". Paths are as in --set.
std::vector<std::string> completed_paths(const std::string& begun);

/// The words that the field at a path may have: an enumeration's names, true and false; of a list
/// those of its items. None for others.
std::vector<std::string> values_of(const std::string& path);

}  // namespace lab::spec::reference
