#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lab/spec/run_spec.h"
#include "lab/sweep/options.h"
#include "lab/sweep/outcome.h"
#include "lab/sweep/screen.h"
#include "lab/sweep/time_to_go.h"

namespace lab::sweep {

/// How far a sweep of so many runs is: "3 of 10 runs done (1 cached), 2 running, 5 left, about 2
/// min 00 s to go".
std::string progress_text(const SweepOutcome& outcome, std::size_t runs, std::size_t running,
                          const std::optional<double>& seconds_to_go);

/// What runs and what waits, at a moment.
struct SweepState {
  std::vector<std::filesystem::path> running;  ///< folders
  std::int64_t waiting_steps = 0;
};

/// What a sweep says on stderr: failures at once, and how far it is from time to time: on a screen,
/// if there is one, with the runs, else in a line.
class SweepLine {
 public:
  SweepLine(std::size_t runs, const SweepOptions& options);

  /// A message of its own line, shown even when quiet.
  void say(const std::string& message);

  /// A run has been trained to its end.
  void ended(const spec::RunSpec& spec, const std::filesystem::path& folder);

  /// Shows how far it is, if it is time to.
  void update(const SweepOutcome& outcome, const SweepState& state);
  void finish(const SweepOutcome& outcome);

 private:
  std::size_t runs_;
  int jobs_;
  bool quiet_;
  SweepScreen* screen_;
  double begun_, shown_;
  Pace pace_;  ///< of what ended
  int shown_done_ = 0;
};

}  // namespace lab::sweep
