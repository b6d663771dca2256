#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/scratch_folder.h"
#include "lab/spec/run_spec.h"

namespace tests {

/// A store of runs that look finished, made in a moment.
struct StoredRuns {
  base::ScratchFolder scratch;
  std::vector<std::filesystem::path> folders;

  /// A run named `name` of so many questions in ten solved, in the pools train and test.
  void add(const std::string& name, int seed, int train_solved, int test_solved);
};

}  // namespace tests
