#include <algorithm>
#include <array>

#include "base/error.h"
#include "tasks/blocksworld/problem.h"

namespace tasks::blocksworld {
namespace {

constexpr int nothing = -1;

std::size_t at(blocks::Block block) { return static_cast<std::size_t>(block); }

/// What is below and above each block, at the start and in the goal: `nothing` for the table and
/// for what is not said. Each neighbour is at most one block, so that from any block of a
/// connected group all others are found in an order that owes nothing to their names.
struct Neighbours {
  std::array<std::vector<blocks::Block>, 4> of;

  explicit Neighbours(const BlocksworldProblem& problem) {
    of.fill(std::vector<blocks::Block>(at(problem.size()), nothing));
    for (blocks::Block b = 0; b < problem.size(); ++b) {
      if (problem.initial.below(b) >= 0) put(0, b, problem.initial.below(b));
    }
    for (const auto& [predicate, block, other] : problem.goal) {
      if (predicate == blocks::BlocksPredicate::on) put(2, block, other);
    }
  }

  /// Which neighbours a block and the blocks next to it have: few blocks of a group are alike.
  int kind(blocks::Block block) const {
    int kind = own_kind(block);
    for (const auto& direction : of) {
      const blocks::Block next = direction[at(block)];
      kind = 16 * kind + (next == nothing ? 0 : own_kind(next));
    }
    return kind;
  }

 private:
  int own_kind(blocks::Block block) const {
    int kind = 0;
    for (const auto& direction : of) kind = 2 * kind + (direction[at(block)] != nothing ? 1 : 0);
    return kind;
  }

  void put(std::size_t direction, blocks::Block upper, blocks::Block lower) {
    of[direction][at(upper)] = lower;
    of[direction + 1][at(lower)] = upper;
  }
};

/// Numbers the blocks of a group as they are met from `root` on, which come first in `met`.
/// Returns a digest of how they hang together, in these numbers.
std::uint64_t digest_from(blocks::Block root, const Neighbours& neighbours,
                          std::vector<int>& number, std::vector<blocks::Block>& met,
                          std::vector<int>& text) {
  std::ranges::fill(number, nothing);
  met.assign(1, root);
  text.clear();
  number[at(root)] = 0;
  const auto number_of = [&](blocks::Block block) {
    if (block != nothing && number[at(block)] == nothing) {
      number[at(block)] = static_cast<int>(met.size());
      met.push_back(block);
    }
    return block == nothing ? 0 : 1 + number[at(block)];
  };
  for (std::size_t i = 0; i < met.size(); ++i) {
    const std::size_t block = at(met[i]);
    for (std::size_t direction = 0; direction < neighbours.of.size(); direction += 2) {
      const int below = number_of(neighbours.of[direction][block]);
      const int above = number_of(neighbours.of[direction + 1][block]);
      text.push_back(below + (above << 15));  // two numbers are digested at the price of one
    }
  }
  return base::digest(std::span<const int>(text));
}

/// The least digest of each group, from its blocks of the lowest kind: the same whatever its blocks
/// are called.
std::vector<std::uint64_t> group_digests(const BlocksworldProblem& problem) {
  const Neighbours neighbours(problem);
  std::vector<std::uint64_t> digests;
  std::vector<bool> seen(at(problem.size()));
  std::vector<int> number(at(problem.size())), text;
  std::vector<blocks::Block> met;
  for (blocks::Block first = 0; first < problem.size(); ++first) {
    if (seen[at(first)]) continue;
    std::uint64_t least = digest_from(first, neighbours, number, met, text);
    const std::vector<blocks::Block> group = met;
    int plainest = neighbours.kind(first);
    for (const blocks::Block root : group) {
      seen[at(root)] = true;
      const int kind = neighbours.kind(root);
      if (root == first || kind > plainest) continue;
      const std::uint64_t digest = digest_from(root, neighbours, number, met, text);
      least = kind < plainest ? digest : std::min(least, digest);
      plainest = kind;
    }
    digests.push_back(least);
  }
  std::ranges::sort(digests);
  return digests;
}

/// The names of the tower wanted, from its top, if it takes all blocks from the table; else none.
std::vector<int> names_of_tower_from_table(const BlocksworldProblem& problem) {
  const auto on_facts =
      std::ranges::count(problem.goal, blocks::BlocksPredicate::on, &blocks::BlocksFact::predicate);
  const bool from_table = std::ranges::all_of(
      problem.initial.support, [](blocks::Block place) { return place == blocks::on_table; });
  if (!from_table || on_facts != problem.size() - 1) return {};
  std::vector<blocks::Block> below(at(problem.size()), nothing);
  std::vector<bool> covered(at(problem.size()));
  for (const auto& [predicate, block, other] : problem.goal) {
    if (predicate != blocks::BlocksPredicate::on) continue;
    below[at(block)] = other;
    covered[at(other)] = true;
  }
  std::vector<int> names;
  const auto top = std::ranges::find(covered, false);
  for (auto b = static_cast<blocks::Block>(top - covered.begin()); b != nothing; b = below[at(b)]) {
    names.push_back(problem.names[at(b)]);
  }
  return names;
}

}  // namespace

std::uint64_t problem_key(const BlocksworldProblem& problem, bool towers_by_name) {
  std::vector<int> text;
  if (towers_by_name) text = names_of_tower_from_table(problem);
  if (!text.empty()) return base::digest(std::span<const int>(text), 1);
  for (const std::uint64_t digest : group_digests(problem)) {
    text.push_back(static_cast<int>(digest & 0xffffffffU));
    text.push_back(static_cast<int>(digest >> 32));
  }
  return base::digest(std::span<const int>(text), 2);
}

}  // namespace tasks::blocksworld
