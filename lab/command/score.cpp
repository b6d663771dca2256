#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "base/error.h"
#include "base/machine.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/store/run_folder.h"
#include "lab/train/memory.h"
#include "lab/train/scoring.h"
#include "lab/train/shown_scores.h"
#include "lab/train/trained_run.h"

namespace lab::command {
namespace {

/// What the run's spec wants scored, changed as the options say.
spec::ScoreSpec wanted_score(const Arguments& arguments, spec::ScoreSpec score) {
  score.examples = static_cast<int>(whole(arguments, "examples", 1, 10'000'000, score.examples));
  if (has(arguments, "pool")) {
    score.pools.clear();
    for (const std::string& pool : texts(arguments, "pool")) score.pools.push_back(pool_in(pool));
  }
  if (has(arguments, "difficulty")) {
    score.difficulties = numbers_of(text(arguments, "difficulty", ""), "--difficulty");
    score.hints = false;
  }
  return score;
}

/// A pool that was asked for has something to ask.
void require_asked(const Arguments& arguments, const std::vector<train::QuestionSet>& sets,
                   std::size_t part, const train::Mixture& mixture) {
  for (const std::string& pool : texts(arguments, "pool")) {
    const bool some = std::ranges::any_of(sets, [&](const train::QuestionSet& set) {
      return set.part == part && set.pool == pool_in(pool);
    });
    if (some) continue;
    throw base::Error(fmt::format("--pool: {} has no question in pool {} at the difficulties asked",
                                  mixture.part(part).name, pool),
                      base::ExitCode::wrong_usage);
  }
  if (!sets.empty()) return;
  throw base::Error("no pool that the spec scores has a question at the difficulties asked",
                    base::ExitCode::wrong_usage);
}

std::vector<train::QuestionSet> wanted_questions(const Arguments& arguments,
                                                 const train::Lesson& lesson, int threads) {
  const spec::ScoreSpec& wanted = lesson.spec.score;
  const bool one_task = has(arguments, "task");
  const std::size_t part = one_task ? lesson.mixture.index_of(text(arguments, "task", "")) : 0;
  train::require_memory(train::memory_to_score(lesson, part, threads), base::ExitCode::wrong_usage);
  const std::vector<train::QuestionSet> sets =
      one_task ? train::questions_of(lesson, part, wanted.pools, wanted.difficulties)
               : train::questions_to_score(lesson);
  require_asked(arguments, sets, part, lesson.mixture);
  return sets;
}

base::ExitCode run(const Arguments& arguments) {
  const int threads = threads_of(arguments, base::available_cores());
  train::TrainedRun run = train::open_run(
      store::find_run(store_of(arguments), word(arguments, "run", "a RUN")), threads);
  train::Lesson& lesson = run.lesson;
  lesson.spec.score = wanted_score(arguments, lesson.spec.score);
  std::vector<store::Score> scores;
  for (const train::QuestionSet& set : wanted_questions(arguments, lesson, threads)) {
    const auto of_set = train::score(set, lesson, run.learner, run.learned);
    scores.insert(scores.end(), of_set.begin(), of_set.end());
  }
  std::cout << (flag(arguments, "json") ? train::json_scores(scores, lesson.spec)
                                        : base::tsv(train::shown_scores(scores, lesson.spec)));
  return base::ExitCode::done;
}

}  // namespace

Command score_command() {
  Command command{
      "score",
      "RUN [--pool P]... [--difficulty A:B:STEP] [--examples N] [--task NAME] [--json]",
      "exact match with its interval, by pool and difficulty",
      "RUN is a fingerprint, the beginning of one, or a run's folder. What is not given is as in\n"
      "the run's spec. No question is asked twice; `different` of those asked are different\n"
      "up to the task's symmetry. low and high: 95 % Wilson interval over these. What is\n"
      "reached without having learned: chance (of one), frequent and constant (of those asked,\n"
      "by the most frequent answer in training and by the best constant one). On one value of a\n"
      "facet constant is the share of all questions that the best constant answer solves, and the\n"
      "only one that counts, for guessers do not know the value; facet_constant is the best for "
      "it.",
      {"lab score 3f --difficulty 10:50:10",
       "lab score 3f --pool train --pool test --examples 1000"},
      {{"run", {Completion::runs}}},
      run};
  auto add = command.options.add_options();
  add("pool", many_values(), "see `lab tasks NAME`; may be given again");
  add("difficulty", one_value(), "A, A,B,... or A:B:STEP, of the main task (or of --task)");
  add("examples", one_value(), "questions for each pool and difficulty");
  add("task", one_value(), "score this task of the run (a hint, for example)");
  add_store(command.options);
  add_threads(command.options, "at most this many (default: all cores)");
  add_json(command.options);
  return command;
}

}  // namespace lab::command
