#pragma once
#include "tasks/blocksworld/problem.h"

namespace tasks {

/// The universal algorithm: everything to the table, then the goal's towers from the bottom up.
/// Block by block, what is on it from the top down and then itself; then tower by tower.
BlocksPlan unstack_all_plan(const BlocksState& state, const BlocksGoal& goal);

/// The plan of `planner`.
BlocksPlan reference_plan(const BlocksworldProblem& problem, BlocksPlanner planner);

}  // namespace tasks
