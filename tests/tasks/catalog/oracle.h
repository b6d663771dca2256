#pragma once
#include <string>
#include <string_view>

namespace tests {

/// The one right answer to a well-formed prompt, in words; written against the words of the task's
/// description, sharing nothing with tasks/. Throws std::out_of_range for a task it does not know.
std::string right_answer(std::string_view task, std::string_view prompt);

/// Whether `answer` is right, likewise; for tasks whose questions have many right answers too.
bool is_right(std::string_view task, std::string_view prompt, std::string_view answer);

}  // namespace tests
