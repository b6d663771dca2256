#pragma once
#include <vector>

#include "tasks/coverage/coverage.h"

namespace tests {

/// k_cutoffs written from the definition and nothing else: a graph for each k, looked through from
/// every training input. For worlds of a few dozen inputs.
std::vector<int> cutoffs_by_definition(const tasks::FiniteFunction& data,
                                       const tasks::coverage::CoverageOptions& options);

}  // namespace tests
