#pragma once
#include "lab/train/train_run.h"

namespace lab::command::screen {

/// Shows a run's progress on stderr: on a terminal one line, rewritten in place; else a line at
/// each tenth of the run and at least every half minute.
class ProgressLine {
 public:
  ProgressLine();
  void show(const train::TrainingReport& report);
  void end();  ///< leaves the line

 private:
  bool terminal_;
  double shown_ = 0;        ///< seconds_now() of the last line
  std::int64_t tenth_ = 0;  ///< of the last line
};

}  // namespace lab::command::screen
