#include "tasks/blocksworld/yard.h"

#include <algorithm>

namespace tasks {

BlocksYard::BlocksYard(const BlocksState& state) {
  const auto above = covers(state);
  for (Block base = 0; base < state.size(); ++base) {
    if (state.below(base) != on_table) continue;
    Tower& tower = towers_.emplace_back();
    for (std::optional<Block> b = base; b; b = above[static_cast<std::size_t>(*b)]) {
      tower.push_back(*b);
    }
  }
}

/// Takes `block` off the top of its tower, if `below` (none: the table) is what it is on.
bool BlocksYard::take_top(Block block, std::optional<Block> below) {
  if (held_) return false;
  const Tower wanted = below ? Tower{*below, block} : Tower{block};
  const auto found = std::ranges::find_if(towers_, [&](const Tower& tower) {
    if (!below) return tower == wanted;
    return tower.size() > 1 && std::equal(wanted.begin(), wanted.end(), tower.end() - 2);
  });
  if (found == towers_.end()) return false;
  found->pop_back();
  if (found->empty()) towers_.erase(found);
  held_ = block;
  return true;
}

bool BlocksYard::put(Block block, std::optional<Block> below) {
  if (held_ != block) return false;
  if (!below) {
    towers_.push_back({block});
  } else {
    const auto found = std::ranges::find(towers_, *below, [](const Tower& t) { return t.back(); });
    if (found == towers_.end()) return false;
    found->push_back(block);
  }
  held_.reset();
  return true;
}

bool BlocksYard::act(const BlocksAction& action) {
  switch (action.kind) {
    case BlocksOperator::pick_up:
      return take_top(action.block, std::nullopt);
    case BlocksOperator::unstack:
      return take_top(action.block, action.other);
    case BlocksOperator::put_down:
      return put(action.block, std::nullopt);
    case BlocksOperator::stack:
      return put(action.block, action.other);
  }
  return false;
}

bool BlocksYard::stands(const BlocksFact& fact) const {
  return std::ranges::any_of(towers_, [&](const Tower& tower) {
    if (fact.predicate == BlocksPredicate::ontable) return tower.front() == fact.block;
    const auto below = std::ranges::find(tower, fact.other);
    return below != tower.end() && below + 1 != tower.end() && *(below + 1) == fact.block;
  });
}

BlocksOutcome BlocksYard::carry_out(const BlocksPlan& plan, const BlocksGoal& goal) {
  for (const BlocksAction& action : plan) {
    if (!act(action)) return {action, std::nullopt};
  }
  for (const BlocksFact& fact : goal) {
    if (!stands(fact)) return {std::nullopt, fact};
  }
  return {};
}

}  // namespace tasks
