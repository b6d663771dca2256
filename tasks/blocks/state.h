#pragma once
#include <optional>
#include <span>
#include <vector>

namespace tasks::blocks {

/// Blocks are 0 .. n-1.
using Block = int;

/// What a block rests on if not on another block.
inline constexpr Block on_table = -1, in_hand = -2;

/// Where every block is: support[b] is the block below b, on_table or in_hand.
struct BlocksState {
  std::vector<Block> support;

  int size() const { return static_cast<int>(support.size()); }
  Block below(Block block) const { return support[static_cast<std::size_t>(block)]; }
  void put(Block block, Block place) { support[static_cast<std::size_t>(block)] = place; }
  bool operator==(const BlocksState&) const = default;
};

enum class BlocksPredicate { on, ontable, clear, handempty, holding };

/// "on a b" and the like: what states are described and goals are made of.
struct BlocksFact {
  BlocksPredicate predicate = BlocksPredicate::handempty;
  Block block = 0;  ///< unused by handempty
  Block other = 0;  ///< on alone: the block below
  bool operator==(const BlocksFact&) const = default;
};

/// All of these must hold at the end. Complete goals fix every block; partial ones leave some free.
using BlocksGoal = std::vector<BlocksFact>;

enum class BlocksOperator { pick_up, put_down, stack, unstack };

/// One of the four: pick up from the table, put down on it, stack on `other`, unstack from it.
struct BlocksAction {
  BlocksOperator kind = BlocksOperator::pick_up;
  Block block = 0;
  Block other = 0;  ///< stack and unstack alone
  bool operator==(const BlocksAction&) const = default;
};

using BlocksPlan = std::vector<BlocksAction>;

bool holds(const BlocksState& state, const BlocksFact& fact);
bool reached(const BlocksState& state, std::span<const BlocksFact> goal);

/// The first precondition of `action` that does not hold in `state`; none: it can be done.
std::optional<BlocksFact> obstacle(const BlocksState& state, const BlocksAction& action);

/// Does what `action` does, unless something is in its way, which is returned.
std::optional<BlocksFact> try_to_apply(const BlocksAction& action, BlocksState& state);

/// Does what `action` does. Promise: nothing is in its way.
void apply(const BlocksAction& action, BlocksState& state);

/// The block on each block, if there is one.
std::vector<std::optional<Block>> covers(const BlocksState& state);

/// All facts of a state: what each block rests on, then what is clear, then the hand.
std::vector<BlocksFact> facts_of(const BlocksState& state);

/// The two actions that take `block` from where it is to `place` (a block or on_table).
void add_move(Block block, Block place, BlocksState& state, BlocksPlan& plan);

}  // namespace tasks::blocks
