#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/random.h"
#include "tasks/blocks/random.h"
#include "tasks/blocks/state.h"
#include "tasks/blocksworld/config.h"

namespace tasks::blocksworld {

/// A problem whose blocks 0, 1, ... carry names of a pool.
struct BlocksworldProblem {
  std::vector<int> names;       ///< of each block: its place in the pool; all different
  blocks::BlocksState initial;  ///< the hand is empty
  blocks::BlocksGoal goal;      ///< `on` and `ontable`, as listed

  int size() const { return initial.size(); }
};

/// Draws the problems of a class. Immutable.
class BlocksworldProblems final {
 public:
  /// Throws base::Error "<field>: ..." if the config is impossible.
  explicit BlocksworldProblems(const BlocksworldConfig& config);

  const BlocksworldConfig& config() const { return config_; }

  /// A problem of `blocks` blocks that the class has, each equally likely: names rising, the goal
  /// not met at the start. Promise: fewest_blocks(config) <= blocks <= max_blocks.
  BlocksworldProblem draw(int blocks, base::Random& random) const;

  /// At most this often does the best guesser plan right who knows the class and the number of
  /// blocks, but neither their names nor where they are. Exact if all start on the table.
  double chance(int blocks) const;

 private:
  blocks::BlocksState start(int blocks, base::Random& random) const;
  blocks::BlocksState end(int blocks, base::Random& random) const;
  double goals(int blocks) const;

  BlocksworldConfig config_;
  std::vector<blocks::BlocksSampler> states_;  ///< [n - 1]: of n blocks
};

/// The facts that make up the towers of `end`, in `order`; those of the table too if `complete`.
blocks::BlocksGoal listed_goal(const blocks::BlocksState& end, bool complete, BlocksGoalOrder order,
                               base::Random& random);

/// Equal for problems that are the same up to the names of their blocks and the order in which
/// facts are listed; whether the goal mentions the table does not matter either. From the table to
/// one tower all problems of a size would be the same: there, and only there, names count if
/// `towers_by_name`. Nothing else of the class matters, so that a problem has one key in all tasks
/// that agree on that. Promise: the goal can be met.
std::uint64_t problem_key(const BlocksworldProblem& problem, bool towers_by_name);

/// The same notion of which problems are the same, written out by other means: what key and pools
/// are held against. Equal words for the same problems, other words for others.
std::vector<std::string> problem_words(const BlocksworldProblem& problem, bool towers_by_name);

}  // namespace tasks::blocksworld
