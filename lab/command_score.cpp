#include <iostream>

#include "base/parallel.h"
#include "lab/command.h"
#include "lab/command_options.h"
#include "lab/run_folder.h"
#include "lab/score_table.h"
#include "lab/scoring.h"
#include "lab/trained_run.h"

namespace lab {
namespace {

/// The spec's questions, changed as the options say.
std::vector<QuestionSet> wanted_questions(const Arguments& arguments, const TrainedRun& run) {
  RunSpec spec = run.spec;
  spec.score.examples =
      static_cast<int>(whole(arguments, "examples", 1, 10'000'000, spec.score.examples));
  if (has(arguments, "pool")) {
    spec.score.pools.clear();
    for (const std::string& pool : texts(arguments, "pool")) {
      spec.score.pools.push_back(pool_in(pool));
    }
  }
  if (has(arguments, "difficulty")) {
    spec.score.difficulties = numbers_of(text(arguments, "difficulty", ""), "--difficulty");
  }
  if (!has(arguments, "task")) {
    if (has(arguments, "difficulty")) spec.score.hints = false;
    return questions_to_score(spec, run.mixture);
  }
  std::vector<QuestionSet> sets;
  const std::size_t part = run.mixture.index_of(text(arguments, "task", ""));
  for (const tasks::Pool pool : spec.score.pools) {
    for (const int difficulty : spec.score.difficulties) {
      sets.push_back(
          question_set(run.mixture, part, pool, difficulty, spec.score.examples, spec.score_seed));
    }
  }
  return sets;
}

int run(const Arguments& arguments) {
  TrainedRun run = open_run(find_run(store_of(arguments), word(arguments, "run", "a RUN")),
                            threads_of(arguments, base::available_cores()));
  std::vector<Score> scores;
  for (const QuestionSet& set : wanted_questions(arguments, run)) {
    const auto of_set = score(set, run.spec, run.mixture, run.learner, run.learned);
    scores.insert(scores.end(), of_set.begin(), of_set.end());
  }
  std::cout << (flag(arguments, "json") ? json_scores(scores, run.mixture)
                                        : base::tsv(shown_scores(scores, run.mixture)));
  return 0;
}

}  // namespace

Command score_command() {
  Command command{
      "score",
      "RUN [--pool P]... [--difficulty A:B:STEP] [--examples N] [--task NAME] [--json]",
      "exact match with its interval, by pool and difficulty",
      "RUN is a fingerprint, the beginning of one, or a run's folder. What is not given is as in\n"
      "the run's spec. low and high: 95 % Wilson interval; chance: what guessing reaches.",
      {"lab score 3f --difficulty 10:50:10",
       "lab score 3f --pool train --pool test --examples 1000"},
      {},
      {},
      run};
  auto add = command.options.add_options();
  add("run", one_value());
  add("pool", many_values(), "see `lab tasks NAME`; may be given again");
  add("difficulty", one_value(), "A, A,B,... or A:B:STEP, of the main task (or of --task)");
  add("examples", one_value(), "questions for each pool and difficulty");
  add("task", one_value(), "score this task of the run (a hint, for example)");
  add_store(command.options);
  add_threads(command.options, "at most this many (default: all cores)");
  add_json(command.options);
  command.positionals.add("run", 1);
  return command;
}

}  // namespace lab
