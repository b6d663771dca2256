#pragma once
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "tasks/blocks/pddl_problem.h"
#include "tasks/blocks/text.h"

namespace tasks::blocks {

/// The blocks of a problem by name, as its facts and plans speak of them.
class BlockNames final {
 public:
  BlockNames(std::span<const std::string> blocks, std::string place);

  /// "(on a b)". Throws base::Error "<place>:<line>: ..." if it is no fact of this problem; what
  /// PDDL knows beside such facts is called so.
  BlocksFact fact(const PddlForm& form) const;
  /// "(stack a b)", likewise.
  BlocksAction action(const PddlForm& form) const;

 private:
  Block block(const PddlForm& form) const;
  std::vector<Block> arguments(const PddlForm& form, std::size_t wanted) const;

  std::vector<std::string> names_;                // in small letters
  std::unordered_map<std::string, Block> block_;  // by these
  std::string place_;
};

/// Throws base::Error "<place>:<line>: <message>", the line that of `form`, unless ok.
void require_form(bool ok, const std::string& place, const PddlForm& form,
                  const std::string& message);

/// "pick-up" or "PICKUP": the operator of this name.
std::optional<BlocksOperator> operator_named(const std::string& name);

/// "(on a b)", "(handempty)" in the problem's spelling.
std::string fact_text(const BlocksFact& fact, const BlocksProblem& problem);

/// "(unstack a b)" in the problem's spelling.
std::string action_text(const BlocksAction& action, const BlocksProblem& problem);

}  // namespace tasks::blocks
