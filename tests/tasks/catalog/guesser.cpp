#include "tests/tasks/catalog/guesser.h"

#include <algorithm>
#include <map>
#include <vector>

namespace tests {
namespace {

using tasks::Example;
using tasks::Task;
using tasks::Token;
using Tokens = std::vector<Token>;

tasks::Example question(const tasks::Task& task, int difficulty, const char* stream,
                        std::int64_t index) {
  base::Random random(13, stream, static_cast<std::uint64_t>(index));
  return task.sample(difficulty, random);
}

/// "h0", "h1", ...
bool is_mark(const std::string& word) {
  return word.size() >= 2 && word[0] == 'h' && '0' <= word[1] && word[1] <= '9';
}

/// What the guesser sees of a question.
Tokens clue_of(const tasks::Task& task, const tasks::Example& example) {
  const tasks::Vocabulary& words = task.vocabulary();
  const Tokens& prompt = example.prompt;
  Tokens clue(std::ranges::find(prompt, words.id("=")) + 1, prompt.end());
  if (words.contains("_")) {
    const auto missing = std::ranges::count(clue, words.id("_"));
    if (missing > 0) clue = {static_cast<Token>(missing)};
  }
  if (is_mark(words.name(prompt[1]))) clue.push_back(prompt[1]);
  return clue;
}

Tokens most_frequent(const std::map<Tokens, int>& answers) {
  const auto count = &std::map<Tokens, int>::value_type::second;
  return std::ranges::max_element(answers, {}, count)->first;
}

/// Of each clue the most frequent answer.
std::map<Tokens, Tokens> learned(const tasks::Task& task, int difficulty, std::int64_t questions) {
  std::map<Tokens, std::map<Tokens, int>> answers;
  for (std::int64_t i = 0; i < questions; ++i) {
    const tasks::Example example = question(task, difficulty, "to learn from", i);
    ++answers[clue_of(task, example)][example.answer];
  }
  std::map<Tokens, Tokens> best;
  for (const auto& [clue, of_clue] : answers) best[clue] = most_frequent(of_clue);
  return best;
}

}  // namespace

Guesses guesses(const tasks::Task& task, int difficulty, std::int64_t questions) {
  const std::map<Tokens, Tokens> best = learned(task, difficulty, questions);
  Guesses result;
  for (std::int64_t i = 0; i < questions; ++i) {
    const tasks::Example example = question(task, difficulty, "to guess at", i);
    const auto guess = best.find(clue_of(task, example));
    const bool solved = guess != best.end() && task.solves(example.prompt, guess->second);
    result.solved += solved ? 1 : 0;
    ++result.asked;
  }
  return result;
}

}  // namespace tests
