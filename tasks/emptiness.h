#pragma once
#include "tasks/pool.h"

namespace tasks {

/// Whether there is anything in a pool. An endless one is empty if nothing is in 1000 draws: too
/// few questions of this difficulty to share out. example_at draws far more often, so that it does
/// not fail where this finds something. Throws as example_at does of a pool or a difficulty the
/// task lacks.
bool has_question(const Task& task, Pool pool, int difficulty);

}  // namespace tasks
