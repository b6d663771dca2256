#include <algorithm>
#include <numeric>

#include "base/error.h"
#include "tasks/blocks/solver.h"

namespace tasks::blocks {
namespace {

using Blocks = std::vector<std::optional<Block>>;

std::size_t at(Block block) { return static_cast<std::size_t>(block); }

/// What a goal asks for, gathered fact by fact.
struct Targets {
  Blocks support;  // a block or on_table
  Blocks cover;
  std::vector<bool> clear;
  std::optional<Block> held;
  bool hand_empty = false;

  explicit Targets(int blocks)
      : support(at(blocks)), cover(support), clear(at(blocks)), joined_to_(at(blocks)) {
    std::iota(joined_to_.begin(), joined_to_.end(), 0);
  }

  bool add(const BlocksFact& fact);

 private:
  bool add_support(Block block, Block place);
  Block tower_of(Block block);

  std::vector<Block> joined_to_;  // towers as disjoint sets (Tarjan 1975)
};

/// One block for all that the goal joins to a tower.
Block Targets::tower_of(Block block) {
  while (joined_to_[at(block)] != block) {
    joined_to_[at(block)] = joined_to_[at(joined_to_[at(block)])];
    block = joined_to_[at(block)];
  }
  return block;
}

bool Targets::add_support(Block block, Block place) {
  if (held == block || support[at(block)].value_or(place) != place) return false;
  support[at(block)] = place;
  return true;
}

/// False if `fact` contradicts what was added before.
bool Targets::add(const BlocksFact& fact) {
  const auto [predicate, block, other] = fact;
  switch (predicate) {
    case BlocksPredicate::on:
      if (clear[at(other)] || held == other || cover[at(other)].value_or(block) != block) {
        return false;
      }
      if (support[at(block)] == other) return true;
      if (tower_of(other) == tower_of(block) || !add_support(block, other)) return false;
      joined_to_[at(tower_of(block))] = tower_of(other);
      cover[at(other)] = block;
      return true;
    case BlocksPredicate::ontable:
      return add_support(block, on_table);
    case BlocksPredicate::clear:
      clear[at(block)] = true;
      return !cover[at(block)] && held != block;
    case BlocksPredicate::handempty:
      hand_empty = true;
      return !held;
    case BlocksPredicate::holding:
      if (hand_empty || held.value_or(block) != block) return false;
      held = block;
      return !clear[at(block)] && !cover[at(block)] && !support[at(block)];
  }
  return false;
}

Targets targets_of(const BlocksState& state, std::span<const BlocksFact> goal) {
  base::require(holds(state, {BlocksPredicate::handempty}), "state: the hand must be empty");
  Targets targets(state.size());
  for (const BlocksFact& fact : goal) {
    base::require(targets.add(fact), "goal: two facts contradict each other");
  }
  base::require(!targets.held, "goal: the hand must be empty");
  return targets;
}

/// Whether `block` must leave for a reason of its own.
bool must_leave(Block block, Block below, const Targets& targets) {
  if (targets.support[at(block)].value_or(below) != below) return true;
  return below >= 0 &&
         (targets.clear[at(below)] || targets.cover[at(below)].value_or(block) != block);
}

/// From the table up: above a block that must move all must.
std::vector<bool> misplaced_blocks(const BlocksState& state, const Targets& targets) {
  const Blocks cover = covers(state);
  std::vector<bool> misplaced(cover.size());
  for (Block base = 0; base < state.size(); ++base) {
    if (state.below(base) != on_table) continue;
    bool moves = false;
    for (std::optional<Block> block = base; block; block = cover[at(*block)]) {
      moves = moves || must_leave(*block, state.below(*block), targets);
      misplaced[at(*block)] = moves;
    }
  }
  return misplaced;
}

/// Of each event those that come after it: few.
using Events = std::vector<std::vector<int>>;

/// The order of events: vertex b is the first move of b, n + b the last one (the same for blocks
/// that go to the table). first(b) -> last(b) is left out, for `before` to add.
Events events(const BlocksState& state, const BlocksNeeds& needs) {
  const int n = state.size();
  const Blocks cover = covers(state);
  const auto last = [&](Block b) { return needs.target[at(b)] == on_table ? b : n + b; };
  Events events(at(2 * n));
  const auto join = [&](int event, int later) { events[at(event)].push_back(later); };
  for (Block b = 0; b < n; ++b) {
    if (!needs.misplaced[at(b)]) continue;
    const Block below = state.below(b), target = needs.target[at(b)];
    if (below >= 0 && needs.misplaced[at(below)]) join(b, below);
    if (target == on_table) continue;
    if (needs.misplaced[at(target)]) {
      join(last(target), last(b));
    } else if (cover[at(target)]) {
      join(*cover[at(target)], last(b));
    }
  }
  return events;
}

/// Which last moves come after the first move of `start` if that is its last move too.
VertexSet later_than(Block start, int n, const std::vector<Block>& target, const Events& events) {
  VertexSet seen(2 * n);
  std::vector<int> open;
  const auto see_after = [&](int event) {
    for (const int next : events[at(event)]) {
      if (!seen.has(next)) open.push_back(next);
      seen.add(next);
    }
  };
  see_after(start);
  see_after(n + start);
  while (!open.empty()) {
    const int event = open.back();
    open.pop_back();
    see_after(event);
    const bool is_first = event < n && target[at(event)] != on_table;
    if (is_first && !seen.has(n + event)) open.push_back(n + event);
    if (is_first) seen.add(n + event);
  }
  return seen;
}

}  // namespace

std::optional<std::size_t> contradiction(std::span<const BlocksFact> goal, int blocks) {
  Targets targets(blocks);
  for (std::size_t i = 0; i < goal.size(); ++i) {
    if (!targets.add(goal[i])) return i;
  }
  return std::nullopt;
}

int BlocksNeeds::misplaced_count() const {
  return static_cast<int>(std::ranges::count(misplaced, true));
}

BlocksNeeds blocks_needs(const BlocksState& state, std::span<const BlocksFact> goal) {
  const int n = state.size();
  const Targets targets = targets_of(state, goal);
  BlocksNeeds needs{misplaced_blocks(state, targets), {}, Digraph(n)};
  for (const auto& support : targets.support) needs.target.push_back(support.value_or(on_table));
  const Events order = events(state, needs);
  for (Block b = 0; b < n; ++b) {
    if (!needs.misplaced[at(b)] || needs.target[at(b)] == on_table) continue;
    later_than(b, n, needs.target, order).for_each([&](int event) {
      if (event >= n) needs.before.join(b, event - n);
    });
  }
  return needs;
}

}  // namespace tasks::blocks
