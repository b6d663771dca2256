#pragma once
#include <span>
#include <string>
#include <vector>

#include "tasks/blocks/pddl_problem.h"
#include "tasks/blocks/text.h"

namespace tasks::blocks {

/// The blocks of a problem by name, as its facts and plans speak of them.
class BlockNames final {
 public:
  BlockNames(std::span<const std::string> blocks, std::string place);

  /// "(on a b)". Throws base::Error "<place>:<line>: ..." if it is no fact of this problem.
  BlocksFact fact(const PddlForm& form) const;
  /// "(stack a b)", likewise.
  BlocksAction action(const PddlForm& form) const;

 private:
  Block block(const PddlForm& form) const;
  std::vector<Block> arguments(const PddlForm& form, std::size_t wanted) const;

  std::vector<std::string> names_;  // in small letters
  std::string place_;
};

/// Throws base::Error "<place>:<line>: <message>", the line that of `form`, unless ok.
void require_form(bool ok, const std::string& place, const PddlForm& form,
                  const std::string& message);

/// "(on a b)", "(handempty)" in the problem's spelling.
std::string fact_text(const BlocksFact& fact, const BlocksProblem& problem);

/// "(unstack a b)" in the problem's spelling.
std::string action_text(const BlocksAction& action, const BlocksProblem& problem);

}  // namespace tasks::blocks
