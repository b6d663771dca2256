#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/tsv.h"
#include "lab/store/scores.h"

namespace lab::runs {

/// All scores of some runs with fields of their specs beside them.
class ExportedScores {
 public:
  /// `paths`: of fields, as in --set. Those that are columns anyway (seed, name) and those that
  /// come again are left out. Throws base::Error (exit code 3) if no spec has one, before a run is
  /// read.
  ExportedScores(const std::vector<std::filesystem::path>& folders,
                 const std::vector<std::string>& paths);

  /// Columns fingerprint seed name, the fields, then those of store::scores_table.
  base::Table table() const;

  /// The same, an object a line: numbers, texts, lists, null for what is not known.
  std::string json_lines() const;

 private:
  struct Run {
    std::string fingerprint, name;
    std::uint64_t seed = 0;
    std::vector<std::optional<std::string>> fields;  ///< as spec::Spec::filled has them
  };
  std::vector<std::string> paths_;
  std::vector<Run> runs_;
  std::vector<store::Score> scores_;
  std::vector<std::size_t> run_of_;  ///< for each score
};

}  // namespace lab::runs
