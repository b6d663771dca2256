#include "tasks/blocks/solver.h"

#include <algorithm>

#include "base/error.h"
#include "tasks/blocks/breakers.h"

namespace tasks::blocks {
namespace {

std::size_t at(Block block) { return static_cast<std::size_t>(block); }

/// A plan being made: where the blocks are, and which are not yet where they stay.
struct Building {
  BlocksState state;
  std::vector<bool> covered;
  std::vector<bool> waiting;
  std::vector<Block> target;
  BlocksPlan plan;

  Building(const BlocksState& start, BlocksNeeds needs)
      : state(start),
        covered(start.support.size()),
        waiting(std::move(needs.misplaced)),
        target(std::move(needs.target)) {
    for (const Block place : state.support) {
      if (place >= 0) covered[at(place)] = true;
    }
  }

  bool clear(Block block) const { return !covered[at(block)]; }

  void move(Block block, Block place) {
    if (state.below(block) >= 0) covered[at(state.below(block))] = false;
    if (place >= 0) covered[at(place)] = true;
    add_move(block, place, state, plan);
  }

  /// Whether `block` waits, is clear, and the place where it stays is ready.
  bool can_finish(Block block) const {
    const Block place = target[at(block)];
    if (!waiting[at(block)] || !clear(block)) return false;
    return place == on_table || (!waiting[at(place)] && clear(place));
  }

  void finish(Block block) {
    if (state.below(block) != target[at(block)]) move(block, target[at(block)]);
    waiting[at(block)] = false;
  }

  bool can_park(Block block) const {
    return waiting[at(block)] && clear(block) && state.below(block) != on_table;
  }

  void park(Block block) { move(block, on_table); }
};

/// Moves while it can: blocks for which `parks` says so to the table first, blocks that can finish
/// to their place. Where neither goes on, the lowest block that can is parked.
template <typename Parks>
BlocksPlan plan_by(const BlocksState& state, std::span<const BlocksFact> goal, BlocksNeeds needs,
                   const Parks& parks) {
  Building building(state, std::move(needs));
  const auto find = [&](const auto& test) -> std::optional<Block> {
    for (Block b = 0; b < state.size(); ++b) {
      if (test(b)) return b;
    }
    return std::nullopt;
  };
  const auto wants_parking = [&](Block b) { return building.can_park(b) && parks(b); };
  while (true) {
    if (const auto parked = find(wants_parking)) {
      building.park(*parked);
    } else if (const auto done = find([&](Block b) { return building.can_finish(b); })) {
      building.finish(*done);
    } else if (const auto stuck = find([&](Block b) { return building.can_park(b); })) {
      building.park(*stuck);
    } else {
      break;
    }
  }
  base::promise(reached(building.state, goal), "a plan reaches its goal");
  return building.plan;
}

/// The plan in which the blocks `twice` (rising) move by way of the table.
BlocksPlan plan_that_parks(const std::vector<int>& twice, const BlocksState& state,
                           std::span<const BlocksFact> goal, BlocksNeeds needs) {
  return plan_by(state, goal, std::move(needs),
                 [&](Block b) { return std::ranges::binary_search(twice, b); });
}

}  // namespace

BlocksPlan optimal_plan(const BlocksState& state, std::span<const BlocksFact> goal) {
  BlocksNeeds needs = blocks_needs(state, goal);
  const std::vector<int> twice = smallest_cycle_breakers(needs.before);
  const std::size_t moves = static_cast<std::size_t>(needs.misplaced_count()) + twice.size();
  BlocksPlan plan = plan_that_parks(twice, state, goal, std::move(needs));
  base::promise(plan.size() == 2 * moves, "a plan has the length that was proved the least");
  return plan;
}

BlocksSolution best_plan_to_empty_hand(const BlocksState& state, std::span<const BlocksFact> goal,
                                       const PlanWatch& watch) {
  BlocksNeeds needs = blocks_needs(state, goal);
  const int once = needs.misplaced_count();
  const auto actions = [&](int twice) { return 2 * at(once + twice); };
  const CycleBreakers found = few_cycle_breakers(needs.before, [&](int at_least, int at_most) {
    return watch(actions(at_least), actions(at_most));
  });
  BlocksPlan plan = plan_that_parks(found.taken, state, goal, std::move(needs));
  base::promise(!found.smallest() || plan.size() == actions(found.at_least),
                "a plan has the length that was proved the least");
  return {std::move(plan), actions(found.at_least)};
}

int deadlocks(const BlocksState& state, std::span<const BlocksFact> goal) {
  return static_cast<int>(smallest_cycle_breakers(blocks_needs(state, goal).before).size());
}

BlocksPlan unstack_stack_plan(const BlocksState& state, std::span<const BlocksFact> goal) {
  return plan_by(state, goal, blocks_needs(state, goal), [](Block) { return true; });
}

BlocksPlan greedy_plan(const BlocksState& state, std::span<const BlocksFact> goal) {
  return plan_by(state, goal, blocks_needs(state, goal), [](Block) { return false; });
}

}  // namespace tasks::blocks
