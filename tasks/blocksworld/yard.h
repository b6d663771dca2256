#pragma once
#include <optional>
#include <vector>

#include "tasks/blocks/state.h"

namespace tasks {

/// What became of a plan.
struct BlocksOutcome {
  std::optional<BlocksAction> bad;  ///< the first action that cannot be done; it ends the plan
  std::optional<BlocksFact> unmet;  ///< the first fact of the goal that does not hold at the end
  bool right() const { return !bad && !unmet; }
};

/// Blocks as towers, and a hand: a second way to carry plans out, for who makes questions about
/// plans (those who judge use `judge`).
class BlocksYard final {
 public:
  explicit BlocksYard(const BlocksState& state);

  /// Does what `plan` says, on and `ontable` facts making up the goal.
  BlocksOutcome carry_out(const BlocksPlan& plan, const BlocksGoal& goal);

 private:
  using Tower = std::vector<Block>;  // from the base up

  bool act(const BlocksAction& action);
  bool take_top(Block block, std::optional<Block> below);
  bool put(Block block, std::optional<Block> below);
  bool stands(const BlocksFact& fact) const;

  std::vector<Tower> towers_;
  std::optional<Block> held_;
};

}  // namespace tasks
