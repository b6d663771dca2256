#include "tasks/blocks/pddl.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "tasks/blocks/solver.h"
#include "tasks/blocks/words.h"

namespace tasks::blocks {
namespace {

/// The part "(:name ...)" of a definition. Throws if it is not there exactly once.
const PddlForm& part(const PddlForm& define, const std::string& name, const std::string& place) {
  const PddlForm* found = nullptr;
  for (const PddlForm& form : define.items) {
    if (!form.starts_with(name)) continue;
    require_form(found == nullptr, place, form, "a second (" + name + " ...)");
    found = &form;
  }
  require_form(found != nullptr, place, define, "no (" + name + " ...) in this problem");
  return *found;
}

/// The one word behind the name: "(problem NAME)".
std::string named(const PddlForm& form, const std::string& place) {
  const bool one = form.items.size() == 2 && !form.items[1].is_list;
  require_form(one, place, form, "wanted a name and nothing else");
  return form.items[1].word;
}

/// "a b c - block d": types are passed over.
std::vector<std::string> object_names(const PddlForm& form, const std::string& place) {
  std::vector<std::string> names, small;
  for (std::size_t i = 1; i < form.items.size(); ++i) {
    const PddlForm& item = form.items[i];
    require_form(!item.is_list, place, item, "wanted the name of a block, found a list");
    if (item.word == "-") {
      const bool type = i + 1 < form.items.size() && !form.items[i + 1].is_list;
      require_form(type, place, item, "wanted a type after `-`");
      ++i;
      continue;
    }
    const std::string name = base::small_letters(item.word);
    require_form(std::ranges::find(small, name) == small.end(), place, item,
                 "a second block `" + item.word + "`");
    small.push_back(name);
    names.push_back(item.word);
  }
  require_form(!names.empty(), place, form, "wanted at least one block");
  return names;
}

/// Puts down what `fact` says of a block's place. False if the block has another place already.
bool place_block(const BlocksFact& fact, BlocksState& state, std::vector<bool>& placed) {
  if (fact.predicate == BlocksPredicate::clear || fact.predicate == BlocksPredicate::handempty) {
    return true;
  }
  const Block place = fact.predicate == BlocksPredicate::on        ? fact.other
                      : fact.predicate == BlocksPredicate::ontable ? on_table
                                                                   : in_hand;
  const auto block = static_cast<std::size_t>(fact.block);
  if (placed[block] && state.support[block] != place) return false;
  placed[block] = true;
  state.support[block] = place;
  return true;
}

/// The one state of which `facts` are all that holds. `forms` are where they stand.
BlocksState state_of(std::span<const BlocksFact> facts, std::span<const PddlForm> forms,
                     const PddlForm& init, const BlocksProblem& problem, const std::string& place) {
  BlocksState state{std::vector<Block>(problem.blocks.size(), on_table)};
  std::vector<bool> placed(problem.blocks.size());
  const auto at = [&](std::size_t i) { return base::concat(place, ":", forms[i].line, ": "); };
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const bool alone =
        place_block(facts[i], state, placed) && !contradiction(facts.first(i + 1), state.size());
    base::require(alone, at(i), fact_text(facts[i], problem), " contradicts a fact before it");
  }
  for (std::size_t b = 0; b < placed.size(); ++b) {
    require_form(placed[b], place, init, "where is `" + problem.blocks[b] + "` at the start?");
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    base::require(holds(state, facts[i]), at(i), fact_text(facts[i], problem),
                  " contradicts another fact");
  }
  for (const BlocksFact& fact : facts_of(state)) {
    require_form(std::ranges::find(facts, fact) != facts.end(), place, init,
                 fact_text(fact, problem) + " is missing at the start");
  }
  return state;
}

/// "(and FACT ...)" or one fact; `and` within `and` too.
void gather(const PddlForm& form, std::vector<PddlForm>& facts) {
  if (!form.starts_with("and")) return facts.push_back(form);
  for (std::size_t i = 1; i < form.items.size(); ++i) gather(form.items[i], facts);
}

BlocksGoal goal_of(const PddlForm& form, const BlockNames& names, const BlocksProblem& problem,
                   const std::string& place) {
  require_form(form.items.size() == 2, place, form, "wanted (:goal (and ...)), one form");
  std::vector<PddlForm> forms;
  const PddlForm& what = form.items[1];
  if (!what.is_list || !what.items.empty()) gather(what, forms);
  BlocksGoal goal;
  for (const PddlForm& fact : forms) goal.push_back(names.fact(fact));
  if (const auto wrong = contradiction(goal, static_cast<int>(problem.blocks.size()))) {
    throw base::Error(base::concat(place, ":", forms[*wrong].line,
                                   ": no plan: ", fact_text(goal[*wrong], problem),
                                   " can never hold together with the facts of the goal before it"),
                      base::ExitCode::check_failed);
  }
  return goal;
}

/// As the first fact says that can be spelled in two ways.
BlocksSpelling spelling_of(std::span<const PddlForm> facts) {
  for (const PddlForm& fact : facts) {
    if (fact.starts_with("on-table") || fact.starts_with("arm-empty")) {
      return BlocksSpelling::generator;
    }
    if (fact.starts_with("ontable") || fact.starts_with("handempty")) break;
  }
  return BlocksSpelling::competition;
}

}  // namespace

BlocksProblem read_problem(std::string_view text, const std::string& place) {
  const std::vector<PddlForm> forms = pddl_forms(text, place);
  const bool defines = forms.size() == 1 && forms[0].starts_with("define");
  const int line = forms.empty() ? 1 : forms[forms.size() > 1 ? 1 : 0].line;
  base::require(defines, place, ":", line, ": wanted one (define (problem ...) ...)");
  const PddlForm& define = forms[0];
  BlocksProblem problem;
  problem.name = named(part(define, "problem", place), place);
  problem.domain = named(part(define, ":domain", place), place);
  problem.blocks = object_names(part(define, ":objects", place), place);
  const BlockNames names(problem.blocks, place);
  const PddlForm& init = part(define, ":init", place);
  const auto init_forms = std::span(init.items).subspan(1);
  problem.spelling = spelling_of(init_forms);
  std::vector<BlocksFact> facts;
  for (const PddlForm& form : init_forms) facts.push_back(names.fact(form));
  problem.initial = state_of(facts, init_forms, init, problem, place);
  problem.goal = goal_of(part(define, ":goal", place), names, problem, place);
  return problem;
}

}  // namespace tasks::blocks
