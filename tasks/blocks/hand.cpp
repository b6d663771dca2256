#include "tasks/blocks/hand.h"

#include <algorithm>
#include <optional>

#include "base/error.h"

namespace tasks::blocks {
namespace {

using enum BlocksOperator;
using enum BlocksPredicate;

bool asks_for(std::span<const BlocksFact> goal, const BlocksFact& fact) {
  return std::ranges::find(goal, fact) != goal.end();
}

bool must_move(Block block, const BlocksState& state, std::span<const BlocksFact> goal) {
  return blocks_needs(state, goal).misplaced[static_cast<std::size_t>(block)];
}

PlanWatch one_more(const PlanWatch& watch) {
  return [&watch](std::size_t at_least, std::size_t at_most) {
    return watch(at_least + 1, at_most + 1);
  };
}

/// What must hold before the last action takes up the block that the goal wants in the hand.
BlocksGoal before_taking_up(std::span<const BlocksFact> goal) {
  BlocksGoal before;
  for (const auto& [predicate, block, other] : goal) {
    before.push_back({predicate == holding ? clear : predicate, block, other});
  }
  return before;
}

/// Where the goal wants the held block, if it can be put there to stay; else the table, where it is
/// in nobody's way.
BlocksAction put_away(Block held, const BlocksState& state, std::span<const BlocksFact> goal) {
  for (const BlocksFact& fact : goal) {
    const BlocksAction there{stack, held, fact.other};
    if (fact.predicate != on || fact.block != held || obstacle(state, there)) continue;
    BlocksState next = state;
    apply(there, next);
    if (!must_move(held, next, before_taking_up(goal))) return there;
  }
  return {put_down, held};
}

BlocksState after(const BlocksPlan& plan, BlocksState state) {
  for (const BlocksAction& action : plan) apply(action, state);
  return state;
}

BlocksAction take_up(Block block, Block below) {
  return below == on_table ? BlocksAction{pick_up, block} : BlocksAction{unstack, block, below};
}

/// A shortest plan whose last action takes `block` up. That may uncover the block below, if it is
/// there from the start and nothing wants it to move before. Promise: the hand is empty.
BlocksSolution plan_to_hold(const BlocksState& state, std::span<const BlocksFact> goal, Block block,
                            const PlanWatch& watch) {
  BlocksGoal before = before_taking_up(goal);
  if (!asks_for(goal, {holding, block})) before.push_back({clear, block});
  const Block below = state.below(block);
  if (below >= 0 && asks_for(goal, {clear, below})) {
    BlocksGoal covered = before;
    std::erase(covered, BlocksFact{clear, below});
    covered.push_back({on, block, below});
    if (!must_move(block, state, covered)) before = std::move(covered);
  }
  BlocksSolution solution = best_plan_to_empty_hand(state, before, one_more(watch));
  solution.plan.push_back(take_up(block, after(solution.plan, state).below(block)));
  return {std::move(solution.plan), solution.at_least + 1};
}

/// A block that the goal lets stay in the hand and that leaves one which must be clear and never
/// moves: taken up last it need not be put down, which is one action less and never more.
std::optional<Block> last_taken(const BlocksState& state, std::span<const BlocksFact> goal) {
  if (asks_for(goal, {handempty})) return std::nullopt;
  const BlocksNeeds needs = blocks_needs(state, goal);
  for (Block block = 0; block < state.size(); ++block) {
    const Block below = state.below(block);
    if (below < 0 || needs.misplaced[static_cast<std::size_t>(below)]) continue;
    if (!asks_for(goal, {clear, below})) continue;
    BlocksGoal held(goal.begin(), goal.end());
    held.push_back({holding, block});
    if (!contradiction(held, state.size())) return block;
  }
  return std::nullopt;
}

/// From an empty hand.
BlocksSolution plan_to_any_hand(const BlocksState& state, std::span<const BlocksFact> goal,
                                const PlanWatch& watch) {
  const auto held = std::ranges::find(goal, holding, &BlocksFact::predicate);
  if (held != goal.end()) return plan_to_hold(state, goal, held->block, watch);
  if (const auto block = last_taken(state, goal)) return plan_to_hold(state, goal, *block, watch);
  return best_plan_to_empty_hand(state, goal, watch);
}

}  // namespace

BlocksSolution best_plan(const BlocksState& state, std::span<const BlocksFact> goal,
                         const PlanWatch& watch) {
  base::require(!contradiction(goal, state.size()), "goal: two facts contradict each other");
  if (reached(state, goal)) return {};
  const auto held = std::ranges::find(state.support, in_hand);
  if (held == state.support.end()) return plan_to_any_hand(state, goal, watch);
  const auto first = put_away(static_cast<Block>(held - state.support.begin()), state, goal);
  BlocksState next = state;
  apply(first, next);
  if (reached(next, goal)) return {{first}, 1};
  BlocksSolution rest = plan_to_any_hand(next, goal, one_more(watch));
  rest.plan.insert(rest.plan.begin(), first);
  return {std::move(rest.plan), rest.at_least + 1};
}

BlocksPlan shortest_plan(const BlocksState& state, std::span<const BlocksFact> goal) {
  return best_plan(state, goal, [](std::size_t, std::size_t) { return true; }).plan;
}

}  // namespace tasks::blocks
