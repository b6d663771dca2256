#include "tasks/blocks/words.h"

#include <algorithm>

#include "base/error.h"
#include "base/names.h"
#include "base/text.h"

namespace tasks::blocks {
namespace {

using enum BlocksPredicate;
using enum BlocksOperator;

/// A word of the domain, what it means and how many blocks follow it.
template <typename Meaning>
struct Word {
  const char* competition;
  const char* generator;
  Meaning meaning;
  std::size_t arguments;
};

constexpr Word<BlocksPredicate> predicates[] = {{"on", "on", on, 2},
                                                {"ontable", "on-table", ontable, 1},
                                                {"clear", "clear", clear, 1},
                                                {"handempty", "arm-empty", handempty, 0},
                                                {"holding", "holding", holding, 1}};

constexpr Word<BlocksOperator> operators[] = {{"pick-up", "pickup", pick_up, 1},
                                              {"put-down", "putdown", put_down, 1},
                                              {"stack", "stack", stack, 2},
                                              {"unstack", "unstack", unstack, 2}};

/// What PDDL 1.2 to 3.1 has where facts may stand.
constexpr std::string_view pddl_words[] = {"not",
                                           "and",
                                           "or",
                                           "imply",
                                           "forall",
                                           "exists",
                                           "when",
                                           "preference",
                                           "=",
                                           "<",
                                           ">",
                                           "<=",
                                           ">=",
                                           "+",
                                           "*",
                                           "/",
                                           "increase",
                                           "decrease",
                                           "assign",
                                           "scale-up",
                                           "scale-down",
                                           "at",
                                           "over",
                                           "always",
                                           "sometime",
                                           "within",
                                           "at-most-once",
                                           "sometime-after",
                                           "sometime-before",
                                           "always-within",
                                           "hold-during",
                                           "hold-after",
                                           "at-end",
                                           "minimize",
                                           "maximize",
                                           "total-cost",
                                           "total-time",
                                           "is-violated",
                                           "undefined",
                                           "object-assign",
                                           "change"};

bool is_pddl(const std::string& word) {
  return std::ranges::find(pddl_words, word) != std::end(pddl_words);
}

template <typename Meaning>
const Word<Meaning>& word_named(const PddlForm& form, std::span<const Word<Meaning>> words,
                                const std::string& what, const std::string& place) {
  require_form(form.is_list && !form.items.empty() && !form.items[0].is_list, place, form,
               "wanted (" + what + " block ...)");
  const std::string name = base::small_letters(form.items[0].word);
  std::vector<std::string> known;
  for (const auto& word : words) {
    if (name == word.competition || name == word.generator) return word;
    known.insert(known.end(), {word.competition, word.generator});
  }
  require_form(
      !is_pddl(name), place, form,
      "`" + name + "` is PDDL that is not supported: wanted (" + what + " block ...) alone");
  throw base::Error(base::concat(place, ":", form.line, ": no ", what, " `", form.items[0].word,
                                 "`", base::did_you_mean(name, known)));
}

template <typename Meaning>
std::string text_of(const Word<Meaning>& word, Block block, Block other,
                    const BlocksProblem& problem) {
  const bool competition = problem.spelling == BlocksSpelling::competition;
  std::string text = std::string("(") + (competition ? word.competition : word.generator);
  if (word.arguments >= 1) text += " " + problem.blocks[static_cast<std::size_t>(block)];
  if (word.arguments >= 2) text += " " + problem.blocks[static_cast<std::size_t>(other)];
  return text + ")";
}

template <typename Meaning>
const Word<Meaning>& word_for(Meaning meaning, std::span<const Word<Meaning>> words) {
  return *std::ranges::find(words, meaning, &Word<Meaning>::meaning);
}

}  // namespace

void require_form(bool ok, const std::string& place, const PddlForm& form,
                  const std::string& message) {
  base::require(ok, place, ":", form.line, ": ", message);
}

BlockNames::BlockNames(std::span<const std::string> blocks, std::string place)
    : place_(std::move(place)) {
  for (const std::string& name : blocks) {
    block_.emplace(base::small_letters(name), static_cast<Block>(names_.size()));
    names_.push_back(base::small_letters(name));
  }
}

Block BlockNames::block(const PddlForm& form) const {
  require_form(!form.is_list, place_, form, "wanted a block, found a list");
  const std::string name = base::small_letters(form.word);
  const auto found = block_.find(name);
  if (found != block_.end()) return found->second;
  throw base::Error(base::concat(place_, ":", form.line, ": no block `", form.word, "`",
                                 base::did_you_mean(name, names_)));
}

std::vector<Block> BlockNames::arguments(const PddlForm& form, std::size_t wanted) const {
  const std::size_t found = form.items.size() - 1;
  require_form(found == wanted, place_, form,
               base::concat("`", form.items[0].word, "` takes ", wanted, " blocks, found ", found));
  std::vector<Block> blocks(2);  // those that are not there stay 0
  for (std::size_t i = 0; i < wanted; ++i) blocks[i] = block(form.items[i + 1]);
  return blocks;
}

BlocksFact BlockNames::fact(const PddlForm& form) const {
  const auto& word = word_named<BlocksPredicate>(form, predicates, "predicate", place_);
  const std::vector<Block> blocks = arguments(form, word.arguments);
  return {word.meaning, blocks[0], blocks[1]};
}

BlocksAction BlockNames::action(const PddlForm& form) const {
  const auto& word = word_named<BlocksOperator>(form, operators, "action", place_);
  const std::vector<Block> blocks = arguments(form, word.arguments);
  return {word.meaning, blocks[0], blocks[1]};
}

std::optional<BlocksOperator> operator_named(const std::string& name) {
  const std::string small = base::small_letters(name);
  for (const auto& word : operators) {
    if (small == word.competition || small == word.generator) return word.meaning;
  }
  return std::nullopt;
}

std::string fact_text(const BlocksFact& fact, const BlocksProblem& problem) {
  return text_of(word_for<BlocksPredicate>(fact.predicate, predicates), fact.block, fact.other,
                 problem);
}

std::string action_text(const BlocksAction& action, const BlocksProblem& problem) {
  return text_of(word_for<BlocksOperator>(action.kind, operators), action.block, action.other,
                 problem);
}

}  // namespace tasks::blocks
