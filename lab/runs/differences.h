#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/tsv.h"

namespace lab::runs {

/// Fields whose values differ among the specs of some runs, those at their defaults too: the value
/// of each run, or nothing where its spec has no such field.
class Differences {
 public:
  /// Throws base::Error (exit code 2) if two of the folders have one name.
  explicit Differences(const std::vector<std::filesystem::path>& folders);

  /// Columns field and a fingerprint each; "-" where there is no such field.
  base::Table table() const;

  /// An array of {"field": path, "values": {fingerprint: value}}, null where there is none.
  std::string json() const;

 private:
  struct Row {
    std::string path;
    std::vector<std::optional<std::string>> values;  ///< as spec::Spec::filled has them
  };
  std::vector<std::string> names_;
  std::vector<Row> rows_;
};

}  // namespace lab::runs
