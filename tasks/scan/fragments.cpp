#include "tasks/scan/pieces.h"
#include "tasks/scan/scan.h"

// The pieces of commands as the task knows them: in prompts.

namespace tasks::scan {

SimpleFragments Scan::made_fragments() const {
  std::vector<SimpleFragments::Kind> kinds;
  for (std::size_t kind = 0; kind < scan_kinds().size(); ++kind) {
    const auto in = [this, kind](std::span<const Token> prompt) {
      return fragments_in(kind, command_in(tokens_, words_of(prompt)));
    };
    const auto all = [this, kind](Range) { return all_scan_fragments(kind, tokens_.primitives); };
    const auto text = [this, kind](Fragment one) {
      return vocabulary_.text(scan::words_of(tokens_, kind, one));
    };
    const auto verbs = [this, kind](Fragment one) { return verbs_of(tokens_, kind, one); };
    kinds.push_back({scan_kinds()[kind], in, all, text, verbs});
  }
  return SimpleFragments(std::move(kinds));
}

}  // namespace tasks::scan
