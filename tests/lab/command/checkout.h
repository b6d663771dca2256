#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/scratch_folder.h"
#include "lab/paper/experiment.h"
#include "tests/lab/command/program.h"

namespace tests {

/// A checkout with one experiment, whose two runs take a moment.
struct Checkout {
  base::ScratchFolder scratch;
  std::filesystem::path experiments = scratch.path() / "experiments";
  std::filesystem::path folder = experiments / "tiny";
  std::filesystem::path results = scratch.path() / "results" / "tiny";
  std::filesystem::path store = scratch.path() / "store";

  explicit Checkout(const std::string& seeds = "2");

  /// `lab reproduce <words>` here.
  Ended run(std::vector<std::string> words) const;

  lab::paper::Experiment experiment() const { return {"tiny", folder}; }
};

}  // namespace tests
