#include "lab/command/probe_help.h"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <vector>

#include "base/text.h"
#include "lab/figure/text.h"
#include "lab/probe/kinds.h"

namespace lab::command {
namespace {

constexpr std::size_t summary_columns = 67;  ///< beside the names

}  // namespace

std::string about_probes() {
  std::string text = "NAME is one of\n";
  for (const probe::ProbeKind& kind : probe::probe_kinds()) {
    std::string_view name = kind.name;
    for (const std::string& line : figure::wrapped(std::string(kind.summary), summary_columns)) {
      text += fmt::format("  {:10} {}\n", name, line);
      name = "";
    }
  }
  return text +
         "Each value stands beside its controls and beside the same in the untrained model. The "
         "figure is written to RUN/probes unless --out names another folder; its name says what "
         "was "
         "asked. On a terminal a line a measure is shown, of what is furthest above its controls, "
         "else (or with --rows) every row.\n"
         "\n"
         "RUN may be a table of such probes, with any columns before `measure` that tell runs "
         "apart: medians over its `seed`s are printed and drawn beside it, a map for each value of "
         "the others.";
}

std::string default_difficulties() {
  std::vector<std::string_view> all_scored;
  for (const probe::ProbeKind& kind : probe::probe_kinds()) {
    if (kind.asks_of == probe::AsksOf::all_scored) all_scored.push_back(kind.name);
  }
  return fmt::format("default: the hardest trained on; of {}: all scored",
                     base::joined(all_scored));
}

std::string default_questions() {
  std::map<int, std::vector<std::string_view>, std::greater<>> probes;  // by questions
  for (const probe::ProbeKind& kind : probe::probe_kinds()) {
    if (kind.questions != probe::usual_questions) probes[kind.questions].push_back(kind.name);
  }
  std::string text = fmt::format("default: {}", probe::usual_questions);
  for (const auto& [questions, names] : probes) {
    text += fmt::format("; {} {}", base::joined(names), questions);
  }
  return text;
}

}  // namespace lab::command
