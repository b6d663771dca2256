#include "tasks/blocksworld/fragments.h"

#include <algorithm>

#include "base/error.h"

namespace tasks::blocksworld {
namespace {

using ProblemOf = std::function<BlocksworldProblem(std::span<const Token> prompt)>;

int start_towers(const BlocksworldProblem& problem) {
  return static_cast<int>(std::ranges::count(problem.initial.support, blocks::on_table));
}

int highest_in_goal(const BlocksworldProblem& problem) {
  return std::ranges::max(goal_heights(problem));
}

Fragment shape_of(const BlocksworldProblem& problem) {
  const auto heights = goal_heights(problem);
  return fragment_of(start_towers(problem), std::ranges::count(heights, 1),
                     highest_in_goal(problem));
}

std::vector<Fragment> goal_facts(const BlocksworldProblem& problem) {
  std::vector<Fragment> facts;
  for (const auto& [predicate, block, other] : problem.goal) {
    if (predicate != blocks::BlocksPredicate::on) continue;
    facts.push_back(fragment_of(problem.names[static_cast<std::size_t>(block)],
                                problem.names[static_cast<std::size_t>(other)]));
  }
  return facts;
}

/// In alphabetical towers the upper block comes first.
std::vector<Fragment> all_goal_facts(const BlocksworldConfig& config) {
  std::vector<Fragment> facts;
  for (int upper = 0; upper < config.names; ++upper) {
    for (int lower = 0; lower < config.names; ++lower) {
      const bool falls = config.problems == BlocksClass::lexicographic && upper > lower;
      if (upper != lower && !falls) facts.push_back(fragment_of(upper, lower));
    }
  }
  return facts;
}

std::vector<Fragment> named_heights(const BlocksworldProblem& problem) {
  const std::vector<int> heights = goal_heights(problem);
  std::vector<Fragment> fragments;
  for (std::size_t block = 0; block < heights.size(); ++block) {
    fragments.push_back(fragment_of(heights[block], problem.names[block]));
  }
  return fragments;
}

std::vector<Fragment> all_named_heights(const BlocksworldConfig& config, Range blocks) {
  std::vector<Fragment> fragments;
  for (int height = 1; height <= blocks.high; ++height) {
    for (int name = 0; name < config.names; ++name) {
      fragments.push_back(fragment_of(height, name));
    }
  }
  return fragments;
}

template <typename Of>
auto of_problem(const ProblemOf& problem_of, const Of& of) {
  return [problem_of, of](std::span<const Token> prompt) { return of(problem_of(prompt)); };
}

SimpleFragments::Kind shapes(const ProblemOf& problem_of) {
  const auto text = [](Fragment fragment) {
    const auto [start, goal, height] = numbers_of(fragment);
    return base::concat(start, " towers to ", goal, ", highest ", height);
  };
  const auto shape = [](const BlocksworldProblem& problem) {
    return std::vector<Fragment>{shape_of(problem)};
  };
  return {{"shape", "towers at the start and in the goal, and its highest"},
          of_problem(problem_of, shape),
          [](Range /*blocks*/) { return std::nullopt; },
          text};
}

}  // namespace

std::vector<int> goal_heights(const BlocksworldProblem& problem) {
  std::vector<blocks::Block> below(problem.names.size(), blocks::on_table);
  for (const auto& [predicate, block, other] : problem.goal) {
    if (predicate == blocks::BlocksPredicate::on) below[static_cast<std::size_t>(block)] = other;
  }
  std::vector<int> heights;
  for (blocks::Block top = 0; top < problem.size(); ++top) {
    int& height = heights.emplace_back(0);
    for (blocks::Block b = top; b != blocks::on_table; b = below[static_cast<std::size_t>(b)])
      ++height;
  }
  return heights;
}

SimpleFragments problem_fragments(const BlocksworldConfig& config, const BlocksworldText& text,
                                  const ProblemOf& problem_of) {
  const auto name = [&text](int place) { return text.vocabulary().name(text.name(place)); };
  const auto fact_text = [name](Fragment one) {
    return name(numbers_of(one)[0]) + ' ' + name(numbers_of(one)[1]);
  };
  const auto height_text = [name](Fragment one) {
    return base::concat(name(numbers_of(one)[1]), " at ", numbers_of(one)[0]);
  };
  std::vector<SimpleFragments::Kind> kinds{shapes(problem_of)};
  if (starts_on_table(config.problems)) {
    kinds.push_back(
        {{"goal_fact", "a block and the one it should be on"},
         of_problem(problem_of, goal_facts),
         [config](Range /*blocks*/) { return all_goal_facts(config); },
         fact_text,
         [&text](Fragment one) {
           return std::vector<Token>{text.name(numbers_of(one)[0]), text.name(numbers_of(one)[1])};
         }});
    kinds.push_back(
        {{"height", "a block and how high it should be, from the table, 1, up"},
         of_problem(problem_of, named_heights),
         [config](Range blocks) { return all_named_heights(config, blocks); },
         height_text,
         [&text](Fragment one) { return std::vector<Token>{text.name(numbers_of(one)[1])}; },
         [](Fragment one) { return numbers_of(one)[0]; }});
  }
  return SimpleFragments(std::move(kinds),
                         of_problem(problem_of, [](const BlocksworldProblem& problem) {
                           return std::vector<int>{start_towers(problem), highest_in_goal(problem)};
                         }));
}

}  // namespace tasks::blocksworld
