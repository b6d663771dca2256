#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "tasks/blocks/cycles.h"
#include "tasks/blocks/state.h"

namespace tasks::blocks {

/// The first fact of `goal` that cannot hold together with those before it (one block on two, two
/// on one, a ring, ...): no state of `blocks` blocks meets such a goal, every other goal can be
/// met.
std::optional<std::size_t> contradiction(std::span<const BlocksFact> goal, int blocks);

/// What must happen, whatever the plan.
struct BlocksNeeds {
  /// Blocks that must move at least once: not where the goal wants them, on one that must move, or
  /// where the goal wants another block or nothing.
  std::vector<bool> misplaced;
  /// Where a misplaced block goes last: a block, or on_table if the goal leaves it free.
  std::vector<Block> target;
  /// b -> c: if neither moves twice, b leaves its place before c does. Blocks on a cycle are in
  /// deadlock: one of them must move out of the way first, so twice.
  Digraph before;

  int misplaced_count() const;
};

/// Throws base::Error unless the hands of state and goal are empty and the goal can be met.
BlocksNeeds blocks_needs(const BlocksState& state, std::span<const BlocksFact> goal);

/// An optimal plan in actions (twice the moves) that ends with an empty hand, by the argument
/// below. Throws as blocks_needs.
/// Each misplaced block moves once, straight to its target, or twice, by way of the table; no block
/// gains from more, nor a block in place from moving. The blocks that move once must leave in an
/// order that respects `before`; there is one exactly if they are on no cycle. So the fewest moves
/// are the misplaced blocks and a smallest set that breaks all cycles of `before`: what makes the
/// problem NP-hard (Gupta and Nau 1992; Slaney and Thiebaux 2001, by hitting sets).
BlocksPlan optimal_plan(const BlocksState& state, std::span<const BlocksFact> goal);

/// A plan, and what is proved of plans.
struct BlocksSolution {
  BlocksPlan plan;
  std::size_t at_least = 0;  ///< no plan has fewer actions

  bool optimal() const { return plan.size() == at_least; }
};

/// Asked now and then with what is known so far, in actions: whether the search goes on.
using PlanWatch = std::function<bool(std::size_t at_least, std::size_t at_most)>;

/// What optimal_plan finds, by few_cycle_breakers: seconds for hundreds of blocks; or the best plan
/// until `watch` said to stop. optimal_plan is the faster for a dozen blocks, and of several
/// optimal plans it keeps to the one that tasks have always shown.
BlocksSolution best_plan_to_empty_hand(const BlocksState& state, std::span<const BlocksFact> goal,
                                       const PlanWatch& watch);

/// The fewest moves that are not a misplaced block's first: how many blocks must move twice.
int deadlocks(const BlocksState& state, std::span<const BlocksFact> goal);

/// US: every misplaced block to the table, then the goal's towers from the bottom up. At most twice
/// the optimum. Throws as blocks_needs.
BlocksPlan unstack_stack_plan(const BlocksState& state, std::span<const BlocksFact> goal);

/// GN1 (Gupta and Nau): a block goes straight to its target when one can (the lowest), else the
/// lowest misplaced block that is clear goes to the table. At most twice the optimum.
BlocksPlan greedy_plan(const BlocksState& state, std::span<const BlocksFact> goal);

}  // namespace tasks::blocks
