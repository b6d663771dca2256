#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/error.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/probe/pass.h"
#include "lab/questions/prompt.h"
#include "lab/store/run_folder.h"
#include "lab/train/answers.h"
#include "lab/train/memory.h"
#include "lab/train/trained_run.h"
#include "model/arithmetic/choose_arithmetic.h"

namespace lab::command {
namespace {

using Json = nlohmann::ordered_json;

/// A question and its answer, as they are shown.
struct Shown {
  std::string prompt, answer;
  std::optional<bool> solved;  ///< nothing: no judge can tell
  std::vector<int> tokens;     ///< of both, in the run's vocabulary
};

std::vector<int> joined(std::vector<int> prompt, const std::vector<int>& answer) {
  prompt.insert(prompt.end(), answer.begin(), answer.end());
  return prompt;
}

Shown ask(train::TrainedRun& run, std::size_t part, const std::string& text) {
  const train::Mixture& mixture = run.lesson.mixture;
  const std::vector<tasks::Token> own = questions::prompt_in(text, mixture.task(part));
  const std::int64_t tokens = std::ssize(own) + mixture.task(part).answer_limit(own);
  train::require_memory(train::memory_to_answer(run.lesson, tokens, 1),
                        base::ExitCode::wrong_usage);
  const train::Answer answer =
      train::answer_to(own, mixture, part, train::decoded_by(run.learner, run.learned));
  const std::vector<int> prompt = mixture.joint().to_joint(part, own);
  const tasks::Vocabulary& words = mixture.joint().vocabulary();
  return {words.text(prompt), words.text(answer.joint),
          answer.judged ? std::optional(answer.solved) : std::nullopt,
          joined(prompt, answer.joint)};
}

/// {"tokens", "logits"}: the ids of prompt and answer but for the last token, which is only ever
/// predicted; and for each of them the V logits of what follows it.
Json logits_of(const train::TrainedRun& run, const std::vector<int>& prompt_and_answer) {
  train::require_memory(train::memory_to_read(run.lesson, std::ssize(prompt_and_answer), 1),
                        base::ExitCode::wrong_usage);
  model::transformer::Transformer<float> transformer(run.learner.config(),
                                                     model::arithmetic::choose_arithmetic());
  transformer.load(train::scored_weights(run.learned), 1);
  probe::ProbePass pass(transformer);
  const std::vector<int> tokens(prompt_and_answer.begin(), prompt_and_answer.end() - 1);
  pass.run(probe::batch_of(std::span(&tokens, 1)));
  Json rows = Json::array();
  const model::arithmetic::View<const float> logits = pass.logits();
  for (model::arithmetic::Index t = 0; t < logits.rows; ++t) {
    rows.push_back(std::vector<float>(logits.row(t), logits.row(t) + logits.cols));
  }
  return {{"tokens", tokens}, {"logits", std::move(rows)}};
}

Json json_of(const train::TrainedRun& run, std::size_t part, const Shown& answer) {
  return {{"task", run.lesson.mixture.part(part).name},
          {"prompt", answer.prompt},
          {"answer", answer.answer},
          {"solved", answer.solved ? Json(*answer.solved) : Json()}};
}

base::ExitCode run(const Arguments& arguments) {
  const std::string run_name = word(arguments, "run", "a RUN and a PROMPT");
  const std::string prompt = word(arguments, "prompt", "a PROMPT after the RUN");
  train::TrainedRun run = train::open_run(store::find_run(store_of(arguments), run_name), 1);
  const std::size_t part =
      has(arguments, "task") ? run.lesson.mixture.index_of(text(arguments, "task", "")) : 0;
  const Shown answer = ask(run, part, prompt);
  const char* verdict = !answer.solved   ? "cannot tell: the file does not ask this"
                        : *answer.solved ? "right"
                                         : "wrong";
  if (flag(arguments, "json") || flag(arguments, "logits")) {
    Json object = json_of(run, part, answer);
    if (flag(arguments, "logits")) object.update(logits_of(run, answer.tokens));
    std::cout << object.dump() << '\n';
  } else {
    std::cout << "prompt  " << answer.prompt << "\nanswer  " << answer.answer << "\njudge   "
              << verdict << '\n';
  }
  return base::ExitCode::done;
}

}  // namespace

Command ask_command() {
  Command command{
      "ask",
      "RUN \"PROMPT\" [--task NAME] [--json] [--logits]",
      "ask a trained model; shows its answer and what the judge says",
      "The task's first token and the last \"=\" of the prompt may be left out, but of\n"
      "a file's questions nothing.",
      {"lab ask 3f \"3 1 2\"", "lab ask 3f \"3 1 2 = 2\" --task successor"},
      {{"run", {Completion::runs}}, {"prompt"}},
      run};
  auto add = command.options.add_options();
  add("task", one_value(), "ask this task of the run (a hint, for example)");
  add_store(command.options);
  add_json(command.options);
  add("logits", boost::program_options::bool_switch(),
      "write JSON with the tokens' ids and the logits after each");
  return command;
}

}  // namespace lab::command
