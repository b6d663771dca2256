#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "tasks/blocksworld/problem.h"
#include "tasks/vocabulary.h"

namespace tasks::blocksworld {

/// The words of all tasks about blocks, equal ids in each: these, the task's own first token, and
/// the names "a" ... "z", "a1" ... of the pool, whose order is called alphabetical.
enum class BlocksWord : Token {
  on,
  table,
  goal,
  equals,
  end,
  pick_up,
  put_down,
  stack,
  unstack,
  plan,  // from here on: of traces
  has,
  none,
  under,
  clear,
  down,
  left_brace,
  beside,
  hand,
  right_brace,
  filler,
  right,  // from here on: of plan_check
  bad,
  unmet,
};

/// Writes problems and plans as tokens, and reads them back.
class BlocksworldText final {
 public:
  /// `own`: the task's first token, "<blocksworld>". `names`: how many there are.
  BlocksworldText(std::string_view own, int names);

  const Vocabulary& vocabulary() const { return vocabulary_; }
  static Token token(BlocksWord word) { return static_cast<Token>(word); }
  Token own() const { return first_name_ - 1; }
  Token name(int place) const { return first_name_ + place; }
  bool is_name(Token token) const { return token >= first_name_ && vocabulary_.contains(token); }

  /// "<own> on b table on r b goal on b r": the facts of the start, block by block, and of the
  /// goal.
  void write(const BlocksworldProblem& problem, std::vector<Token>& text) const;

  /// "pick-up b", "stack b r", ...
  void write(const blocks::BlocksAction& action, const BlocksworldProblem& problem,
             std::vector<Token>& text) const;

  /// "on b r".
  void write(const blocks::BlocksFact& fact, const BlocksworldProblem& problem,
             std::vector<Token>& text) const;

  /// Inverse of write, to the end of `text`. The facts of the start come in any order, the blocks
  /// of the problem in theirs. Nothing if the start is not one state of at least one block, or the
  /// goal says nothing, or says something twice or what can never be.
  std::optional<BlocksworldProblem> problem(std::span<const Token> text) const;

  /// The actions that `text` is made of; nothing if it is anything else, or about other blocks.
  std::optional<blocks::BlocksPlan> plan(std::span<const Token> text,
                                         const BlocksworldProblem& problem) const;

 private:
  Token first_name_;
  Vocabulary vocabulary_;
};

}  // namespace tasks::blocksworld
