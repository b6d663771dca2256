#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lab/probe/probe.h"
#include "lab/probe/texts.h"
#include "lab/train/trained_run.h"
#include "model/transformer/transformer.h"

namespace lab {

/// What a probe reads besides the model.
struct Probing {
  const TrainedRun& run;
  ProbeQuestions questions;
  std::vector<int> difficulties;     ///< for probes over several; --difficulty, else those scored
  std::optional<ProbeText> prompt;   ///< --prompt
  std::optional<std::string> label;  ///< --label
  int threads = 1;
  const TrainedRun* other =
      nullptr;  ///< --with, or the same; of probes that hold two against each other
  ProbeQuestions other_questions = {};
};

/// A probe as `lab probe RUN NAME` offers it.
struct ProbeKind {
  const char* name;
  int questions;        ///< asked if --examples does not say
  const char* caption;  ///< of the figure
  ProbeResult (*probe)(const model::Transformer<float>&, const Probing&);
  std::vector<std::string_view> own_options = {};  ///< that some probes read and others do not

  bool reads(std::string_view option) const;
};

/// Of all there are.
std::vector<std::string> probe_names();

/// Options of the command that only some probes read.
inline constexpr std::array own_probe_options{"label", "prompt", "with", "with-task"};

/// Those that read one of them: "linear, cohesion".
std::string probes_that_read(const std::string& option);

/// Throws base::Error (exit code 2) with the nearest name and all there are.
const ProbeKind& probe_kind(const std::string& name);

}  // namespace lab
