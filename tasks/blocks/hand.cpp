#include "tasks/blocks/hand.h"

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "tasks/blocks/solver.h"

namespace tasks::blocks {
namespace {

using enum BlocksOperator;
using enum BlocksPredicate;

/// Keeps the shortest plan it is shown.
struct Shortest {
  std::optional<BlocksPlan> plan;

  void see(BlocksPlan other) {
    if (!plan || other.size() < plan->size()) plan = std::move(other);
  }
};

/// From a state that may hold a block to a goal that holds none.
BlocksPlan plan_to_empty_hand(const BlocksState& state, std::span<const BlocksFact> goal) {
  if (holds(state, {handempty})) return optimal_plan(state, goal);
  const auto held =
      static_cast<Block>(std::ranges::find(state.support, in_hand) - state.support.begin());
  Shortest shortest;
  for (Block place = on_table; place < state.size(); ++place) {
    const BlocksAction first =
        place == on_table ? BlocksAction{put_down, held} : BlocksAction{stack, held, place};
    if (obstacle(state, first)) continue;
    BlocksState next = state;
    apply(first, next);
    BlocksPlan plan = optimal_plan(next, goal);
    plan.insert(plan.begin(), first);
    shortest.see(std::move(plan));
  }
  return *shortest.plan;
}

/// The plan, and at its end `block` taken up.
BlocksPlan with_last(BlocksPlan plan, BlocksState state, Block block) {
  for (const BlocksAction& action : plan) apply(action, state);
  const Block below = state.below(block);
  plan.push_back(below == on_table ? BlocksAction{pick_up, block}
                                   : BlocksAction{unstack, block, below});
  return plan;
}

/// A shortest plan whose last action takes `block` up, which may uncover one block.
BlocksPlan plan_to_hold(const BlocksState& state, std::span<const BlocksFact> goal, Block block) {
  BlocksGoal before(goal.begin(), goal.end());  // what must hold before the last action
  std::erase(before, BlocksFact{holding, block});
  before.push_back({clear, block});
  Shortest shortest;
  shortest.see(with_last(plan_to_empty_hand(state, before), state, block));
  for (const BlocksFact& fact : goal) {
    if (fact.predicate != clear) continue;
    BlocksGoal covered = before;
    std::erase(covered, fact);
    covered.push_back({on, block, fact.block});
    shortest.see(with_last(plan_to_empty_hand(state, covered), state, block));
  }
  return *shortest.plan;
}

/// Whether a plan may be shorter if it ends with `block` in the hand: it covers what must be clear
/// or is held already, and the goal does not say that it must be elsewhere.
bool may_stay_held(const BlocksState& state, std::span<const BlocksFact> goal, Block block) {
  const Block below = state.below(block);
  const bool covers = below >= 0 && std::ranges::find(goal, BlocksFact{clear, below}) != goal.end();
  if (!covers && below != in_hand) return false;
  BlocksGoal held(goal.begin(), goal.end());
  held.push_back({holding, block});
  return !contradiction(held, state.size());
}

}  // namespace

BlocksPlan shortest_plan(const BlocksState& state, std::span<const BlocksFact> goal) {
  base::require(!contradiction(goal, state.size()), "goal: two facts contradict each other");
  if (reached(state, goal)) return {};
  const auto held = std::ranges::find(goal, holding, &BlocksFact::predicate);
  if (held != goal.end()) return plan_to_hold(state, goal, held->block);
  Shortest shortest;
  shortest.see(plan_to_empty_hand(state, goal));
  for (Block block = 0; block < state.size(); ++block) {
    if (may_stay_held(state, goal, block)) shortest.see(plan_to_hold(state, goal, block));
  }
  return *shortest.plan;
}

}  // namespace tasks::blocks
