#pragma once
#include <optional>
#include <vector>

#include "tasks/blocks/state.h"

namespace tasks::blocksworld {

/// What became of a plan.
struct BlocksOutcome {
  std::optional<blocks::BlocksAction>
      bad;  ///< the first action that cannot be done; it ends the plan
  std::optional<blocks::BlocksFact>
      unmet;  ///< the first fact of the goal that does not hold at the end
  bool right() const { return !bad && !unmet; }
};

/// Blocks as towers, and a hand: a second way to carry plans out, for who makes questions about
/// plans (those who judge use `judge`).
class BlocksYard final {
 public:
  explicit BlocksYard(const blocks::BlocksState& state);

  /// Does what `plan` says, on and `ontable` facts making up the goal.
  BlocksOutcome carry_out(const blocks::BlocksPlan& plan, const blocks::BlocksGoal& goal);

 private:
  using Tower = std::vector<blocks::Block>;  // from the base up

  bool act(const blocks::BlocksAction& action);
  bool take_top(blocks::Block block, std::optional<blocks::Block> below);
  bool put(blocks::Block block, std::optional<blocks::Block> below);
  bool stands(const blocks::BlocksFact& fact) const;

  std::vector<Tower> towers_;
  std::optional<blocks::Block> held_;
};

}  // namespace tasks::blocksworld
