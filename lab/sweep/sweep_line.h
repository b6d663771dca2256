#pragma once
#include <string>

#include "lab/sweep/options.h"
#include "lab/sweep/outcome.h"

namespace lab::sweep {

/// How far a sweep of so many runs is after so many seconds: "3 of 10 runs done (1 cached), 2
/// running, 5 left, about 2 min 00 s to go".
std::string progress_text(const SweepOutcome& outcome, std::size_t runs, std::size_t running,
                          double seconds);

/// What a sweep says on stderr: failures at once, and from time to time a line of how far it is; on
/// a terminal that line is rewritten in place.
class SweepLine {
 public:
  SweepLine(std::size_t runs, const SweepOptions& options);

  /// A message of its own line, shown even when quiet.
  void say(const std::string& message);

  /// Shows how far it is, if it is time to.
  void update(const SweepOutcome& outcome, std::size_t running);
  void finish(const SweepOutcome& outcome);

 private:
  std::size_t runs_;
  bool quiet_, terminal_;
  double begun_, shown_;
  int shown_done_ = 0;
};

}  // namespace lab::sweep
