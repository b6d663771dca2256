#pragma once
#include "tasks/catalog/catalog.h"

namespace tests {

/// Checks all that tasks/task.h promises of a task, on questions of small and middling difficulty
/// of the entry's config; changed answers are judged up to the difficulty `hardest`. Fails the
/// running Catch2 test case, naming the task and the question.
void check_contract(const tasks::catalog::CatalogEntry& entry, int hardest = 8);

}  // namespace tests
