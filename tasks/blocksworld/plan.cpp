#include "tasks/blocksworld/plan.h"

#include "tasks/blocks/solver.h"

namespace tasks::blocksworld {
namespace {

constexpr blocks::Block nothing = -1;

std::size_t at(blocks::Block block) { return static_cast<std::size_t>(block); }

/// Puts `block` down, what is on it first.
void put_down(blocks::Block block, std::vector<blocks::Block>& above, blocks::BlocksState& state,
              blocks::BlocksPlan& plan) {
  if (above[at(block)] != nothing) put_down(above[at(block)], above, state, plan);
  const blocks::Block below = state.below(block);
  if (below == blocks::on_table) return;
  plan.push_back({blocks::BlocksOperator::unstack, block, below});
  plan.push_back({blocks::BlocksOperator::put_down, block, 0});
  above[at(below)] = nothing;
  state.put(block, blocks::on_table);
}

}  // namespace

blocks::BlocksPlan unstack_all_plan(const blocks::BlocksState& state,
                                    const blocks::BlocksGoal& goal) {
  blocks::BlocksState now = state;
  std::vector<blocks::Block> above(now.support.size(), nothing), wanted_above(above);
  std::vector<bool> is_base(above.size(), true);
  for (blocks::Block b = 0; b < now.size(); ++b) {
    if (now.below(b) != blocks::on_table) above[at(now.below(b))] = b;
  }
  for (const auto& [predicate, block, other] : goal) {
    if (predicate != blocks::BlocksPredicate::on) continue;
    wanted_above[at(other)] = block;
    is_base[at(block)] = false;
  }
  blocks::BlocksPlan plan;
  for (blocks::Block b = 0; b < now.size(); ++b) put_down(b, above, now, plan);
  for (blocks::Block base = 0; base < now.size(); ++base) {
    if (!is_base[at(base)]) continue;
    for (blocks::Block b = base; wanted_above[at(b)] != nothing; b = wanted_above[at(b)]) {
      plan.push_back({blocks::BlocksOperator::pick_up, wanted_above[at(b)], 0});
      plan.push_back({blocks::BlocksOperator::stack, wanted_above[at(b)], b});
    }
  }
  return plan;
}

blocks::BlocksPlan reference_plan(const BlocksworldProblem& problem, BlocksPlanner planner) {
  switch (planner) {
    case BlocksPlanner::unstack_all:
      return unstack_all_plan(problem.initial, problem.goal);
    case BlocksPlanner::unstack_stack:
      return blocks::unstack_stack_plan(problem.initial, problem.goal);
    case BlocksPlanner::greedy:
      return blocks::greedy_plan(problem.initial, problem.goal);
    case BlocksPlanner::optimal:
      return blocks::optimal_plan(problem.initial, problem.goal);
  }
  return {};
}

}  // namespace tasks::blocksworld
