#include "tasks/blocks/solver.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "tasks/blocks/judge.h"
#include "tasks/blocks/random.h"
#include "tests/tasks/blocks/search.h"

namespace tasks::blocks {
namespace {

using enum BlocksPredicate;
using Catch::Contains;

int length(const BlocksPlan& plan) { return static_cast<int>(plan.size()); }

/// All but the plans' lengths that can be wrong; "" if nothing is.
std::string faults(const BlocksState& start, const BlocksGoal& goal, int optimum) {
  const BlocksPlan best = optimal_plan(start, goal);
  const BlocksPlan stacked = unstack_stack_plan(start, goal);
  const BlocksPlan greedy = greedy_plan(start, goal);
  for (const BlocksPlan& plan : {best, stacked, greedy}) {
    const BlocksVerdict verdict = judge(start, goal, plan);
    if (!verdict.executable() || !verdict.reaches_goal) return "a plan does not reach its goal";
  }
  if (length(best) != optimum) return base::concat(length(best), " actions, not ", optimum);
  if (length(stacked) < optimum || length(greedy) < optimum) return "better than the best";
  if (length(stacked) > 2 * optimum || length(greedy) > 2 * optimum) return "more than twice";
  if (optimum != 2 * (blocks_needs(start, goal).misplaced_count() + deadlocks(start, goal))) {
    return "not misplaced blocks and deadlocks";
  }
  return "";
}

/// The first of the wrong answers for all complete goals of n blocks.
std::string faults_of_all(int blocks) {
  for (const tests::Supports& start : tests::shapes(blocks)) {
    for (const auto& [end, actions] : tests::brute_force(start)) {
      const std::string found = faults({start}, facts_of({end}), actions);
      if (!found.empty()) return found;
    }
  }
  return "";
}

TEST_CASE("plans are valid and optimal for all pairs of states of up to six blocks") {
  for (int blocks = 1; blocks <= 6; ++blocks) {
    INFO(blocks);
    CHECK(faults_of_all(blocks) == "");
  }
}

/// The fewest actions from `start` to any state that meets the goal.
int fewest(const std::map<tests::Supports, int>& actions, const BlocksGoal& goal) {
  int least = std::numeric_limits<int>::max();
  for (const auto& [state, count] : actions) {
    if (count < least && reached({state}, goal)) least = count;
  }
  return least;
}

BlocksGoal chosen(const std::vector<BlocksFact>& facts, std::uint64_t choice) {
  BlocksGoal goal;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if ((choice >> i & 1) != 0) goal.push_back(facts[i]);
  }
  return goal;
}

TEST_CASE("plans are optimal for all goals that are part of a state of up to three blocks") {
  for (int blocks = 1; blocks <= 3; ++blocks) {
    for (const tests::Supports& start : tests::shapes(blocks)) {
      const auto actions = tests::brute_force(start);
      for (const auto& [end, ignored] : actions) {
        const auto facts = facts_of({end});
        for (std::uint64_t choice = 0; choice < 1u << facts.size(); ++choice) {
          const BlocksGoal goal = chosen(facts, choice);
          REQUIRE(faults({start}, goal, fewest(actions, goal)) == "");
        }
      }
    }
  }
}

TEST_CASE("plans are optimal for random partial goals of four and five blocks") {
  for (const int blocks : {4, 5}) {
    const BlocksSampler sampler(blocks);
    for (const tests::Supports& start : tests::shapes(blocks)) {
      const auto actions = tests::brute_force(start);
      for (std::uint64_t i = 0; i < 300; ++i) {
        base::Random random(1, "partial goals", i);
        const auto facts = facts_of(sampler.draw(random));
        const BlocksGoal goal = chosen(facts, random.bits() & random.bits());
        REQUIRE(faults({start}, goal, fewest(actions, goal)) == "");
      }
    }
  }
}

TEST_CASE("long plans reach their goals within the bounds") {
  const BlocksSampler sampler(35);
  for (std::uint64_t i = 0; i < 50; ++i) {
    base::Random random(1, "35 blocks", i);
    const BlocksState start = sampler.draw(random);
    const BlocksGoal goal = facts_of(random_towers(35, 1, random));
    CHECK(faults(start, goal, length(optimal_plan(start, goal))) == "");
  }
}

TEST_CASE("a block in deadlock moves twice") {
  // 1 on 0, wanted the other way round: 1 goes to the table first. On a tower of 3, 0 1 2: to turn
  // the lower two round while 2 stays on top, 2 and 1 move twice.
  CHECK(deadlocks({{on_table, 0}}, BlocksGoal{{on, 0, 1}}) == 0);
  CHECK(deadlocks({{on_table, 0, 1}}, BlocksGoal{{on, 0, 1}, {on, 2, 0}}) == 1);
  const BlocksGoal sussman{{on, 0, 1}, {on, 1, 2}};  // 2 on 0, 1 beside them
  CHECK(length(optimal_plan({{on_table, on_table, 0}}, sussman)) == 6);
  CHECK(deadlocks({{on_table, on_table, 0}}, sussman) == 0);
}

TEST_CASE("goals that contradict themselves are known by the fact that does it") {
  const std::pair<BlocksGoal, std::size_t> cases[] = {
      {{{on, 0, 1}, {on, 2, 1}}, 1},
      {{{on, 0, 1}, {on, 0, 2}}, 1},
      {{{on, 0, 1}, {on, 1, 2}, {on, 2, 0}}, 2},
      {{{on, 0, 0}}, 0},
      {{{ontable, 0}, {on, 0, 1}}, 1},
      {{{clear, 1}, {on, 0, 1}}, 1},
      {{{on, 0, 1}, {clear, 1}}, 1},
      {{{holding, 0}, {handempty}}, 1},
      {{{holding, 0}, {clear, 0}}, 1},
      {{{holding, 0}, {on, 1, 0}}, 1},
      {{{holding, 0}, {holding, 1}}, 1},
      {{{holding, 0}, {on, 0, 1}}, 1},
  };
  for (const auto& [goal, fact] : cases) {
    CHECK(contradiction(goal, 3) == fact);
    CHECK_THROWS_AS(optimal_plan({{on_table, on_table, on_table}}, goal), base::Error);
  }
  CHECK(!contradiction(BlocksGoal{{on, 0, 1}, {on, 0, 1}, {on, 1, 2}, {ontable, 2}}, 3));
}

}  // namespace
}  // namespace tasks::blocks
