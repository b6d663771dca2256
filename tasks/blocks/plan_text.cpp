#include <algorithm>

#include "base/error.h"
#include "tasks/blocks/pddl.h"
#include "tasks/blocks/words.h"

namespace tasks::blocks {
namespace {

/// "3:" and "0.003:", which number or time an action, and "[1]", what it costs.
bool is_decoration(const std::string& word) {
  const auto numeric = [](std::string_view text) {
    const auto digit = [](char c) { return ('0' <= c && c <= '9') || c == '.'; };
    return !text.empty() && std::ranges::all_of(text, digit);
  };
  const std::string_view text = word;
  if (text.ends_with(':')) return numeric(text.substr(0, text.size() - 1));
  return text.size() > 2 && text.starts_with('[') && text.ends_with(']') &&
         numeric(text.substr(1, text.size() - 2));
}

}  // namespace

BlocksPlan read_plan(std::string_view text, const BlocksProblem& problem,
                     const std::string& place) {
  const BlockNames names(problem.blocks, place);
  BlocksPlan plan;
  PddlForm bare{"", {}, true, 0};  // the words of one line without parentheses
  const auto end_line = [&] {
    if (!bare.items.empty()) plan.push_back(names.action(bare));
    bare.items.clear();
  };
  for (const PddlForm& form : pddl_forms(text, place)) {
    if (form.is_list || form.line != bare.line) end_line();
    bare.line = form.line;
    if (form.is_list) {
      plan.push_back(names.action(form));
    } else if (!is_decoration(form.word)) {
      bare.items.push_back(form);
    }
  }
  end_line();
  return plan;
}

}  // namespace tasks::blocks
