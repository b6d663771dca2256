#pragma once
#include <span>

#include "lab/spec/origin.h"
#include "lab/spec/run_spec.h"
#include "tasks/task.h"

namespace lab::train {

/// Checks that there is something to train on at every difficulty trained on, that the main task
/// has every pool that is scored, that no pool named in the spec is empty at all difficulties
/// scored, nor are all pools if it names none. `parts`: the main task, then the hints. Throws
/// base::Error (exit code 3).
void check_pools(const spec::RunSpec& spec, std::span<const tasks::Task* const> parts,
                 const spec::Origins& origins);

}  // namespace lab::train
