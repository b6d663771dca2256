#pragma once

namespace tasks {

/// Where problems start and what they want (Stechly et al. 2024, 2405.04776, and its instances).
enum class BlocksClass {
  table_to_stack,     ///< all blocks on the table; one tower of all, any order alike
  single_goal_stack,  ///< any state alike; one tower of all, any order alike
  lexicographic,      ///< all blocks on the table; one tower, first name on top, last at the base
  k_towers,           ///< any state alike; all blocks in k towers of two or more, any such alike
  general,            ///< any two different states alike; the goal says where every block goes
};

/// In which order the prompt lists what the goal wants.
enum class BlocksGoalOrder {
  bottom_up,     ///< as towers grow: plan order, where all starts on the table
  top_down,      ///< the reverse
  alphabetical,  ///< by the upper block's name, as the paper prints goals
  shuffled,      ///< uniform
};

/// Whose plan is the reference answer. From the table to one tower they all agree.
enum class BlocksPlanner {
  unstack_all,    ///< the paper's "universal algorithm": all to the table, then build
  unstack_stack,  ///< US: the same, but blocks in place stay
  greedy,         ///< GN1: straight to its place what can go there
  optimal,        ///< the fewest actions
};

/// What an answer writes down beside the plan.
enum class BlocksTrace {
  none,       ///< the plan alone
  stacking,   ///< before it: what each block should be on, then from the base up what each carries
  universal,  ///< before that: how all is taken apart, coming back to what is covered
  progression,  ///< between its actions: the state, at the start and after each
};

/// What a trace is about.
enum class BlocksTraceContent {
  own,      ///< the problem
  swapped,  ///< control: a problem of the same shape, the blocks in each other's roles
  filler,   ///< control: nothing; as many tokens, all alike
};

struct BlocksworldConfig {
  BlocksClass problems = BlocksClass::table_to_stack;
  int towers = 2;  ///< k, read by k_towers alone
  BlocksGoalOrder goal_order = BlocksGoalOrder::shuffled;
  BlocksPlanner planner = BlocksPlanner::unstack_all;
  BlocksTrace trace = BlocksTrace::none;
  BlocksTraceContent trace_content = BlocksTraceContent::own;
  int names = 26;       ///< the pool that names are drawn from, whatever the number of blocks
  int max_blocks = 20;  ///< largest difficulty offered
};

inline constexpr int most_block_names = 1000, most_blocks = 100;

bool starts_on_table(BlocksClass problems);

/// The fewest blocks that a problem of the class has: two, or two a tower.
int fewest_blocks(const BlocksworldConfig& config);

/// Throws base::Error "<field>: ..." if there are no such problems.
void require_valid(const BlocksworldConfig& config);

}  // namespace tasks
