#pragma once
#include <optional>
#include <string>
#include <vector>

#include "lab/probe/texts.h"
#include "lab/train/trained_run.h"

namespace lab::probe {

/// What a probe reads besides the model.
struct ProbeRequest {
  const train::TrainedRun& run;
  ProbeQuestions questions;
  std::vector<int> difficulties;     ///< for probes over several; --difficulty, else those scored
  std::optional<ProbeText> prompt;   ///< --prompt
  std::optional<std::string> label;  ///< --label
  int threads = 1;
  const train::TrainedRun* other =
      nullptr;  ///< --with, or the same; of probes that hold two against each other
  ProbeQuestions other_questions = {};
};

}  // namespace lab::probe
