#pragma once
#include <string>
#include <vector>

#include "tasks/blocks/state.h"

namespace tasks::blocks {

/// The two common spellings of the four-operator domain; any mixture of them is read.
enum class BlocksSpelling {
  competition,  ///< ontable, handempty, pick-up, put-down (IPC-2000, PlanBench)
  generator,    ///< on-table, arm-empty, pickup, putdown (the public generator)
};

struct BlocksProblem {
  std::string name, domain;
  int domain_line = 1;              ///< where the domain is named
  std::vector<std::string> blocks;  ///< names as written; unique when case is ignored
  std::vector<std::string> types;   ///< of each block, in small letters
  BlocksState initial;
  BlocksGoal goal;
  std::vector<int> goal_lines;  ///< of each of its facts
  BlocksSpelling spelling = BlocksSpelling::competition;
};

}  // namespace tasks::blocks
