#include "tasks/blocks/hand.h"

#include <catch2/catch.hpp>
#include <deque>
#include <map>

#include "base/random.h"
#include "tasks/blocks/judge.h"

namespace tasks::blocks {
namespace {

using enum BlocksOperator;

/// Every state that can be reached, hand full or empty, with the fewest actions it takes.
std::map<std::vector<Block>, int> all_states(const BlocksState& start) {
  std::map<std::vector<Block>, int> actions{{start.support, 0}};
  for (std::deque<BlocksState> open{start}; !open.empty(); open.pop_front()) {
    const int next_actions = actions[open.front().support] + 1;
    for (const auto kind : {pick_up, put_down, stack, unstack}) {
      for (Block block = 0; block < start.size(); ++block) {
        for (Block other = 0; other < start.size(); ++other) {
          if (obstacle(open.front(), {kind, block, other})) continue;
          BlocksState next = open.front();
          apply({kind, block, other}, next);
          if (actions.emplace(next.support, next_actions).second) open.push_back(next);
        }
      }
    }
  }
  return actions;
}

int fewest(const std::map<std::vector<Block>, int>& actions, const BlocksGoal& goal) {
  int least = 1000;
  for (const auto& [support, count] : actions) {
    if (count < least && reached({support}, goal)) least = count;
  }
  return least;
}

TEST_CASE("plans are shortest whatever the hand holds, at the start and in the goal") {
  for (const int blocks : {2, 3, 4}) {
    const auto states =
        all_states({std::vector<Block>(static_cast<std::size_t>(blocks), on_table)});
    CHECK(states.size() == std::map<int, std::size_t>{{2, 5}, {3, 22}, {4, 125}}[blocks]);
    std::uint64_t index = 0;
    for (const auto& [start, ignored] : states) {
      const auto actions = all_states({start});
      for (const auto& [end, also_ignored] : states) {
        base::Random random(1, "goals with hands", index++);
        BlocksGoal goal;
        for (const BlocksFact& fact : facts_of({end})) {
          if (random.below(2) == 0) goal.push_back(fact);
        }
        const BlocksPlan plan = shortest_plan({start}, goal);
        REQUIRE(judge({start}, goal, plan).reaches_goal);
        REQUIRE(static_cast<int>(plan.size()) == fewest(actions, goal));
      }
    }
  }
}

TEST_CASE("one action clears a block if the hand may stay full") {
  const BlocksState tower{{on_table, 0}};
  const BlocksGoal clear{{BlocksPredicate::clear, 0}};
  CHECK(shortest_plan(tower, clear) == BlocksPlan{{unstack, 1, 0}});
  const BlocksGoal both{{BlocksPredicate::clear, 0}, {BlocksPredicate::handempty}};
  CHECK(shortest_plan(tower, both).size() == 2);
}

}  // namespace
}  // namespace tasks::blocks
