#include "tasks/joint_vocabulary.h"

#include <string>
#include <unordered_set>

#include "base/error.h"

namespace tasks {
namespace {

Vocabulary united(std::span<const Task* const> tasks) {
  std::vector<std::string> names;
  std::unordered_set<std::string> seen;
  for (const Task* task : tasks) {
    for (const std::string& name : task->vocabulary().names()) {
      if (seen.insert(name).second) names.push_back(name);
    }
  }
  return Vocabulary(std::move(names));
}

/// table[token] for each token; -1 for a token outside the table.
std::vector<Token> translated(std::span<const Token> table, std::span<const Token> tokens) {
  std::vector<Token> result;
  result.reserve(tokens.size());
  for (const Token token : tokens) {
    const bool known = 0 <= token && token < std::ssize(table);
    result.push_back(known ? table[static_cast<std::size_t>(token)] : -1);
  }
  return result;
}

}  // namespace

JointVocabulary::JointVocabulary(std::span<const Task* const> tasks) : vocabulary_(united(tasks)) {
  for (const Task* task : tasks) {
    std::vector<Token>& to_joint = to_joint_.emplace_back();
    std::vector<Token>& to_own = to_own_.emplace_back(vocabulary_.size(), -1);
    for (const std::string& name : task->vocabulary().names()) {
      const Token joint = vocabulary_.id(name);
      to_own[static_cast<std::size_t>(joint)] = static_cast<Token>(to_joint.size());
      to_joint.push_back(joint);
    }
  }
}

std::vector<Token> JointVocabulary::to_joint(std::size_t index,
                                             std::span<const Token> tokens) const {
  base::promise(index < to_joint_.size(), "a task of this joint vocabulary");
  return translated(to_joint_[index], tokens);
}

std::vector<Token> JointVocabulary::to_own(std::size_t index, std::span<const Token> tokens) const {
  base::promise(index < to_own_.size(), "a task of this joint vocabulary");
  return translated(to_own_[index], tokens);
}

}  // namespace tasks
