#pragma once
#include <span>

#include "tasks/blocks/solver.h"
#include "tasks/blocks/state.h"

namespace tasks::blocks {

/// An optimal plan in actions, whatever the hand: it may hold a block at the start and in the goal;
/// and at the end where the goal does not say (to clear b, `unstack a b` is enough). A block held
/// at the start is put where it stays, or on the table; one held at the end is taken up last. Or
/// the best plan that was found until `watch` said to stop. Throws base::Error if the goal
/// contradicts itself.
BlocksSolution best_plan(const BlocksState& state, std::span<const BlocksFact> goal,
                         const PlanWatch& watch);

/// The same, for as long as it takes.
BlocksPlan shortest_plan(const BlocksState& state, std::span<const BlocksFact> goal);

}  // namespace tasks::blocks
