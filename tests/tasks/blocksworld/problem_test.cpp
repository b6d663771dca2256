#include "tasks/blocksworld/problem.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>

#include "tests/tasks/blocks/search.h"

namespace tasks::blocksworld {
namespace {

using tests::Supports;

std::vector<Supports> all_states(std::size_t blocks) {
  std::vector<Supports> all;
  for (const auto& [state, actions] : tests::brute_force(Supports(blocks, blocks::on_table))) {
    all.push_back(state);
  }
  return all;
}

Supports renamed(const Supports& state, const std::vector<blocks::Block>& names) {
  Supports result(state.size());
  for (std::size_t b = 0; b < state.size(); ++b) {
    result[static_cast<std::size_t>(names[b])] =
        state[b] < 0 ? state[b] : names[static_cast<std::size_t>(state[b])];
  }
  return result;
}

/// The first, in order, of all pairs that renaming makes of this one.
std::pair<Supports, Supports> first_of_its_kind(const Supports& start, const Supports& end) {
  std::vector<blocks::Block> names(start.size());
  std::iota(names.begin(), names.end(), 0);
  std::pair<Supports, Supports> first(start, end);
  do {
    first = std::min(first, std::pair(renamed(start, names), renamed(end, names)));
  } while (std::ranges::next_permutation(names).found);
  return first;
}

BlocksworldProblem problem(const Supports& start, const Supports& end, bool complete,
                           base::Random& random) {
  std::vector<int> names(start.size());
  std::iota(names.begin(), names.end(), 0);
  return {names, {start}, listed_goal({end}, complete, BlocksGoalOrder::shuffled, random)};
}

bool is_from_table_to_tower(const Supports& start, const Supports& end) {
  return std::ranges::count(start, blocks::on_table) == std::ssize(start) &&
         std::ranges::count(end, blocks::on_table) == 1;
}

/// Counts pairs of problems of 2 to 4 blocks that `told_by` tells apart and renaming does not, or
/// the other way round.
template <typename ToldBy>
int wrongly_told(const ToldBy& told_by, bool towers_by_name) {
  base::Random random(1, "keys");
  int wrong = 0;
  for (const std::size_t blocks : {2, 3, 4}) {
    std::map<std::pair<Supports, Supports>, decltype(told_by(BlocksworldProblem{}))> keys;
    std::map<decltype(told_by(BlocksworldProblem{})), std::pair<Supports, Supports>> kinds;
    for (const Supports& start : all_states(blocks)) {
      for (const Supports& end : all_states(blocks)) {
        if (towers_by_name && is_from_table_to_tower(start, end)) continue;
        const auto kind = first_of_its_kind(start, end);
        const auto key = told_by(problem(start, end, random.below(2) == 0, random));
        wrong += keys.emplace(kind, key).first->second != key ? 1 : 0;
        wrong += kinds.emplace(key, kind).first->second != kind ? 1 : 0;
      }
    }
    wrong += keys.size() > blocks ? 0 : 1;
  }
  return wrong;
}

TEST_CASE("keys and words are equal exactly for problems that renaming makes the same") {
  for (const bool by_name : {false, true}) {
    CHECK(wrongly_told([=](const auto& p) { return problem_key(p, by_name); }, by_name) == 0);
    CHECK(wrongly_told([=](const auto& p) { return problem_words(p, by_name); }, by_name) == 0);
  }
}

TEST_CASE("from the table to one tower names tell problems apart, where they have to") {
  base::Random random(1, "keys");
  const Supports table{blocks::on_table, blocks::on_table, blocks::on_table};
  const auto named = [&](const Supports& end, const std::vector<int>& names) {
    BlocksworldProblem made = problem(table, end, random.below(2) == 0, random);
    made.names = names;
    return made;
  };
  const auto abc = named({blocks::on_table, 0, 1}, {0, 1, 2});
  const auto listed_otherwise = named({1, 2, blocks::on_table}, {2, 1, 0});
  const std::vector others{named({1, 2, blocks::on_table}, {0, 1, 2}),
                           named({blocks::on_table, 0, 1}, {0, 1, 3})};
  const auto check = [&](const auto& told_by) {
    CHECK(told_by(listed_otherwise, true) == told_by(abc, true));
    for (const BlocksworldProblem& other : others) {
      CHECK(told_by(other, true) != told_by(abc, true));
      CHECK(told_by(other, false) == told_by(abc, false));
    }
  };
  check([](const auto& one, bool by_name) { return problem_key(one, by_name); });
  check([](const auto& one, bool by_name) { return problem_words(one, by_name); });
}

/// Of `expected` equally likely kinds, counted `each` times on average: chi squared is at most five
/// standard deviations above its mean.
template <typename Key>
void check_alike(const std::map<Key, int>& counts, std::size_t expected, int each) {
  CHECK(counts.size() == expected);
  double chi_squared = 0;
  for (const auto& [key, count] : counts)
    chi_squared += (count - each) * (count - each) / double(each);
  const auto freedom = static_cast<double>(expected) - 1;
  CHECK(chi_squared < freedom + 5 * std::sqrt(2 * freedom));
}

TEST_CASE("all problems of a class are drawn alike") {
  const BlocksGoalOrder order = BlocksGoalOrder::alphabetical;
  const auto counts = [&](const BlocksworldConfig& config, int blocks, int draws) {
    const BlocksworldProblems problems(config);
    std::map<std::string, int> seen;
    base::Random random(1, "alike");
    for (int i = 0; i < draws; ++i) {
      const BlocksworldProblem drawn = problems.draw(blocks, random);
      std::string text;
      for (const int name : drawn.names) text += std::to_string(name) + ' ';
      for (const blocks::Block below : drawn.initial.support) text += std::to_string(below) + ' ';
      for (const auto& [predicate, block, other] : drawn.goal) {
        text += std::to_string(block) +
                (predicate == blocks::BlocksPredicate::on ? "on" : "table") +
                std::to_string(other) + ' ';
      }
      ++seen[text];
    }
    return seen;
  };
  using enum BlocksClass;
  check_alike(counts({.problems = table_to_stack,
                      .towers = 1,
                      .goal_order = order,
                      .names = 4,
                      .max_blocks = 3},
                     3, 24 * 100),
              24, 100);
  check_alike(counts({.problems = lexicographic,
                      .towers = 1,
                      .goal_order = order,
                      .names = 5,
                      .max_blocks = 3},
                     3, 10 * 100),
              10, 100);
  check_alike(counts({.problems = single_goal_stack,
                      .towers = 1,
                      .goal_order = order,
                      .names = 3,
                      .max_blocks = 3},
                     3, 72 * 100),
              72, 100);
  check_alike(
      counts({.problems = general, .towers = 1, .goal_order = order, .names = 3, .max_blocks = 3},
             3, 156 * 100),
      156, 100);
  // 12 goals of two towers of two; each met by 3 of the 73 states: the towers side by side, and
  // either on the other.
  check_alike(
      counts({.problems = k_towers, .towers = 2, .goal_order = order, .names = 4, .max_blocks = 4},
             4, 12 * 70 * 30),
      12 * 70, 30);
}

}  // namespace
}  // namespace tasks::blocksworld
