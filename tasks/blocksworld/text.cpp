#include "tasks/blocksworld/text.h"

#include <algorithm>
#include <array>

#include "tasks/blocks/solver.h"

namespace tasks::blocksworld {
namespace {

using enum BlocksWord;

// In the order of BlocksWord.
constexpr std::array<std::string_view, 23> words{
    "on",      "table", "goal", "=",    ".",     "pick-up", "put-down", "stack",
    "unstack", "plan",  "has",  "none", "under", "clear",   "down",     "{",
    "|",       "hand",  "}",    "_",    "right", "bad",     "unmet"};
constexpr int letters = 26;

std::size_t at(blocks::Block block) { return static_cast<std::size_t>(block); }

bool takes_two(blocks::BlocksOperator kind) {
  return kind == blocks::BlocksOperator::stack || kind == blocks::BlocksOperator::unstack;
}

std::vector<std::string> all_names(std::string_view own, int names) {
  std::vector<std::string> all(words.begin(), words.end());
  all.emplace_back(own);
  for (int i = 0; i < names; ++i) {
    const std::string letter(1, static_cast<char>('a' + i % letters));
    all.push_back(i < letters ? letter : letter + std::to_string(i / letters));
  }
  return all;
}

/// Reads one token after the other.
class Reader {
 public:
  explicit Reader(std::span<const Token> text) : text_(text) {}

  bool at_end() const { return place_ == text_.size(); }
  Token take() { return at_end() ? -1 : text_[place_++]; }
  bool take(BlocksWord word) {
    const bool there = !at_end() && text_[place_] == BlocksworldText::token(word);
    if (there) ++place_;
    return there;
  }

 private:
  std::span<const Token> text_;
  std::size_t place_ = 0;
};

/// Which block of a problem carries a name.
class BlocksByName {
 public:
  static constexpr blocks::Block nobody = -1;

  explicit BlocksByName(const BlocksworldText& text)
      : text_(text), blocks_(at(text.vocabulary().size()), nobody) {}
  BlocksByName(const BlocksworldText& text, const BlocksworldProblem& problem)
      : BlocksByName(text) {
    for (blocks::Block b = 0; b < problem.size(); ++b) add(text.name(problem.names[at(b)]), b);
  }

  /// False if `token` is no name, or somebody's.
  bool add(Token token, blocks::Block block) {
    if (!text_.is_name(token) || find(token) != nobody) return false;
    blocks_[at(token)] = block;
    return true;
  }

  blocks::Block find(Token token) const {
    return text_.is_name(token) ? blocks_[at(token)] : nobody;
  }

  /// "<upper> on <place>"; nothing if either is nobody.
  std::optional<blocks::BlocksFact> fact(Token upper, Token place) const {
    const blocks::Block block = find(upper), other = find(place);
    if (block == nobody) return std::nullopt;
    if (place == BlocksworldText::token(table))
      return blocks::BlocksFact{blocks::BlocksPredicate::ontable, block};
    if (other == nobody) return std::nullopt;
    return blocks::BlocksFact{blocks::BlocksPredicate::on, block, other};
  }

