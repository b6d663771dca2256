#include "tasks/blocksworld/problem.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.h"

namespace tasks::blocksworld {
namespace {

using enum BlocksClass;

std::size_t at(blocks::Block block) { return static_cast<std::size_t>(block); }

std::vector<blocks::BlocksSampler> samplers_for(const BlocksworldConfig& config) {
  require_valid(config);
  std::vector<blocks::BlocksSampler> samplers;
  for (int n = 1; n <= config.max_blocks; ++n) samplers.emplace_back(n);
  return samplers;
}

/// `count` different numbers below `bound`, rising; every choice alike.
std::vector<int> random_choice(int count, int bound, base::Random& random) {
  std::vector<int> all(at(bound));
  std::iota(all.begin(), all.end(), 0);
  for (int i = 0; i < count; ++i) {
    std::swap(all[at(i)], all[at(i + static_cast<int>(random.below(bound - i)))]);
  }
  all.resize(at(count));
  std::ranges::sort(all);
  return all;
}

std::vector<blocks::Block> random_order(int blocks, base::Random& random) {
  std::vector<blocks::Block> order(at(blocks));
  std::iota(order.begin(), order.end(), 0);
  random.shuffle(std::span(order));
  return order;
}

/// The one tower with this order of blocks, the base first.
blocks::BlocksState tower(const std::vector<blocks::Block>& order) {
  blocks::BlocksState state{std::vector<blocks::Block>(order.size(), blocks::on_table)};
  for (std::size_t i = 1; i < order.size(); ++i) state.put(order[i], order[i - 1]);
  return state;
}

/// Towers of two blocks or more, all sets of such towers alike: towers one block lower, each with
/// one block more on top, and the blocks renamed.
blocks::BlocksState random_high_towers(int blocks, int towers, base::Random& random) {
  std::vector<int> bases{0};  // places in the order below
  for (const int cut : random_choice(towers - 1, blocks - towers - 1, random)) {
    bases.push_back(cut + 1 + static_cast<int>(bases.size()));
  }
  const std::vector<blocks::Block> order = random_order(blocks, random);
  blocks::BlocksState state = tower(order);
  for (const int place : bases) state.put(order[at(place)], blocks::on_table);
  return state;
}

/// n! / (n - k)!
double arrangements(int n, int k) {
  double product = 1;
  for (int i = 0; i < k; ++i) product *= n - i;
  return product;
}

double choices(int n, int k) { return k > n ? 0 : arrangements(n, k) / arrangements(k, k); }

}  // namespace

BlocksworldProblems::BlocksworldProblems(const BlocksworldConfig& config)
    : config_(config), states_(samplers_for(config)) {}

blocks::BlocksState BlocksworldProblems::start(int blocks, base::Random& random) const {
  if (starts_on_table(config_.problems))
    return {std::vector<blocks::Block>(at(blocks), blocks::on_table)};
  return states_[at(blocks - 1)].draw(random);
}

blocks::BlocksState BlocksworldProblems::end(int blocks, base::Random& random) const {
  switch (config_.problems) {
    case table_to_stack:
    case single_goal_stack:
      return tower(random_order(blocks, random));
    case lexicographic: {
      std::vector<blocks::Block> order(at(blocks));
      std::iota(order.rbegin(), order.rend(), 0);
      return tower(order);
    }
    case k_towers:
      return random_high_towers(blocks, config_.towers, random);
    case general:
      return states_[at(blocks - 1)].draw(random);
  }
  return {};
}

BlocksworldProblem BlocksworldProblems::draw(int blocks, base::Random& random) const {
  BlocksworldProblem problem{random_choice(blocks, config_.names, random), {}, {}};
  do {
    problem.initial = start(blocks, random);
    problem.goal =
        listed_goal(end(blocks, random), config_.problems == general, config_.goal_order, random);
  } while (blocks::reached(problem.initial, problem.goal));
  return problem;
}

/// How many goals there are for blocks of given names.
double BlocksworldProblems::goals(int blocks) const {
  const double orders = arrangements(blocks, blocks);
  switch (config_.problems) {
    case table_to_stack:
    case single_goal_stack:
      return orders;
    case lexicographic:
      return 1;
    case k_towers:
      return orders / arrangements(config_.towers, config_.towers) *
             choices(blocks - config_.towers - 1, config_.towers - 1);
    case general: {
      double states = 0;
      for (int t = 1; t <= blocks; ++t) {
        states += orders * choices(blocks - 1, t - 1) / arrangements(t, t);
      }
      return states;
    }
  }
  return 1;
}

double BlocksworldProblems::chance(int blocks) const {
  // A plan that can be done fixes the end, hence the names and the tower.
  if (starts_on_table(config_.problems)) {
    return 1 / (goals(blocks) * choices(config_.names, blocks));
  }
  // A plan that gets anywhere names two blocks: both are there with the first factor. From a given
  // start it leads to one end, which meets few goals; the goal is never one that the start meets.
  const double named = arrangements(blocks, 2) / arrangements(config_.names, 2);
  const double met = config_.problems == k_towers ? choices(blocks - 1, config_.towers - 1) : 1;
  return named * std::min(1.0, met / std::max(1.0, goals(blocks) - met));
}

blocks::BlocksGoal listed_goal(const blocks::BlocksState& end, bool complete, BlocksGoalOrder order,
                               base::Random& random) {
  blocks::BlocksGoal goal;
  const auto above = blocks::covers(end);
  for (blocks::Block base = 0; base < end.size(); ++base) {
    if (end.below(base) != blocks::on_table) continue;
    if (complete) goal.push_back({blocks::BlocksPredicate::ontable, base});
    for (std::optional<blocks::Block> block = base; above[at(*block)]; block = above[at(*block)]) {
      goal.push_back({blocks::BlocksPredicate::on, *above[at(*block)], *block});
    }
  }
  if (order == BlocksGoalOrder::top_down) std::ranges::reverse(goal);
  if (order == BlocksGoalOrder::alphabetical)
    std::ranges::sort(goal, {}, &blocks::BlocksFact::block);
  if (order == BlocksGoalOrder::shuffled) random.shuffle(std::span(goal));
  return goal;
}

}  // namespace tasks::blocksworld
