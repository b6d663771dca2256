#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/house/sources.h"

namespace house {

/// For each folder of code the folders that its files may include, itself among them.
using Sight = std::map<std::string, std::set<std::string>>;

/// Read from the text of CMakeLists.txt, `component(<name> FOLDER <folder> DEPENDS <names>)`: a
/// folder sees what its component depends on, and what that depends on. A component is of the
/// folder of its name if it names none; names that are no component (libraries) are passed over.
Sight sight_of(const std::string& cmake_lists);

/// One fault for each include in double quotes of what the file's folder does not see.
Faults includes_out_of_sight(const Source& source, const Sight& sight);

/// Circles among units (a header with its .cpp) of includes: "a -> b -> a", each circle once.
Faults circles_of_includes(const std::vector<Source>& sources);

}  // namespace house
