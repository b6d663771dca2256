#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "tasks/blocks/pddl.h"
#include "tasks/blocks/words.h"

namespace tasks::blocks {
namespace {

bool numeric(std::string_view text) {
  const auto digit = [](char c) { return ('0' <= c && c <= '9') || c == '.'; };
  return !text.empty() && std::ranges::all_of(text, digit);
}

/// "3:" and "0.003:", which number or time an action, and "[1]" or "[D:1.0" (what follows its `;`
/// is a comment), what it takes and costs.
bool is_decoration(std::string_view word) {
  if (word.ends_with(':')) return numeric(word.substr(0, word.size() - 1));
  if (word.starts_with("[D:") || word.starts_with("[d:")) return true;
  return word.size() > 2 && word.starts_with('[') && word.ends_with(']') &&
         numeric(word.substr(1, word.size() - 2));
}

/// "(1)", the cost behind an action.
bool is_cost(const PddlForm& form) {
  return form.is_list && form.items.size() == 1 && numeric(form.items[0].word);
}

/// Gathers the actions of a plan, form by form.
class PlanReader final {
 public:
  PlanReader(const BlocksProblem& problem, const std::string& place)
      : names_(problem.blocks, place) {}

  void see(const PddlForm& form) {
    if (is_cost(form) || (!form.is_list && is_decoration(form.word))) {
      const bool numbered = form.word.ends_with(':') && bare_.items.size() == 1;
      if (numbered && base::small_letters(bare_.items[0].word) == "step") bare_.items.clear();
      return;
    }
    if (form.is_list || form.line != bare_.line) end_line();
    bare_.line = form.line;
    if (form.is_list) {
      add(form);
    } else {
      bare_.items.push_back(form);
    }
  }

  void end_line() {
    if (!bare_.items.empty()) add(bare_);
    bare_.items.clear();
  }

  WrittenPlan written() { return std::move(written_); }

 private:
  void add(const PddlForm& form) {
    ++written_.steps;
    if (written_.no_action) return;
    try {
      written_.plan.push_back(names_.action(form));
    } catch (const base::Error& error) {  // a step that is no action: what the plan is judged by
      written_.no_action = error.what();
    }
  }

  BlockNames names_;
  PddlForm bare_{"", {}, true, 0};  // the words of one line without parentheses
  WrittenPlan written_;
};

}  // namespace

WrittenPlan read_plan(std::string_view text, const BlocksProblem& problem,
                      const std::string& place) {
  PlanReader reader(problem, place);
  for (const PddlForm& form : pddl_forms(text, place)) reader.see(form);
  reader.end_line();
  return reader.written();
}

}  // namespace tasks::blocks
