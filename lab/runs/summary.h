#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>

#include "lab/store/fit.h"
#include "lab/store/run_state.h"

namespace lab::runs {

/// How many of some questions were solved.
struct Solved {
  std::int64_t solved = 0, asked = 0;

  /// Of one, rounded down to four digits: 0.98996 does not look like 0.99.
  double share() const;
};

/// What a list of runs says of one.
struct RunSummary {
  std::string fingerprint, name;
  store::RunState state = store::RunState::waiting;
  bool is_diverged = false;
  std::int64_t step = 0, steps = 0;
  std::uint64_t seed = 0;
  /// Exact match of the main task's questions in the held-out pools that were asked (neither train
  /// nor validate), all difficulties together, at the last step that was scored.
  std::optional<Solved> score;
  std::optional<Solved> fit;  ///< of a finished run: see store::Fit
  std::string started;        ///< UTC; empty of a run that has not begun
  double wall_seconds = 0;
  std::set<std::string> tags;
  std::string note;

  /// "finished, diverged".
  std::string status() const;
};

/// Throws base::Error if the folder cannot be read. A spec is read only where there are scores or
/// nothing has begun.
RunSummary summary_of(const std::filesystem::path& folder);

}  // namespace lab::runs
