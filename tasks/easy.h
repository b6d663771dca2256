#pragma once
#include "tasks/task.h"

namespace tasks {

/// A difficulty whose questions are easy to read: 5, or the nearest that the task has.
int easy_difficulty(const Task& task);

}  // namespace tasks
