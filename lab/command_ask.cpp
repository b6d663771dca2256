#include <iostream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "lab/command.h"
#include "lab/command_options.h"
#include "lab/prompt.h"
#include "lab/run_folder.h"
#include "lab/scoring.h"
#include "lab/trained_run.h"

namespace lab {
namespace {

struct Answer {
  std::string prompt, answer;
  bool solved = false;
};

Answer ask(TrainedRun& run, std::size_t part, const std::string& text) {
  const tasks::Task& task = run.mixture.task(part);
  const tasks::JointVocabulary& joint = run.mixture.joint();
  const std::vector<tasks::Token> own = prompt_in(text, task);
  const std::vector<int> prompt = joint.joint(part, own);
  const int limit = task.answer_limit(own);
  const std::vector<int> answer =
      run.learner
          .decode(scored_weights(run.learned), std::span(&prompt, 1), std::span(&limit, 1),
                  joint.vocabulary().id(tasks::end_token))
          .front();
  return {joint.vocabulary().text(prompt), joint.vocabulary().text(answer),
          task.solves(own, joint.own(part, answer))};
}

int run(const Arguments& arguments) {
  const std::string run_name = word(arguments, "run", "a RUN and a PROMPT");
  const std::string prompt = word(arguments, "prompt", "a PROMPT after the RUN");
  TrainedRun run = open_run(find_run(store_of(arguments), run_name), 1);
  const std::size_t part =
      has(arguments, "task") ? run.mixture.index_of(text(arguments, "task", "")) : 0;
  const Answer answer = ask(run, part, prompt);
  const char* verdict = answer.solved ? "right" : "wrong";
  if (flag(arguments, "json")) {
    const nlohmann::ordered_json object{{"task", run.mixture.part(part).name},
                                        {"prompt", answer.prompt},
                                        {"answer", answer.answer},
                                        {"solved", answer.solved}};
    std::cout << object.dump() << '\n';
  } else {
    std::cout << "prompt  " << answer.prompt << "\nanswer  " << answer.answer << "\njudge   "
              << verdict << '\n';
  }
  return 0;
}

}  // namespace

Command ask_command() {
  Command command{"ask",
                  "RUN \"PROMPT\" [--task NAME] [--json]",
                  "ask a trained model; shows its answer and what the judge says",
                  "The task's first token and the last \"=\" of the prompt may be left out.",
                  {"lab ask 3f \"3 1 2\"", "lab ask 3f \"3 1 2 = 2\" --task successor"},
                  {},
                  {},
                  run};
  auto add = command.options.add_options();
  add("run", one_value());
  add("prompt", one_value());
  add("task", one_value(), "ask this task of the run (a hint, for example)");
  add_store(command.options);
  add_json(command.options);
  command.positionals.add("run", 1).add("prompt", 1);
  return command;
}

}  // namespace lab