 private:
  const BlocksworldText& text_;
  std::vector<blocks::Block> blocks_;  // by token
};

struct Placed {
  Token upper, place;
};

/// "on a b on b table ..." as far as it goes.
std::vector<Placed> placed_in(Reader& reader) {
  std::vector<Placed> all;
  while (reader.take(on)) {
    const Token upper = reader.take();
    all.push_back({upper, reader.take()});
  }
  return all;
}

/// Where these facts put each block; nothing if that is no state.
std::optional<blocks::BlocksState> state_in(const std::vector<Placed>& start,
                                            const BlocksByName& blocks) {
  blocks::BlocksState state{std::vector<blocks::Block>(start.size(), blocks::on_table)};
  blocks::BlocksGoal facts;
  for (const Placed& placed : start) {
    const auto fact = blocks.fact(placed.upper, placed.place);
    if (!fact) return std::nullopt;
    facts.push_back(*fact);
    if (fact->predicate == blocks::BlocksPredicate::on) state.put(fact->block, fact->other);
  }
  if (blocks::contradiction(facts, state.size())) return std::nullopt;
  return state;
}

/// Nothing if the goal is empty, speaks twice of a block's place, or can never be.
std::optional<blocks::BlocksGoal> goal_in(const std::vector<Placed>& wanted,
                                          const BlocksByName& blocks, int size) {
  blocks::BlocksGoal goal;
  std::vector<bool> placed(at(size));
  for (const auto& [upper, place] : wanted) {
    const auto fact = blocks.fact(upper, place);
    if (!fact || placed[at(fact->block)]) return std::nullopt;
    placed[at(fact->block)] = true;
    goal.push_back(*fact);
  }
  if (goal.empty() || blocks::contradiction(goal, size)) return std::nullopt;
  return goal;
}

}  // namespace

BlocksworldText::BlocksworldText(std::string_view own, int names)
    : first_name_(static_cast<Token>(words.size()) + 1), vocabulary_(all_names(own, names)) {}

void BlocksworldText::write(const BlocksworldProblem& problem, std::vector<Token>& text) const {
  text.push_back(own());
  for (blocks::Block b = 0; b < problem.size(); ++b) {
    const blocks::Block below = problem.initial.below(b);
    const bool on_block = below != blocks::on_table;
    write({on_block ? blocks::BlocksPredicate::on : blocks::BlocksPredicate::ontable, b, below},
          problem, text);
  }
  text.push_back(token(goal));
  for (const blocks::BlocksFact& fact : problem.goal) write(fact, problem, text);
}

void BlocksworldText::write(const blocks::BlocksFact& fact, const BlocksworldProblem& problem,
                            std::vector<Token>& text) const {
  const bool on_block = fact.predicate == blocks::BlocksPredicate::on;
  text.push_back(token(on));
  text.push_back(name(problem.names[at(fact.block)]));
  text.push_back(on_block ? name(problem.names[at(fact.other)]) : token(table));
}

void BlocksworldText::write(const blocks::BlocksAction& action, const BlocksworldProblem& problem,
                            std::vector<Token>& text) const {
  const auto [kind, block, other] = action;
  text.push_back(token(pick_up) + static_cast<Token>(kind));
  text.push_back(name(problem.names[at(block)]));
  if (takes_two(kind)) text.push_back(name(problem.names[at(other)]));
}

std::optional<BlocksworldProblem> BlocksworldText::problem(std::span<const Token> text) const {
  Reader reader(text);
  if (reader.take() != own()) return std::nullopt;
  const std::vector<Placed> start = placed_in(reader);
  BlocksByName blocks(*this);
  BlocksworldProblem problem;
  for (const Placed& placed : start) {
    if (!blocks.add(placed.upper, problem.size())) return std::nullopt;
    problem.names.push_back(placed.upper - name(0));
    problem.initial.support.push_back(blocks::on_table);
  }
  const auto state = state_in(start, blocks);
  if (!state || !reader.take(BlocksWord::goal)) return std::nullopt;
  const auto wanted = goal_in(placed_in(reader), blocks, state->size());
  if (!wanted || !reader.at_end()) return std::nullopt;
  problem.initial = *state;
  problem.goal = *wanted;
  return problem;
}

std::optional<blocks::BlocksPlan> BlocksworldText::plan(std::span<const Token> text,
                                                        const BlocksworldProblem& problem) const {
  const BlocksByName blocks(*this, problem);
  blocks::BlocksPlan plan;
  for (Reader reader(text); !reader.at_end();) {
    const Token verb = reader.take();
    if (verb < token(pick_up) || verb > token(unstack)) return std::nullopt;
    blocks::BlocksAction action{static_cast<blocks::BlocksOperator>(verb - token(pick_up)),
                                blocks.find(reader.take()), 0};
    if (takes_two(action.kind)) action.other = blocks.find(reader.take());
    if (action.block < 0 || action.other < 0) return std::nullopt;
    plan.push_back(action);
  }
  return plan;
}

}  // namespace tasks::blocksworld
