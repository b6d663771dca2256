#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lab/probe/probe.h"
#include "lab/probe/request.h"
#include "lab/train/memory.h"
#include "model/transformer/transformer.h"

namespace lab::probe {

inline constexpr int usual_questions = 300;

/// Which difficulties a probe asks where nobody says: the hardest trained on, or all scored.
enum class AsksOf { hardest, all_scored };

/// What a probe keeps at once of the texts it reads, each with all activations.
enum class Holds {
  a_text,
  a_text_a_thread,
  pairs_a_thread,  ///< a batch of them, before and after their change
  all_texts,
  answers,  ///< none: it lets the model answer
};

/// A probe as `lab probe RUN NAME` offers it: help, completion and captions are made from this.
struct ProbeKind {
  std::string_view name;
  std::string_view summary;  ///< for help
  std::string_view caption;  ///< of its maps: what is drawn; controls are told as they are drawn
  std::string_view prompt_caption = {};  ///< the same of a single prompt, if it reads one
  ProbeResult (*run)(const model::transformer::Transformer<float>&, const ProbeRequest&);
  int questions = usual_questions;                 ///< asked if --examples does not say
  std::vector<std::string_view> own_options = {};  ///< that some probes read and others do not
  AsksOf asks_of = AsksOf::hardest;
  Holds holds = Holds::a_text;

  bool reads(std::string_view option) const;
};

/// All there are, in the order that help shows.
std::span<const ProbeKind> probe_kinds();

/// Of all there are.
std::vector<std::string> probe_names();

/// Options of the command that only some probes read.
inline constexpr std::array own_probe_options{"label", "prompt", "with", "with-task"};

/// Those that read one of them: "linear, cohesion".
std::string probes_that_read(std::string_view option);

/// Throws base::Error (exit code 2) with the nearest name and all there are.
const ProbeKind& probe_kind(const std::string& name);

/// What it takes in memory beside the run that is open.
train::MemoryNeed memory_to_probe(const ProbeKind& kind, const ProbeRequest& request);

/// What a probe finds with these weights of the run, and before training as its control
/// "untrained".
ProbeResult probe_weights(const ProbeKind& kind, const ProbeRequest& request,
                          const model::layers::Flat<float>& weights);

}  // namespace lab::probe
