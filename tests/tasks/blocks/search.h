#pragma once
#include <map>
#include <vector>

#include "tasks/blocks/state.h"

namespace tests {

/// What each block rests on, as tasks::BlocksState keeps it.
using Supports = std::vector<tasks::blocks::Block>;

/// Every state of n blocks with an empty hand that can be reached from `start`, which is all of
/// them, with the fewest actions it takes (two a move): breadth-first, sharing nothing with tasks/.
std::map<Supports, int> brute_force(const Supports& start);

/// One state for each way to divide n blocks into towers: all starts up to renaming.
std::vector<Supports> shapes(int blocks);

}  // namespace tests
