#include "lab/probe/errors.h"

#include <algorithm>
#include <map>

#include "lab/train/answers.h"

namespace lab::probe {
namespace {

constexpr int more_tokens = 4;  // than a right answer: a doubled item is seen as one

/// How long an answer may get; where it has no end token, the model writes on to the last.
int room_for(const tasks::Task& task, const tasks::Example& example) {
  const bool ends = task.vocabulary().name(example.answer.back()) == tasks::end_token;
  return task.answer_limit(example.prompt) + (ends ? more_tokens : 0);
}

const std::string right = "right";

std::string right_with(const std::string& merit) {
  return merit.empty() ? right : right + ", " + merit;
}

std::vector<std::string> mistakes_of(const model::transformer::Transformer<float>& model,
                                     const train::Mixture& mixture, const ProbeQuestions& wanted,
                                     int threads) {
  const tasks::Task& task = mixture.task(wanted.part);
  const std::vector<tasks::Example> examples = probe_examples(mixture, wanted);
  std::vector<train::AskedPrompt> asked;
  for (const tasks::Example& example : examples) {
    const int limit = train::within_positions(room_for(task, example), example.prompt,
                                              model.config().max_positions);
    asked.push_back({example.prompt, limit});
  }
  const auto said = train::answers(mixture, wanted.part, asked, train::decoded_by(model, threads));
  std::vector<std::string> mistakes;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const std::string mistake = tasks::mistake_in(task, examples[i], said[i].own);
    const bool is_right = mistake.empty();
    mistakes.push_back(is_right ? right_with(tasks::merit_of(task, examples[i], said[i].own))
                                : mistake);
  }
  return mistakes;
}

/// What is right, then every kind of mistake there is, the commonest first.
std::vector<std::string> kinds_of(const std::vector<std::vector<std::string>>& mistakes) {
  std::map<std::string, int> counts;
  for (const auto& of_difficulty : mistakes) {
    for (const std::string& mistake : of_difficulty) ++counts[mistake];
  }
  const auto is_right = [](const std::string& kind) { return kind.starts_with(right); };
  std::vector<std::string> kinds;
  for (const auto& [kind, count] : counts) kinds.push_back(kind);
  if (std::ranges::none_of(kinds, is_right)) kinds.push_back(right);  // said, if it is none
  std::ranges::stable_sort(kinds, [&](const std::string& a, const std::string& b) {
    return std::pair(is_right(a), counts[a]) > std::pair(is_right(b), counts[b]);
  });
  return kinds;
}

}  // namespace

ProbeResult probe_errors(const model::transformer::Transformer<float>& model,
                         const train::Mixture& mixture, std::span<const ProbeQuestions> wanted,
                         int threads) {
  std::vector<std::vector<std::string>> mistakes;
  std::vector<std::string> columns;
  for (const ProbeQuestions& questions : wanted) {
    mistakes.push_back(mistakes_of(model, mixture, questions, threads));
    columns.push_back("difficulty " + std::to_string(questions.difficulty));
  }
  const std::vector<std::string> kinds = kinds_of(mistakes);
  ProbeGrid grid({{"share"}, kinds, columns, {}, {"share"}});
  for (std::size_t column = 0; column < columns.size(); ++column) {
    for (const std::string& mistake : mistakes[column]) {
      for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        grid.add(0, kind, column, mistake == kinds[kind] ? 1 : 0);
      }
      grid.end_question();
    }
  }
  ProbeResult result = grid.result();
  result.drawn = {"share"};
  result.shares = true;
  return result;
}

}  // namespace lab::probe
