#pragma once
#include <span>

#include "tasks/blocks/state.h"

namespace tasks::blocks {

/// An optimal plan in actions, whatever the hand: it may hold a block at the start and in the goal;
/// and at the end where the goal does not say (to clear b, `unstack a b` is enough). The best of
/// optimal_plan over the few ways to put that block down first, or to take it up last. Throws
/// base::Error if the goal contradicts itself.
BlocksPlan shortest_plan(const BlocksState& state, std::span<const BlocksFact> goal);

}  // namespace tasks::blocks
