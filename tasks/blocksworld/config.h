#pragma once
#include <array>
#include <string_view>

#include "tasks/content.h"

namespace tasks::blocksworld {

/// Where problems start and what they want (Stechly et al. 2024, 2405.04776, and its instances).
enum class BlocksClass {
  table_to_stack,     ///< all blocks on the table; one tower of all, any order alike
  single_goal_stack,  ///< any state alike; one tower of all, any order alike
  lexicographic,      ///< all blocks on the table; one tower, first name on top, last at the base
  k_towers,           ///< any state alike; all blocks in k towers of two or more, any such alike
  general,            ///< any two different states alike; the goal says where every block goes
};
/// In order; specs write them in capitals.
constexpr auto names_of(BlocksClass) {
  return std::to_array<std::string_view>(
      {"table_to_stack", "single_goal_stack", "lexicographic", "k_towers", "general"});
}

/// In which order the prompt lists what the goal wants.
enum class BlocksGoalOrder {
  bottom_up,     ///< as towers grow: plan order, where all starts on the table
  top_down,      ///< the reverse
  alphabetical,  ///< by the upper block's name, as the paper prints goals
  shuffled,      ///< uniform
};
/// In order; specs write them in capitals.
constexpr auto names_of(BlocksGoalOrder) {
  return std::to_array<std::string_view>({"bottom_up", "top_down", "alphabetical", "shuffled"});
}

/// Whose plan is the reference answer. From the table to one tower they all agree.
enum class BlocksPlanner {
  unstack_all,    ///< the paper's "universal algorithm": all to the table, then build
  unstack_stack,  ///< US: the same, but blocks in place stay
  greedy,         ///< GN1: straight to its place what can go there
  optimal,        ///< the fewest actions
};
/// In order; specs write them in capitals.
constexpr auto names_of(BlocksPlanner) {
  return std::to_array<std::string_view>({"unstack_all", "unstack_stack", "greedy", "optimal"});
}

/// What an answer writes down beside the plan.
enum class BlocksTrace {
  none,       ///< the plan alone
  stacking,   ///< before it: what each block should be on, then from the base up what each carries
  universal,  ///< before that: how all is taken apart, coming back to what is covered
  progression,  ///< between its actions: the state, at the start and after each
};
/// In order; specs write them in capitals.
constexpr auto names_of(BlocksTrace) {
  return std::to_array<std::string_view>({"plan_only", "stacking", "universal", "progression"});
}

/// What a trace is about.
enum class BlocksTraceContent {
  own,      ///< the problem
  swapped,  ///< control: a problem of the same shape, the blocks in each other's roles
  filler,   ///< control: nothing; as many tokens, all alike
};
/// In order; specs write them in capitals.
constexpr auto names_of(BlocksTraceContent) {
  return std::to_array<std::string_view>({"own", "swapped", "filler"});
}

struct BlocksworldConfig {
  BlocksClass problems = BlocksClass::table_to_stack;
  int towers = 2;  ///< k, read by k_towers alone
  BlocksGoalOrder goal_order = BlocksGoalOrder::shuffled;
  BlocksPlanner planner = BlocksPlanner::unstack_all;
  BlocksTrace trace = BlocksTrace::none;
  BlocksTraceContent trace_content = BlocksTraceContent::own;
  int names = 26;       ///< the pool that names are drawn from, whatever the number of blocks
  int max_blocks = 20;  ///< largest difficulty offered
  bool towers_by_name = false;  ///< some task of the run has no problems but towers built from the
                                ///< table: see agree_on
};

constexpr std::string_view kind_name(const BlocksworldConfig&) { return "blocksworld"; }

template <typename Visit>
void each_field(BlocksworldConfig& config, const Visit& visit) {
  visit("problems", config.problems);
  visit("towers", config.towers);
  visit("goal_order", config.goal_order);
  visit("planner", config.planner);
  visit("trace", config.trace);
  visit("trace_content", config.trace_content);
  visit("names", config.names);
  visit("max_blocks", config.max_blocks);
}

inline constexpr int most_block_names = 1000, most_blocks = 100;

bool starts_on_table(BlocksClass problems);

/// Up to the names of blocks, towers of all blocks built from the table are one problem a size: a
/// class that has no others tells them apart by names, and so must the other tasks of its run.
Sameness sameness_of(const BlocksworldConfig& config);
void agree_on(BlocksworldConfig& config, const Sameness& all);

/// The fewest blocks that a problem of the class has: two, or two a tower.
int fewest_blocks(const BlocksworldConfig& config);

/// Throws base::Error "<field>: ..." if there are no such problems.
void require_valid(const BlocksworldConfig& config);

}  // namespace tasks::blocksworld
