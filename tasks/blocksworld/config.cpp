#include "tasks/blocksworld/config.h"

#include "base/error.h"

namespace tasks::blocksworld {

bool starts_on_table(BlocksClass problems) {
  return problems == BlocksClass::table_to_stack || problems == BlocksClass::lexicographic;
}

Sameness sameness_of(const BlocksworldConfig& config) {
  return {.towers_by_name = config.towers_by_name || starts_on_table(config.problems)};
}

void agree_on(BlocksworldConfig& config, const Sameness& all) {
  config.towers_by_name = all.towers_by_name;
}

int fewest_blocks(const BlocksworldConfig& config) {
  return config.problems == BlocksClass::k_towers ? 2 * config.towers : 2;
}

void require_valid(const BlocksworldConfig& config) {
  const auto [problems, towers, goal_order, planner, trace, content, names, max_blocks, _] = config;
  base::require(towers >= 1 && towers <= most_blocks / 2, "towers: must be 1 to ", most_blocks / 2,
                ", got ", towers);
  base::require(names >= 2 && names <= most_block_names, "names: must be 2 to ", most_block_names,
                ", got ", names);
  base::require(max_blocks >= fewest_blocks(config),
                "max_blocks: must be >= ", fewest_blocks(config), ", got ", max_blocks);
  base::require(max_blocks <= most_blocks, "max_blocks: must be <= ", most_blocks, ", got ",
                max_blocks);
  base::require(max_blocks <= names, "names: must be >= max_blocks (", max_blocks, "), got ",
                names);
  // The names alone tell such problems apart: there are C(names, max_blocks) of the largest.
  base::require(problems != BlocksClass::lexicographic || max_blocks <= names - 2,
                "names: must be >= max_blocks + 2 (", max_blocks + 2,
                ") for lexicographic problems, or there are too few, got ", names);
  base::require(trace != BlocksTrace::universal || planner == BlocksPlanner::unstack_all,
                "planner: must be unstack_all for universal traces, which take all apart");
  base::require(trace != BlocksTrace::none || content == BlocksTraceContent::own,
                "trace_content: needs a trace");
}

}  // namespace tasks::blocksworld
