#pragma once
#include "tests/tasks/question.h"

namespace tests {

/// Sums as one learns them at school, sharing nothing with tasks/: the highest digit first, or the
/// lowest.
std::string addition(const Question& asked);
std::string reversed_addition(const Question& asked);

}  // namespace tests
