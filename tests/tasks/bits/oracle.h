#pragma once
#include "tests/tasks/question.h"

namespace tests {

/// The answers of the tasks over bits, each from the words of its description, sharing nothing with
/// tasks/.
std::string parity(const Question& asked);
std::string parity_scratchpad(const Question& asked);
std::string majority(const Question& asked);
std::string boolean_and(const Question& asked);

}  // namespace tests
