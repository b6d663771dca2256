#pragma once
#include <filesystem>

namespace lab::sweep {

/// How the runs of a sweep are made.
struct SweepOptions {
  std::filesystem::path store = "results/runs";
  int jobs = 1;             ///< runs at the same time, one process each
  int threads_per_run = 1;  ///< of each process
  bool quiet = false;       ///< says nothing but what failed
};

}  // namespace lab::sweep
