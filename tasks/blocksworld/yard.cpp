#include "tasks/blocksworld/yard.h"

#include <algorithm>

namespace tasks::blocksworld {

BlocksYard::BlocksYard(const blocks::BlocksState& state) {
  const auto above = blocks::covers(state);
  for (blocks::Block base = 0; base < state.size(); ++base) {
    if (state.below(base) != blocks::on_table) continue;
    Tower& tower = towers_.emplace_back();
    for (std::optional<blocks::Block> b = base; b; b = above[static_cast<std::size_t>(*b)]) {
      tower.push_back(*b);
    }
  }
}

/// Takes `block` off the top of its tower, if `below` (none: the table) is what it is on.
bool BlocksYard::take_top(blocks::Block block, std::optional<blocks::Block> below) {
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

bool BlocksYard::put(blocks::Block block, std::optional<blocks::Block> below) {
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

bool BlocksYard::act(const blocks::BlocksAction& action) {
  switch (action.kind) {
    case blocks::BlocksOperator::pick_up:
      return take_top(action.block, std::nullopt);
    case blocks::BlocksOperator::unstack:
      return take_top(action.block, action.other);
    case blocks::BlocksOperator::put_down:
      return put(action.block, std::nullopt);
    case blocks::BlocksOperator::stack:
      return put(action.block, action.other);
  }
  return false;
}

bool BlocksYard::stands(const blocks::BlocksFact& fact) const {
  return std::ranges::any_of(towers_, [&](const Tower& tower) {
    if (fact.predicate == blocks::BlocksPredicate::ontable) return tower.front() == fact.block;
    const auto below = std::ranges::find(tower, fact.other);
    return below != tower.end() && below + 1 != tower.end() && *(below + 1) == fact.block;
  });
}

BlocksOutcome BlocksYard::carry_out(const blocks::BlocksPlan& plan,
                                    const blocks::BlocksGoal& goal) {
  for (const blocks::BlocksAction& action : plan) {
    if (!act(action)) return {action, std::nullopt};
  }
  for (const blocks::BlocksFact& fact : goal) {
    if (!stands(fact)) return {std::nullopt, fact};
  }
  return {};
}

}  // namespace tasks::blocksworld
