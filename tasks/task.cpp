#include "tasks/task.h"

#include <algorithm>

#include "base/error.h"

namespace tasks {

std::vector<std::string> Task::facet_names() const {
  base::Random random(0, "facets");
  std::vector<std::string> names;
  for (const auto& [name, value] : facets(sample(difficulties().low, random))) {
    names.push_back(name);
  }
  return names;
}

Content Task::content(std::span<const Token> prompt) const {
  return {std::string(name()), words_of(vocabulary(), prompt)};
}

std::string mistake_in(const Task& task, const Example& example, std::span<const Token> answer) {
  if (const Critic* critic = task.critic()) return critic->mistake(example, answer);
  const std::vector<Token>& right = example.answer;
  if (task.solves(example.prompt, answer)) return "";
  const bool ends = task.vocabulary().name(right.back()) == end_token;  // not every hint does
  if (answer.empty() || (ends && answer.back() != right.back())) return "unfinished";
  if (answer.size() != right.size()) return answer.size() < right.size() ? "too short" : "too long";
  const auto wrong = std::ranges::mismatch(answer, right).in1 - answer.begin();
  if (wrong == 0) return "first token wrong";
  const bool last = wrong + (ends ? 2 : 1) == std::ssize(right);
  return last ? "last token wrong" : "token between wrong";
}

std::string merit_of(const Task& task, const Example& example, std::span<const Token> answer) {
  const ManyAnswers* many = task.many_answers();
  return many == nullptr ? "" : many->merit(example, answer);
}

Annotation annotation_of(const Task& task, const Example& example) {
  const Annotator* annotator = task.annotator();
  return annotator == nullptr ? Annotation{} : annotator->annotation(example);
}

std::optional<Counterfactual> counterfactual_of(const Task& task, const Example& example,
                                                base::Random& random) {
  const Annotator* annotator = task.annotator();
  return annotator == nullptr ? std::nullopt : annotator->counterfactual(example, random);
}

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
