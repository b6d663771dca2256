#pragma once
#include <cstddef>
#include <optional>
#include <span>

#include "tasks/blocks/state.h"

namespace tasks::blocks {

/// What became of a plan when its actions were done one after the other.
struct BlocksVerdict {
  struct BadStep {
    std::size_t step = 0;  ///< from 0
    BlocksFact missing;    ///< the precondition that did not hold
  };

  std::optional<BadStep> bad_step;  ///< the first action that cannot be done; it ends the plan
  bool reaches_goal = false;        ///< at the end; false where a step is bad
  std::optional<BlocksFact> unmet;  ///< at the end, the first fact of the goal that does not hold

  bool executable() const { return !bad_step; }
};

/// Judges by simulation alone: any plan that works is right, however it was found.
BlocksVerdict judge(BlocksState state, std::span<const BlocksFact> goal,
                    std::span<const BlocksAction> plan);

}  // namespace tasks::blocks
