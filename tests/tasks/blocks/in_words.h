#pragma once
#include <string>
#include <string_view>

namespace tests {

/// Whether `answer` solves a well-formed question about blocks, all in words: the plan is carried
/// out, each action by its rule, and the goal looked up; its trace is skipped. Shares nothing with
/// tasks/.
bool plan_is_right(std::string_view prompt, std::string_view answer);

/// The right answer to a question of plan_check, likewise.
std::string checked_plan(std::string_view prompt);

}  // namespace tests
