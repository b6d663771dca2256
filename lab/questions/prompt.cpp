#include "lab/questions/prompt.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "base/text.h"
#include "base/utf8.h"
#include "tasks/pool.h"

namespace lab::questions {
namespace {

using Tokens = std::vector<tasks::Token>;

/// What every prompt of the task begins with.
std::string first_token(const tasks::Task& task) {
  const int difficulty = task.difficulties().low;
  const tasks::Example example = tasks::example_at(task, tasks::Pool::train, difficulty, 0, 0);
  return task.vocabulary().name(example.prompt.front());
}

/// Why `prompt` is no prompt of the task, if so: judges refuse to judge what they cannot read.
std::optional<std::string> complaint(const Tokens& prompt, const tasks::Task& task) {
  try {
    task.solves(prompt, {});
    return std::nullopt;
  } catch (const base::Error& error) {
    return error.what();
  }
}

Tokens tokens_in(const std::string& text, const tasks::Task& task) {
  try {
    const tasks::TypedPrompts* typed = task.typed_prompts();
    return typed == nullptr ? task.vocabulary().tokens(text) : typed->read(text);
  } catch (const base::Error& error) {
    throw base::Error(fmt::format("prompt: {}", error.what()), base::ExitCode::wrong_usage);
  }
}

}  // namespace

std::vector<tasks::Token> prompt_in(const std::string& text, const tasks::Task& task) {
  if (base::first_no_utf8(text)) {
    throw base::Error("prompt: wanted UTF-8", base::ExitCode::wrong_usage);
  }
  if (task.typed_prompts() != nullptr) return tokens_in(text, task);
  const std::string first = first_token(task);
  const std::string begun = text.starts_with(first) ? text : first + " " + text;
  const bool takes_equals = task.vocabulary().contains("=");
  std::string reason;
  for (const std::string& candidate : {begun, takes_equals ? begun + " =" : begun}) {
    const Tokens tokens = tokens_in(candidate, task);
    const std::optional<std::string> wrong = complaint(tokens, task);
    if (!wrong) return tokens;
    if (reason.empty()) reason = *wrong;
  }
  throw base::Error("prompt `" + text + "`: " + reason, base::ExitCode::wrong_usage);
}

std::optional<std::string> typed_question(const tasks::Task& task, int difficulty) {
  const auto pool = std::ranges::find_if(tasks::pools_of(task), tasks::is_held_out);
  if (pool == tasks::pools_of(task).end()) return std::nullopt;
  const std::optional<tasks::Example> example =
      tasks::example_if_any(task, *pool, difficulty, 0, 0);
  if (!example) return std::nullopt;
  const std::string whole = task.vocabulary().text(example->prompt);
  const auto first = std::min(whole.find(' '), whole.size());
  std::string bare = base::trimmed(whole.substr(first));
  if (bare.ends_with(" =")) bare.resize(bare.size() - 2);
  for (const std::string& candidate : {bare, whole}) {
    try {
      if (!candidate.empty() && prompt_in(candidate, task) == example->prompt) return candidate;
    } catch (const base::Error&) {  // it wants to be written otherwise
      continue;
    }
  }
  return std::nullopt;
}

}  // namespace lab::questions
