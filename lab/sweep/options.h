#pragma once
#include <filesystem>
#include <optional>

namespace lab::sweep {

class SweepScreen;

/// How the runs of a sweep are made.
struct SweepOptions {
  std::filesystem::path store = "results/runs";
  int jobs = 1;             ///< runs at the same time, one process each
  int threads_per_run = 1;  ///< of each process
  bool quiet = false;       ///< says nothing but what failed
  /// After so many failed runs it stops, as at a signal; never if there is none.
  std::optional<int> most_failures = std::nullopt;
  SweepScreen* screen = nullptr;  ///< of a terminal, while the sweep runs; none: plain lines
};

}  // namespace lab::sweep
