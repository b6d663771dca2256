#pragma once
#include "tests/tasks/question.h"

namespace tests {

/// The answers of the tasks over lists and numbers, each from the words of its description, sharing
/// nothing with tasks/.
std::string sorting(const Question& asked);
std::string identity_successor(const Question& asked);
std::string sorted_suffix(const Question& asked);
std::string successor(const Question& asked);
std::string predecessor(const Question& asked);
std::string count(const Question& asked);
std::string fill(const Question& asked);
std::string minimum(const Question& asked);
std::string maximum(const Question& asked);
std::string copy(const Question& asked);
std::string parity_of_length(const Question& asked);
std::string count_up(const Question& asked);
std::string mode(const Question& asked);

}  // namespace tests
