#include "tasks/blocks/state.h"

#include <algorithm>
#include <array>

#include "base/error.h"

namespace tasks::blocks {
namespace {

using enum BlocksPredicate;

bool is_clear(const BlocksState& state, Block block) {
  return state.below(block) != in_hand &&
         std::ranges::find(state.support, block) == state.support.end();
}

/// All of these must hold. On the stack: every action of every plan asks.
struct Preconditions {
  std::array<BlocksFact, 3> facts;
  int count = 0;
  auto begin() const { return facts.begin(); }
  auto end() const { return facts.begin() + count; }
};

Preconditions preconditions(const BlocksAction& action) {
  const auto [kind, block, other] = action;
  switch (kind) {
    case BlocksOperator::pick_up:
      return {{{{handempty}, {ontable, block}, {clear, block}}}, 3};
    case BlocksOperator::put_down:
      return {{{{holding, block}}}, 1};
    case BlocksOperator::stack:
      return {{{{holding, block}, {clear, other}}}, 2};
    case BlocksOperator::unstack:
      return {{{{handempty}, {on, block, other}, {clear, block}}}, 3};
  }
  return {};
}

/// Where an action leaves its block.
Block place_after(const BlocksAction& action) {
  switch (action.kind) {
    case BlocksOperator::pick_up:
    case BlocksOperator::unstack:
      return in_hand;
    case BlocksOperator::put_down:
      return on_table;
    case BlocksOperator::stack:
      break;
  }
  return action.other;
}

}  // namespace

bool holds(const BlocksState& state, const BlocksFact& fact) {
  switch (fact.predicate) {
    case on:
      return state.below(fact.block) == fact.other;
    case ontable:
      return state.below(fact.block) == on_table;
    case clear:
      return is_clear(state, fact.block);
    case handempty:
      return std::ranges::find(state.support, in_hand) == state.support.end();
    case holding:
      return state.below(fact.block) == in_hand;
  }
  return false;
}

bool reached(const BlocksState& state, std::span<const BlocksFact> goal) {
  return std::ranges::all_of(goal, [&](const BlocksFact& fact) { return holds(state, fact); });
}

std::optional<BlocksFact> obstacle(const BlocksState& state, const BlocksAction& action) {
  for (const BlocksFact& fact : preconditions(action)) {
    if (!holds(state, fact)) return fact;
  }
  return std::nullopt;
}

std::optional<BlocksFact> try_to_apply(const BlocksAction& action, BlocksState& state) {
  const auto missing = obstacle(state, action);
  if (!missing) state.put(action.block, place_after(action));
  return missing;
}

void apply(const BlocksAction& action, BlocksState& state) {
  base::promise(!try_to_apply(action, state), "an action is applied where it can be done");
}

std::vector<std::optional<Block>> covers(const BlocksState& state) {
  std::vector<std::optional<Block>> covers(state.support.size());
  for (Block block = 0; block < state.size(); ++block) {
    const Block below = state.below(block);
    if (below >= 0) covers[static_cast<std::size_t>(below)] = block;
  }
  return covers;
}

std::vector<BlocksFact> facts_of(const BlocksState& state) {
  std::vector<BlocksFact> facts, hand{{handempty}};
  for (Block block = 0; block < state.size(); ++block) {
    const Block below = state.below(block);
    if (below >= 0) facts.push_back({on, block, below});
    if (below == on_table) facts.push_back({ontable, block});
    if (below == in_hand) hand = {{holding, block}};
  }
  const auto covered = covers(state);
  for (Block block = 0; block < state.size(); ++block) {
    const bool open = !covered[static_cast<std::size_t>(block)] && state.below(block) != in_hand;
    if (open) facts.push_back({clear, block});
  }
  facts.insert(facts.end(), hand.begin(), hand.end());
  return facts;
}

void add_move(Block block, Block place, BlocksState& state, BlocksPlan& plan) {
  using enum BlocksOperator;
  const Block below = state.below(block);
  const auto act = [&](const BlocksAction& action) {
    apply(action, state);
    plan.push_back(action);
  };
  act(below == on_table ? BlocksAction{pick_up, block} : BlocksAction{unstack, block, below});
  act(place == on_table ? BlocksAction{put_down, block} : BlocksAction{stack, block, place});
}

}  // namespace tasks::blocks
