#include "tasks/task.h"

#include "base/error.h"

namespace tasks {

void require_difficulty(const Task& task, int difficulty) {
  const auto [low, high] = task.difficulties();
  base::require(task.difficulties().contains(difficulty), task.name(), ": difficulty must be in ",
                low, "..", high, ", got ", difficulty);
}

void require_prompt(bool well_formed, const Task& task, std::span<const Token> prompt,
                    std::string_view looks_like) {
  if (well_formed) return;
  throw base::Error(base::concat(task.name(), ": a prompt looks like `", looks_like, "`, got `",
                                 task.vocabulary().shown(prompt), "`"));
}

}  // namespace tasks
