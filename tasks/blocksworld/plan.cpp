#include "tasks/blocksworld/plan.h"

#include "tasks/blocks/solver.h"

namespace tasks {
namespace {

constexpr Block nothing = -1;

std::size_t at(Block block) { return static_cast<std::size_t>(block); }

/// Puts `block` down, what is on it first.
void put_down(Block block, std::vector<Block>& above, BlocksState& state, BlocksPlan& plan) {
  if (above[at(block)] != nothing) put_down(above[at(block)], above, state, plan);
  const Block below = state.below(block);
  if (below == on_table) return;
  plan.push_back({BlocksOperator::unstack, block, below});
  plan.push_back({BlocksOperator::put_down, block, 0});
  above[at(below)] = nothing;
  state.put(block, on_table);
}

}  // namespace

BlocksPlan unstack_all_plan(const BlocksState& state, const BlocksGoal& goal) {
  BlocksState now = state;
  std::vector<Block> above(now.support.size(), nothing), wanted_above(above);
  std::vector<bool> is_base(above.size(), true);
  for (Block b = 0; b < now.size(); ++b) {
    if (now.below(b) != on_table) above[at(now.below(b))] = b;
  }
  for (const auto& [predicate, block, other] : goal) {
    if (predicate != BlocksPredicate::on) continue;
    wanted_above[at(other)] = block;
    is_base[at(block)] = false;
  }
  BlocksPlan plan;
  for (Block b = 0; b < now.size(); ++b) put_down(b, above, now, plan);
  for (Block base = 0; base < now.size(); ++base) {
    if (!is_base[at(base)]) continue;
    for (Block b = base; wanted_above[at(b)] != nothing; b = wanted_above[at(b)]) {
      plan.push_back({BlocksOperator::pick_up, wanted_above[at(b)], 0});
      plan.push_back({BlocksOperator::stack, wanted_above[at(b)], b});
    }
  }
  return plan;
}

BlocksPlan reference_plan(const BlocksworldProblem& problem, BlocksPlanner planner) {
  switch (planner) {
    case BlocksPlanner::unstack_all:
      return unstack_all_plan(problem.initial, problem.goal);
    case BlocksPlanner::unstack_stack:
      return unstack_stack_plan(problem.initial, problem.goal);
    case BlocksPlanner::greedy:
      return greedy_plan(problem.initial, problem.goal);
    case BlocksPlanner::optimal:
      return optimal_plan(problem.initial, problem.goal);
  }
  return {};
}

}  // namespace tasks
