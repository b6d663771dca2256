#include "tests/house/sources.h"

#include <algorithm>
#include <fstream>
#include <regex>

namespace house {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_file = 300, longest_function = 40;  // lines

std::string at(const Source& source, std::size_t line, const std::string& why) {
  return source.path + ":" + std::to_string(line + 1) + ": " + why;
}

/// One fault for each line in which `pattern` is found.
Faults lines_with(const Source& source, const char* pattern, const char* why) {
  const std::regex expression(pattern);
  Faults faults;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    if (std::regex_search(source.lines[i], expression)) faults.push_back(at(source, i, why));
  }
  return faults;
}

bool path_is(const Source& source, const char* pattern) {
  return std::regex_match(source.path, std::regex(pattern));
}

std::size_t indent(const std::string& line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first == std::string::npos ? line.size() : first;
}

/// The line that opens the block which the brace in line `end` closes. In formatted code that is
/// the nearest line above with as much indent, past labels, preprocessor lines and closing braces.
std::size_t opening_line(const std::vector<std::string>& lines, std::size_t end) {
  const std::size_t depth = indent(lines[end]);
  for (std::size_t i = end; i-- > 0;) {
    const std::string& line = lines[i];
    if (line.size() <= depth || indent(line) > depth) continue;
    if (indent(line) < depth) return i + 1;  // an access label: the block begins below it
    if (line[depth] != '#' && line[depth] != '}' && line[depth] != '/') return i;
  }
  return 0;
}

std::vector<Source> sources_in(const fs::path& root, const std::vector<std::string>& folders) {
  std::vector<Source> sources;
  for (const std::string& folder : folders) {
    if (!fs::exists(root / folder)) continue;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
      const fs::path& file = entry.path();
      if (file.extension() != ".h" && file.extension() != ".cpp") continue;
      Source source{.path = fs::relative(file, root).string(), .lines = {}};
      std::ifstream input(file);
      for (std::string line; std::getline(input, line);) source.lines.push_back(line);
      sources.push_back(std::move(source));
    }
  }
  std::ranges::sort(sources, {}, &Source::path);
  return sources;
}

}  // namespace

std::vector<Source> code_below(const fs::path& root) {
  return sources_in(root, {"base", "tasks", "model", "lab"});
}

std::vector<Source> tests_below(const fs::path& root) { return sources_in(root, {"tests"}); }

Faults threads_outside_parallel(const Source& source) {
  // The heartbeat of a claim computes nothing: it goes on while a thread works for minutes.
  if (path_is(source, "base/parallel\\.cpp|lab/store/lease\\.cpp")) return {};
  return lines_with(
      source,
      "#\\s*pragma\\s+omp|_Pragma|[<\"]omp\\.h|std::(jthread|thread|async)\\b|pthread_create",
      "threads that compute belong in base/parallel.cpp alone");
}

Faults eigen_outside_model_and_lab(const Source& source) {
  if (path_is(source, "(model|lab)/.*")) return {};
  return lines_with(source, "#\\s*include\\s*<(unsupported/)?Eigen/|\\bEigen::",
                    "Eigen belongs in model/ and lab/");
}

Faults protobuf_outside_its_door(const Source& source) {
  if (path_is(source, "lab/(spec/.*|figure/read/.*|store/event_file\\.cpp)") &&
      source.path != "lab/figure/read/figures.h") {  // what others read figures with
    return {};
  }
  return lines_with(source, "#\\s*include\\s*(\"lab/[\\w/]+\\.pb\\.h\"|<google/protobuf/)",
                    "protobuf belongs in lab/spec, lab/figure/read and lab/store/event_file.cpp");
}

Faults options_outside_commands(const Source& source) {
  if (path_is(source, "lab/(main|command/.*)\\.(h|cpp)")) return {};
  return lines_with(source, "boost/program_options|\\bprogram_options::",
                    "Program_options belongs in lab/main.cpp and lab/command");
}

Faults python_outside_its_module(const Source& source) {
  if (path_is(source, "lab/python/.*")) return {};
  return lines_with(source, "#\\s*include\\s*<(pybind11/|Python\\.h)|\\bpybind11::",
                    "Python belongs in lab/python alone");
}

Faults random_numbers_of_the_library(const Source& source) {
  return lines_with(source,
                    "#\\s*include\\s*<random>|\\bstd::(mt19937|random_device|\\w+_distribution|"
                    "shuffle|ranges::shuffle)\\b|\\bs?rand\\(|\\bsetRandom\\(",
                    "random numbers come from base/random.h");
}

Faults macros(const Source& source) {
  return lines_with(source, "^\\s*#\\s*define\\b", "no macros");
}

Faults other_namespaces(const Source& source) {
  static const std::regex begin("^namespace (\\w+(::\\w+)*) \\{.*");
  const std::string wanted = std::regex_replace(source.folder(), std::regex("/"), "::");
  Faults faults;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    std::smatch found;
    if (!std::regex_match(source.lines[i], found, begin)) continue;
    if (found[1] != wanted) {
      faults.push_back(at(source, i, "the namespace of " + source.folder() + "/ is " + wanted));
    }
  }
  return faults;
}

Faults long_files(const Source& source) {
  if (source.lines.size() <= longest_file) return {};
  return {at(source, longest_file, "a file has at most 300 lines")};
}

Faults long_functions(const Source& source) {
  Faults faults;
  for (std::size_t end = 0; end < source.lines.size(); ++end) {
    const std::string& line = source.lines[end];
    const bool closes = line == "}" || line == "  }";  // of a function, or a method in its class
    if (!closes) continue;
    const std::size_t begin = opening_line(source.lines, end);
    if (end - begin + 1 > longest_function) {
      faults.push_back(at(source, begin, "a function has at most 40 lines"));
    }
  }
  return faults;
}

Faults names_ctest_cannot_hold(const Source& source) {
  return lines_with(source, "^\\s*TEST_CASE\\(\"[^\"]*[\\[\\];]",
                    "the name of a test has no [, ] or ;, which CMake's lists cannot hold");
}

}  // namespace house
