#pragma once
#include "tasks/task.h"

namespace tests {

/// The difficulty nearest to `wanted` that the task has.
int offered(const tasks::Task& task, int wanted);

/// What the contract says of pools: see check_contract.
void check_pools(const tasks::Task& task);

}  // namespace tests
