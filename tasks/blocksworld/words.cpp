#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/error.h"
#include "tasks/blocksworld/problem.h"

namespace tasks::blocksworld {
namespace {

using blocks::Block;
/// The blocks below and above a block: at the start, then in the goal; -1 if there is none.
using Neighbours = std::map<Block, std::array<Block, 4>>;

Neighbours neighbours_in(const BlocksworldProblem& problem) {
  Neighbours next;
  for (Block block = 0; block < problem.size(); ++block) next[block].fill(-1);
  const auto stands = [&](std::size_t at, Block upper, Block lower) {
    next[upper][at] = lower;
    next[lower][at + 1] = upper;
  };
  for (Block block = 0; block < problem.size(); ++block) {
    if (problem.initial.below(block) >= 0) stands(0, block, problem.initial.below(block));
  }
  for (const auto& [predicate, block, other] : problem.goal) {
    if (predicate == blocks::BlocksPredicate::on) stands(2, block, other);
  }
  return next;
}

/// What can be reached from `root`, in the order in which it is met; `word` says how it hangs
/// together, blocks called by that order.
std::vector<Block> walk_from(Block root, const Neighbours& next, std::string* word) {
  std::vector<Block> met{root};
  word->clear();
  for (std::size_t i = 0; i < met.size(); ++i) {
    for (const Block neighbour : next.at(met[i])) {
      if (neighbour >= 0 && std::ranges::find(met, neighbour) == met.end())
        met.push_back(neighbour);
      const auto place = std::ranges::find(met, neighbour) - met.begin();
      word->append(neighbour < 0 ? "." : std::to_string(place)).append(",");
    }
  }
  return met;
}

/// The least word of the blocks that hang together with `root`, whichever the walk begins at; they
/// are taken out of `left`.
std::string word_around(Block root, const Neighbours& next, std::set<Block>* left) {
  std::string least, word;
  for (const Block begin : walk_from(root, next, &least)) {
    left->erase(begin);
    walk_from(begin, next, &word);
    least = std::min(least, word);
  }
  return least;
}

/// Whether no block stands on another at the start and the goal piles all of them up.
bool builds_one_tower_from_table(const BlocksworldProblem& problem, const Neighbours& next) {
  std::ptrdiff_t piled = 0;
  for (const auto& [block, beside] : next) {
    if (beside[0] >= 0) return false;
    piled += beside[2] >= 0 ? 1 : 0;
  }
  return piled == problem.size() - 1;
}

}  // namespace

std::vector<std::string> problem_words(const BlocksworldProblem& problem, bool towers_by_name) {
  const Neighbours next = neighbours_in(problem);
  std::vector<std::string> words;
  if (towers_by_name && builds_one_tower_from_table(problem, next)) {
    for (const auto& [block, beside] : next) {
      const std::string upper = std::to_string(problem.names[static_cast<std::size_t>(block)]);
      if (beside[2] < 0) continue;
      const auto lower = problem.names[static_cast<std::size_t>(beside[2])];
      words.push_back(base::concat(upper, " on ", lower));
    }
  } else {
    std::set<Block> left;
    for (const auto& [block, beside] : next) left.insert(block);
    while (!left.empty()) words.push_back(word_around(*left.begin(), next, &left));
  }
  std::ranges::sort(words);
  return words;
}

}  // namespace tasks::blocksworld
