#pragma once
#include <string>

#include "lab/report/html.h"
#include "tasks/task.h"

namespace lab::report {

/// A question and its answer, token by token; each shows of which kind it is by colour, border and
/// weight: the task's name, items, marks, what is written before the answer, the answer, the end.
Html task_tokens(const tasks::Task& task, const tasks::Example& example);

/// How to read them.
Html token_legend();

}  // namespace lab::report
