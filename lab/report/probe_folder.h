#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/tsv.h"

namespace lab::report {

/// A map of a probe, its numbers, or both: the files of one name.
struct ProbeFiles {
  std::string name;                  ///< "attention_step_18000"
  std::string svg;                   ///< empty: no map, or none that can be shown
  std::string title;                 ///< of the map
  std::optional<base::Table> table;  ///< <name>.tsv
  std::vector<std::string> faults;   ///< of its files that cannot be shown: "<file>: <why>"
};

/// Probes as results/<paper>/probes/, a folder in it, or a run's folder holds them.
struct ProbeFolder {
  std::string place;  ///< what it is called on the page: "results/coverage/probes"
  std::string words;  ///< README.md
  std::vector<ProbeFiles> files;
  std::vector<std::string> faults;  ///< what cannot be read and belongs to no files
};

/// The folder with those below it, by name; those that hold neither maps nor tables nor words are
/// left out, and so are hidden ones. A folder that is not there holds nothing. What cannot be read
/// is a fault of that file alone. Names below `folder` follow `place`; faults name no other folder.
std::vector<ProbeFolder> read_probes(const std::filesystem::path& folder, const std::string& place);

}  // namespace lab::report
