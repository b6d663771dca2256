#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "tasks/task.h"

namespace tasks {

/// One vocabulary for a task and its hints: the union of their token names, in order of first
/// appearance. Equal names are the same token, so a hint shares the items of the task it helps.
class JointVocabulary {
 public:
  explicit JointVocabulary(std::span<const Task* const> tasks);

  const Vocabulary& vocabulary() const { return vocabulary_; }

  /// Tokens of task `index` as tokens of the joint vocabulary; -1 for what is no token of it.
  std::vector<Token> to_joint(std::size_t index, std::span<const Token> tokens) const;

  /// Inverse; a token the task does not know becomes -1, which no judge accepts.
  std::vector<Token> to_own(std::size_t index, std::span<const Token> tokens) const;

 private:
  Vocabulary vocabulary_;
  std::vector<std::vector<Token>> to_joint_, to_own_;
};

}  // namespace tasks
