#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "base/error.h"
#include "base/machine.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/exchange/own_questions.h"
#include "lab/questions/files.h"
#include "lab/store/run_folder.h"
#include "lab/train/memory.h"
#include "lab/train/scoring.h"
#include "lab/train/shown_scores.h"
#include "lab/train/trained_run.h"
#include "tasks/pool.h"

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

/// Questions of the user's own, as the last part of the run's lesson.
std::vector<train::QuestionSet> own_questions(const Arguments& arguments, train::Lesson* lesson,
                                              int threads) {
  refuse(arguments, {"task"}, "goes without --questions, which are a task of their own");
  tasks::file::FileConfig file;
  file.path = text(arguments, "questions", "");
  file.only = text(arguments, "only", "");
  if (flag(arguments, "characters")) file.tokens = tasks::file::TextTokens::characters;
  questions::read_files({}, &file, tasks::Pool::test);
  *lesson = exchange::with_questions(std::move(*lesson), file, "questions");
  const std::size_t part = lesson->mixture.size() - 1;
  const tasks::Task& task = lesson->mixture.task(part);
  spec::ScoreSpec& wanted = lesson->spec.score;
  const auto pools = tasks::pools_of(task);
  if (!has(arguments, "pool")) wanted.pools.assign(pools.begin(), pools.end());
  if (!has(arguments, "examples")) wanted.examples = static_cast<int>(file.questions->size());
  if (!has(arguments, "difficulty")) {
    wanted.difficulties.clear();
    for (int d = task.difficulties().low; d <= task.difficulties().high; ++d) {
      if (task.finite_pools()->longest_text(d)->tokens > 0) wanted.difficulties.push_back(d);
    }
  }
  train::require_memory(train::memory_to_score(*lesson, part, threads),
                        base::ExitCode::wrong_usage);
  const std::int64_t trained = exchange::trained_questions(*lesson);
  if (trained > 0) {
    std::cerr << fmt::format("warning: {} of the {} questions are among those trained on\n",
                             trained, file.questions->size());
  }
  return train::questions_of(*lesson, part, wanted.pools, wanted.difficulties);
}

base::ExitCode run(const Arguments& arguments) {
  const int threads = threads_of(arguments, base::available_cores());
  train::TrainedRun run = train::open_run(
      store::find_run(store_of(arguments), word(arguments, "run", "a RUN")), threads);
  train::Lesson& lesson = run.lesson;
  lesson.spec.score = wanted_score(arguments, lesson.spec.score);
  if (!has(arguments, "questions")) {
    refuse(arguments, {"only", "characters"}, "says how --questions are read, and there are none");
  }
  const auto sets = has(arguments, "questions") ? own_questions(arguments, &lesson, threads)
                                                : wanted_questions(arguments, lesson, threads);
  std::vector<store::Score> scores;
  for (const train::QuestionSet& set : sets) {
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
      "RUN [--pool P]... [--difficulty A:B:STEP] [--examples N] [--task NAME | --questions FILE]\n"
      "[--json]",
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
       "lab score 3f --pool train --pool test --examples 1000",
       "lab score 3f --questions pairs.jsonl"},
      {{"run", {Completion::runs}}},
      run};
  auto add = command.options.add_options();
  add("pool", many_values(), "see `lab tasks NAME`; may be given again");
  add("difficulty", one_value(), "A, A,B,... or A:B:STEP, of the main task (or of --task)");
  add("examples", one_value(), "questions for each pool and difficulty");
  add("task", one_value(), "score this task of the run (a hint, for example)");
  add("questions", one_value(), "ask all of this file, JSON lines as in `lab docs spec task.file`");
  add("only", one_value(), "of a file with several tasks, the lines that have this one");
  add("characters", boost::program_options::bool_switch(), "the file's tokens are its letters");
  add_store(command.options);
  add_threads(command.options, "at most this many (default: all cores)");
  add_json(command.options);
  return command;
}

}  // namespace lab::command
