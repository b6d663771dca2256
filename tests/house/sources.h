#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace house {

/// A text file of ours, by lines.
struct Source {
  std::string path;  ///< from the root, "base/error.h"
  std::vector<std::string> lines;
  std::string folder() const { return path.substr(0, path.rfind('/')); }
};

/// The .h and .cpp files of the four code folders, in the order of their paths.
std::vector<Source> code_below(const std::filesystem::path& root);

/// The same of tests/.
std::vector<Source> tests_below(const std::filesystem::path& root);

/// A rule looks at one file and tells what breaks it: "base/error.h:3: why", nothing if all is
/// well.
using Faults = std::vector<std::string>;

Faults threads_outside_parallel(const Source& source);
Faults eigen_outside_model_and_lab(const Source& source);
Faults protobuf_outside_its_door(const Source& source);
Faults options_outside_commands(const Source& source);
Faults python_outside_its_module(const Source& source);
Faults random_numbers_of_the_library(const Source& source);
Faults macros(const Source& source);
Faults other_namespaces(const Source& source);
Faults long_files(const Source& source);
Faults long_functions(const Source& source);
Faults names_ctest_cannot_hold(const Source& source);

}  // namespace house
