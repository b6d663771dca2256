#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tasks/task.h"

namespace lab::questions {

/// The prompt that `text` means, in the task's tokens. The task's first token and the "=" at the
/// end may be left out: "3 1 2" asks what "<sort> 3 1 2 =" asks.
/// Throws base::Error (exit code 2) for unknown tokens, and for what is no prompt of this task.
std::vector<tasks::Token> prompt_in(const std::string& text, const tasks::Task& task);

/// A held-out question of this difficulty as prompt_in() reads it, as short as may be; nothing if
/// there is none that it reads.
std::optional<std::string> typed_question(const tasks::Task& task, int difficulty);

}  // namespace lab::questions
