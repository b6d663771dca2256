#pragma once
#include <cstddef>
#include <string>

#include "lab/spec/origin.h"
#include "lab/spec/run_spec.h"
#include "tasks/task.h"

namespace lab::train {

/// What can be known of a run before it is trained: where its fields do not fit each other or its
/// tasks, these throw base::Error (exit code 3) at the place where the field was set. In this order
/// each relies on those before.

/// The fields among themselves.
void check_fields(const spec::RunSpec& spec, const spec::Origins& origins);

/// Part `part` of the mixture (0: the main task) against its task: difficulties, lengths and, of
/// the main task, what is scored.
void check_part(const spec::RunSpec& spec, std::size_t part, const tasks::Task& task,
                const spec::Origins& origins);

/// Part `part` of the mixture: the main task, then the hints; and its path in the spec: "task",
/// "hint[0]".
const spec::MixturePart& part_of(const spec::RunSpec& spec, std::size_t part);
std::string path_of_part(std::size_t part);

}  // namespace lab::train
