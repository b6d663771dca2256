#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/error.h"
#include "base/names.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/exchange/example_json.h"
#include "lab/train/training_data.h"
#include "tasks/different.h"

namespace lab::command {
namespace {

struct Sample {
  const tasks::Task* task = nullptr;  ///< borrowed from whoever made the sample
  std::string label;                  ///< the task's name in the mixture
  tasks::Pool pool = tasks::Pool::train;
  tasks::Example example;  ///< the task's own tokens
};

void print(const Sample& sample, bool as_json) {
  if (as_json) {
    std::cout << exchange::json_of(*sample.task, sample.label, sample.pool, sample.example).dump()
              << '\n';
  } else {
    const tasks::Vocabulary& vocabulary = sample.task->vocabulary();
    std::cout << sample.label << '\t' << tasks::name(sample.pool) << '\t'
              << sample.example.difficulty << '\t' << vocabulary.text(sample.example.prompt) << '\t'
              << vocabulary.text(sample.example.answer) << '\n';
  }
}

/// What the options ask for; difficulty: the hardest trained on, or the whole training mixture.
struct Wanted {
  tasks::Pool pool = tasks::Pool::train;
  std::optional<int> difficulty;
  std::int64_t count = 0;
  std::optional<std::uint64_t> seed;
  bool as_json = false;
};

void sample_task(const tasks::Task& task, const std::string& label, int difficulty,
                 std::uint64_t seed, const Wanted& wanted) {
  tasks::DifferentExamples examples(task, wanted.pool, difficulty, seed);
  for (std::int64_t i = 0; i < wanted.count; ++i) {
    const std::optional<tasks::Example> example = examples.next();
    if (!example) break;
    print({&task, label, wanted.pool, *example}, wanted.as_json);
  }
}

/// The first examples that the run is trained on.
void sample_training(const train::Lesson& lesson, const Wanted& wanted) {
  for (std::int64_t i = 0; i < wanted.count; ++i) {
    const auto index = static_cast<std::uint64_t>(i);
    const train::Draw draw = train::training_draw(lesson, index);
    const tasks::Task& task = lesson.mixture.task(draw.part);
    print({&task, lesson.mixture.part(draw.part).name, tasks::Pool::train,
           tasks::example_at(task, tasks::Pool::train, draw.difficulty, lesson.spec.data_seed,
                             index)},
          wanted.as_json);
  }
}

void sample_spec(const train::Lesson& lesson, const Arguments& arguments, const Wanted& wanted) {
  const bool one_task = has(arguments, "task");
  if (!one_task && !wanted.difficulty && wanted.pool == tasks::Pool::train) {
    sample_training(lesson, wanted);
    return;
  }
  const train::Mixture& mixture = lesson.mixture;
  const std::size_t part = one_task ? mixture.index_of(text(arguments, "task", "")) : 0;
  const bool trained = wanted.pool == tasks::Pool::train;
  const std::uint64_t seed = trained ? lesson.spec.data_seed : lesson.spec.score_seed;
  sample_task(mixture.task(part), mixture.part(part).name,
              wanted.difficulty.value_or(mixture.part(part).difficulty.high),
              wanted.seed.value_or(seed), wanted);
}

/// The lesson of a spec, with the data seed that is wanted.
train::Lesson wanted_lesson(const std::filesystem::path& file, const Arguments& arguments,
                            const Wanted& wanted) {
  train::Lesson lesson = train::lesson_of(spec::read_spec(file, texts(arguments, "set")));
  lesson.spec.data_seed = wanted.seed.value_or(lesson.spec.data_seed);
  return lesson;
}

const tasks::catalog::CatalogEntry* catalog_entry(const std::string& name) {
  for (const tasks::catalog::CatalogEntry& entry : tasks::catalog::catalog()) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

/// `what`, if there is such a file; a word that is neither a file nor a task is a mistyped task.
std::filesystem::path spec_file(const std::string& what) {
  std::error_code ignored;
  std::vector<std::string> names;
  for (const tasks::catalog::CatalogEntry& entry : tasks::catalog::catalog())
    names.push_back(entry.name);
  if (std::filesystem::exists(what, ignored)) return what;
  throw base::Error("no task and no file `" + what + "`" + base::did_you_mean(what, names),
                    base::ExitCode::wrong_usage);
}

base::ExitCode run(const Arguments& arguments) {
  const std::string what = word(arguments, "what", "a SPEC file or the name of a TASK");
  Wanted wanted{pool_in(text(arguments, "pool", "train")), std::nullopt,
                whole(arguments, "number", 1, 100'000'000, 5), std::nullopt,
                flag(arguments, "json")};
  if (has(arguments, "difficulty")) {
    wanted.difficulty = static_cast<int>(whole(arguments, "difficulty", 1, 1'000'000, 1));
  }
  if (has(arguments, "seed")) {
    wanted.seed = static_cast<std::uint64_t>(whole(arguments, "seed", 0, INT64_MAX, 0));
  }
  const tasks::catalog::CatalogEntry* entry = catalog_entry(what);
  const std::string header = wanted.as_json ? "" : "task\tpool\tdifficulty\tprompt\tanswer\n";
  if (entry == nullptr) {
    const train::Lesson lesson = wanted_lesson(spec_file(what), arguments, wanted);
    std::cout << header;
    sample_spec(lesson, arguments, wanted);
    return base::ExitCode::done;
  }
  if (has(arguments, "set") || has(arguments, "task")) {
    throw base::Error("--set and --task go with a SPEC, and `" + what + "` is a task",
                      base::ExitCode::wrong_usage);
  }
  std::cout << header;
  const auto task = tasks::catalog::make_task(entry->config);
  const int easy = std::min(std::max(5, task->difficulties().low), task->difficulties().high);
  sample_task(*task, what, wanted.difficulty.value_or(easy), wanted.seed.value_or(0), wanted);
  return base::ExitCode::done;
}

}  // namespace

Command sample_command() {
  Command command{
      "sample",
      "SPEC|TASK [--pool P] [--difficulty D] [-n N] [--json]",
      "read the data before training on it",
      "Of a SPEC, with neither pool nor difficulty: the first examples that its run is\n"
      "trained on, hints included, and repeated as they are. Else questions of a pool.",
      {"lab sample sorting -n 3", "lab sample parity --pool test --difficulty 12 --json"},
      {{"what", {Completion::tasks, Completion::files}}},
      run};
  auto add = command.options.add_options();
  add("pool", one_value(), "see `lab tasks NAME` (default: train)");
  add("difficulty", one_value(), "items, bits, ... (default: 5 for a TASK)");
  add("number,n", one_value(), "how many (default: 5); no question twice, at most all of a pool");
  add("seed", one_value(), "other examples of the same kind");
  add("task", one_value(), "of a SPEC's tasks, this one (a hint, for example)");
  add_set(command.options);
  add_json(command.options);
  return command;
}

}  // namespace lab::command
