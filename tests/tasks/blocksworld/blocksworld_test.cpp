#include "tasks/blocksworld/blocksworld.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "base/error.h"
#include "tasks/pool.h"

namespace tasks::blocksworld {
namespace {

using enum BlocksClass;

constexpr BlocksClass all_classes[] = {table_to_stack, single_goal_stack, lexicographic, k_towers,
                                       general};
constexpr BlocksPlanner all_planners[] = {BlocksPlanner::unstack_all, BlocksPlanner::unstack_stack,
                                          BlocksPlanner::greedy, BlocksPlanner::optimal};

std::string prompt_of(const Blocksworld& task, int blocks, std::uint64_t index) {
  base::Random random(1, "blocksworld", index);
  return task.vocabulary().text(task.sample(blocks, random).prompt);
}

bool solves(const Blocksworld& task, const std::string& prompt, const std::string& answer) {
  return task.solves(task.vocabulary().tokens(prompt), task.vocabulary().tokens(answer));
}

TEST_CASE("any plan that works is right, and only such") {
  const Blocksworld task({});
  const std::string prompt = "<blocksworld> on b table on d table on r d goal on b r on d b =";
  CHECK(solves(task, prompt, "unstack r d put-down r pick-up b stack b r pick-up d stack d b ."));
  CHECK(solves(task, prompt,
               "pick-up b put-down b unstack r d put-down r pick-up b stack b r pick-up d stack d "
               "b ."));
  CHECK_FALSE(solves(task, prompt, "unstack r d put-down r pick-up d stack d b pick-up b ."));
  CHECK_FALSE(solves(task, prompt, "unstack r d put-down r pick-up b stack b r ."));
  CHECK_FALSE(
      solves(task, prompt, "unstack r d put-down r pick-up b stack b r pick-up d stack d b"));
  CHECK_FALSE(solves(task, prompt, "pick-up d stack d b ."));
  CHECK_FALSE(solves(task, prompt, "pick-up z put-down z ."));
  CHECK(solves(task, "<blocksworld> on b table on d b goal on d b =", "."));
}

TEST_CASE("a prompt that describes no problem is refused") {
  const Blocksworld task({});
  for (const std::string prompt :
       {"on b table goal on b d", "on b d goal on b d", "on b d on d b goal on b d",
        "on b table on d table goal", "on b table on d table goal on b d on b table",
        "on b table on d table goal on b d on d b", "on b table on d table goal on b d on b d",
        "on b table on b table goal on b table", "on b d on r d on d table goal on r b",
        "on b b goal on b table", "on table b goal on b table", "on b table goal on table b"}) {
    INFO(prompt);
    CHECK_THROWS_WITH(task.solves(task.vocabulary().tokens("<blocksworld> " + prompt + " ="), {}),
                      Catch::Contains("a prompt looks like `<blocksworld> on a table"));
  }
}

TEST_CASE(
    "the planner's plan is within the limit, and as short as an optimal one if it is optimal") {
  for (const BlocksClass problems : all_classes) {
    for (const BlocksPlanner planner : all_planners) {
      const Blocksworld task({.problems = problems, .planner = planner});
      for (std::uint64_t i = 0; i < 60; ++i) {
        base::Random random(1, "plans", i);
        const Example example =
            task.sample(task.difficulties().low + static_cast<int>(i % 9), random);
        const auto verbs = std::ranges::count_if(
            example.answer, [&](Token token) { return task.vocabulary().name(token).size() > 2; });
        const int best = task.facets(example).at("plan_length");
        CHECK(task.solves(example.prompt, example.answer));
        CHECK(verbs >= best);
        if (planner != BlocksPlanner::unstack_all) CHECK(verbs <= 2 * best);
        if (planner == BlocksPlanner::optimal) CHECK(verbs == best);
        CHECK(std::ssize(example.answer) <= task.answer_limit(example.prompt));
      }
    }
  }
}

TEST_CASE("facets are what can be counted by hand") {
  const Blocksworld task({});
  const auto facets = [&](const std::string& prompt) {
    return task.facets({task.vocabulary().tokens("<blocksworld> " + prompt + " ="), {}, 0});
  };
  using Facets = std::map<std::string, int>;
  CHECK(
      facets("on b table on d table on r d goal on b r on d b") ==
      Facets{
          {"blocks", 3}, {"plan_length", 6}, {"deadlocks", 0}, {"towers", 2}, {"goal_height", 3}});
  CHECK(
      facets("on a table on b a on c b goal on a b on c a") ==
      Facets{
          {"blocks", 3}, {"plan_length", 8}, {"deadlocks", 1}, {"towers", 1}, {"goal_height", 3}});
}

TEST_CASE("the classes are what they say") {
  for (std::uint64_t i = 0; i < 50; ++i) {
    const std::string stack = prompt_of(Blocksworld({.problems = table_to_stack}), 5, i);
    CHECK(stack.find("on", 14) != stack.npos);
    std::size_t tables = 0;
    for (std::size_t at = stack.find("table"); at != stack.npos; at = stack.find("table", at + 1)) {
      ++tables;
    }
    CHECK(tables == 5);
    const Blocksworld towers({.problems = k_towers, .towers = 3});
    base::Random random(1, "towers", i);
    const Example example = towers.sample(9, random);
    const auto goal = std::ranges::find(example.prompt, towers.vocabulary().id("goal"));
    CHECK(example.prompt.end() - goal == 1 + 3 * 6 + 1);
    CHECK(towers.facets(example).at("goal_height") <= 5);
  }
}

/// The blocks that the goal of "<blocksworld> ... goal on x y on y z =" speaks of, upper and lower.
std::vector<std::pair<char, char>> wanted(const std::string& prompt) {
  std::vector<std::pair<char, char>> facts;
  for (std::size_t at = prompt.find("goal ") + 5; prompt[at] != '='; at += 7) {
    facts.emplace_back(prompt[at + 3], prompt[at + 5]);
  }
  return facts;
}

TEST_CASE("goals are listed in the order asked for") {
  const auto goal = [](BlocksGoalOrder order, std::uint64_t index) {
    return wanted(prompt_of(Blocksworld({.goal_order = order}), 6, index));
  };
  std::set<std::vector<std::size_t>> orders;
  for (std::uint64_t i = 0; i < 100; ++i) {
    const auto up = goal(BlocksGoalOrder::bottom_up, i);
    for (std::size_t f = 1; f < up.size(); ++f) CHECK(up[f].second == up[f - 1].first);
    const auto down = goal(BlocksGoalOrder::top_down, i);
    for (std::size_t f = 1; f < down.size(); ++f) CHECK(down[f].first == down[f - 1].second);
    CHECK(std::ranges::is_sorted(goal(BlocksGoalOrder::alphabetical, i)));
    const auto mixed = goal(BlocksGoalOrder::shuffled, i);
    std::vector<std::size_t> places;
    for (auto fact = std::ranges::find_if(
             mixed,
             [&](const auto& f) {
               return std::ranges::count(mixed, f.second, &std::pair<char, char>::first) == 0;
             });
         fact != mixed.end();
         fact = std::ranges::find(mixed, fact->first, &std::pair<char, char>::second)) {
      places.push_back(static_cast<std::size_t>(fact - mixed.begin()));
    }
    orders.insert(places);
  }
  CHECK(orders.size() > 60);  // of 120
}

TEST_CASE("lexicographic towers have their first name on top") {
  for (std::uint64_t i = 0; i < 20; ++i) {
    for (const auto& [upper, lower] :
         wanted(prompt_of(Blocksworld({.problems = lexicographic}), 7, i))) {
      CHECK(upper < lower);
    }
  }
}

TEST_CASE("short problems use all names, as long ones do") {
  const Blocksworld task({});
  std::set<std::string> names;
  for (std::uint64_t i = 0; i < 3000; ++i) names.insert(prompt_of(task, 2, i).substr(17, 1));
  CHECK(names.size() == 25);  // the first of two: all but z
}

TEST_CASE(
    "every pool has questions of every difficulty, but of few blocks where names do not count") {
  for (const BlocksClass problems : all_classes) {
    const Blocksworld task({.problems = problems});
    const bool by_name = sameness_of(BlocksworldConfig{.problems = problems}).towers_by_name;
    const int low = by_name ? task.difficulties().low : std::max(task.difficulties().low, 5);
    for (int blocks = low; blocks <= task.difficulties().high; ++blocks) {
      for (const Pool pool : pools_of(task)) CHECK_NOTHROW(example_at(task, pool, blocks, 1, 1));
    }
  }
}

TEST_CASE("no plan is right more often than chance says") {
  for (const BlocksClass problems : all_classes) {
    const Blocksworld task({.problems = problems, .names = 6, .max_blocks = 4});
    const int blocks = task.difficulties().low;
    std::vector<Example> examples;
    for (std::uint64_t i = 0; i < 1500; ++i) {
      base::Random random(1, "chance", i);
      examples.push_back(task.sample(blocks, random));
    }
    double most = 0;
    for (std::size_t i = 0; i < 60; ++i) {
      const auto right = std::ranges::count_if(examples, [&](const Example& example) {
        return task.solves(example.prompt, examples[i].answer);
      });
      most = std::max(most, static_cast<double>(right) / 1500);
    }
    const double chance = task.chance(blocks);
    const double noise = 4 * std::sqrt(chance / 1500);
    CHECK(most <= chance + noise);
    if (starts_on_table(problems)) CHECK(most >= chance - noise);
  }
}

TEST_CASE("an impossible Blocksworld is an error that names the field") {
  const auto complaint = [](const BlocksworldConfig& config) {
    try {
      Blocksworld task(config);
      return std::string("no error");
    } catch (const base::Error& error) {
      return std::string(error.what());
    }
  };
  CHECK(complaint({.names = 19}) == "names: must be >= max_blocks (20), got 19");
  CHECK(complaint({.names = 20}) == "no error");
  CHECK(complaint({.problems = lexicographic, .names = 21}) ==
        "names: must be >= max_blocks + 2 (22) for lexicographic problems, or there are too few, "
        "got 21");
  CHECK(complaint({.problems = k_towers, .towers = 11}) == "max_blocks: must be >= 22, got 20");
  CHECK(complaint({.towers = 0}) == "towers: must be 1 to 50, got 0");
  CHECK(complaint({.max_blocks = 101}) == "max_blocks: must be <= 100, got 101");
  CHECK(complaint({.max_blocks = 1}) == "max_blocks: must be >= 2, got 1");
}

}  // namespace
}  // namespace tasks::blocksworld
