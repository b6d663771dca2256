#include "tasks/blocks/pddl.h"

#include <unordered_set>

#include "base/error.h"
#include "base/text.h"
#include "tasks/blocks/sections.h"
#include "tasks/blocks/solver.h"
#include "tasks/blocks/words.h"

namespace tasks::blocks {
namespace {

void read_objects(const PddlForm& form, const std::string& place, BlocksProblem& problem) {
  std::unordered_set<std::string> small;
  for (const auto& [name, type] : typed_list(form, 1, place)) {
    require_form(small.insert(base::small_letters(name->word)).second, place, *name,
                 "a second block `" + name->word + "`");
    problem.blocks.push_back(name->word);
    problem.types.push_back(type);
  }
  require_form(!problem.blocks.empty(), place, form, "wanted at least one block");
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

struct FactHash {
  std::size_t operator()(const BlocksFact& fact) const {
    const auto number = [](auto part) { return static_cast<std::size_t>(part); };
    return (number(fact.block) * 0x9E3779B97F4A7C15u + number(fact.other)) * 8 +
           number(fact.predicate);
  }
};

using FactSet = std::unordered_set<BlocksFact, FactHash>;

/// The one state of which `facts` are all that holds. `lines` are where they stand.
BlocksState state_of(std::span<const BlocksFact> facts, std::span<const int> lines,
                     const PddlForm& init, const BlocksProblem& problem, const std::string& place) {
  BlocksState state{std::vector<Block>(problem.blocks.size(), on_table)};
  std::vector<bool> placed(problem.blocks.size());
  const auto at = [&](std::size_t i) { return base::concat(place, ":", lines[i], ": "); };
  const std::size_t wrong = contradiction(facts, state.size()).value_or(facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    base::require(i != wrong && place_block(facts[i], state, placed), at(i),
                  fact_text(facts[i], problem), " contradicts a fact before it");
  }
  for (std::size_t b = 0; b < placed.size(); ++b) {
    require_form(placed[b], place, init, "where is `" + problem.blocks[b] + "` at the start?");
  }
  const std::vector<BlocksFact> all = facts_of(state);
  const FactSet hold(all.begin(), all.end()), told(facts.begin(), facts.end());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    base::require(hold.contains(facts[i]), at(i), fact_text(facts[i], problem),
                  " contradicts another fact");
  }
  for (const BlocksFact& fact : all) {
    require_form(told.contains(fact), place, init,
                 fact_text(fact, problem) + " is missing at the start");
  }
  return state;
}

/// "(= (total-cost) 0)": where costs start.
bool is_cost(const PddlForm& form) {
  return form.starts_with("=") && form.items.size() == 3 &&
         form.items[1].starts_with("total-cost") && form.items[1].items.size() == 1 &&
         (form.items[2].word == "0" || form.items[2].word == "0.0");
}

void read_init(const PddlForm& form, const BlockNames& names, BlocksProblem& problem,
               const std::string& place) {
  const auto forms = std::span(form.items).subspan(1);
  problem.spelling = spelling_of(forms);
  std::vector<BlocksFact> facts;
  std::vector<int> lines;
  for (const PddlForm& fact : forms) {
    if (is_cost(fact)) continue;
    facts.push_back(names.fact(fact));
    lines.push_back(fact.line);
  }
  problem.initial = state_of(facts, lines, form, problem, place);
}

void check_metric(const PddlForm* form, const std::string& place) {
  if (form == nullptr) return;
  const bool cost = form->items.size() == 3 &&
                    base::small_letters(form->items[1].word) == "minimize" &&
                    form->items[2].starts_with("total-cost") && form->items[2].items.size() == 1;
  require_form(cost, place, *form,
               "a metric beside (minimize (total-cost)) is PDDL that is not supported");
}

/// "(and FACT ...)" or one fact; `and` within `and` too.
void gather(const PddlForm& form, std::vector<PddlForm>& facts) {
  if (!form.starts_with("and")) return facts.push_back(form);
  for (std::size_t i = 1; i < form.items.size(); ++i) gather(form.items[i], facts);
}

void read_goal(const PddlForm& form, const BlockNames& names, BlocksProblem& problem,
               const std::string& place) {
  require_form(form.items.size() == 2, place, form, "wanted (:goal (and ...)), one form");
  std::vector<PddlForm> forms;
  const PddlForm& what = form.items[1];
  if (!what.is_list || !what.items.empty()) gather(what, forms);
  for (const PddlForm& fact : forms) {
    problem.goal.push_back(names.fact(fact));
    problem.goal_lines.push_back(fact.line);
  }
}

}  // namespace

BlocksProblem read_problem(std::string_view text, const std::string& place) {
  static const std::vector<std::string> known{":domain", ":requirements", ":objects",
                                              ":init",   ":goal",         ":metric"};
  const Sections sections(text, "problem", known, place);
  BlocksProblem problem;
  problem.name = sections.name();
  problem.domain = named(sections.at(":domain"), place);
  problem.domain_line = sections.at(":domain").line;
  check_requirements(sections.find(":requirements"), place);
  check_metric(sections.find(":metric"), place);
  read_objects(sections.at(":objects"), place, problem);
  const BlockNames names(problem.blocks, place);
  read_init(sections.at(":init"), names, problem, place);
  read_goal(sections.at(":goal"), names, problem, place);
  return problem;
}

std::optional<std::string> contradiction_of(const BlocksProblem& problem,
                                            const std::string& place) {
  const auto wrong = contradiction(problem.goal, static_cast<int>(problem.blocks.size()));
  if (!wrong) return std::nullopt;
  return base::concat(place, ":", problem.goal_lines[*wrong],
                      ": no plan: ", fact_text(problem.goal[*wrong], problem),
                      " can never hold together with the facts of the goal before it");
}

}  // namespace tasks::blocks
