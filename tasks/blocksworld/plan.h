#pragma once
#include "tasks/blocksworld/problem.h"

namespace tasks::blocksworld {

/// The universal algorithm: everything to the table, then the goal's towers from the bottom up.
/// Block by block, what is on it from the top down and then itself; then tower by tower.
blocks::BlocksPlan unstack_all_plan(const blocks::BlocksState& state,
                                    const blocks::BlocksGoal& goal);

/// The plan of `planner`.
blocks::BlocksPlan reference_plan(const BlocksworldProblem& problem, BlocksPlanner planner);

}  // namespace tasks::blocksworld
