#pragma once
#include <optional>
#include <string>

#include "lab/command/screen/live_lines.h"
#include "lab/train/train_run.h"

namespace lab::command::screen {

/// How far a run is, in at most so many columns: what matters least is left out first.
std::string progress_text(const train::TrainingReport& report, std::size_t columns);

/// Shows a run's progress on stderr: on a terminal one line, rewritten in place; else a line at
/// each tenth of the run and at least every half minute.
class ProgressLine {
 public:
  ProgressLine();
  void show(const train::TrainingReport& report);
  void end();  ///< leaves the line

 private:
  std::optional<LiveLines> live_;  ///< of a terminal
  double shown_ = 0;               ///< seconds_now() of the last line
  std::int64_t tenth_ = 0;         ///< of the last line
};

}  // namespace lab::command::screen
