#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/names.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "tasks/catalog/catalog.h"
#include "tasks/easy.h"
#include "tasks/emptiness.h"
#include "tasks/pool.h"

namespace lab::command {
namespace {

using Json = nlohmann::ordered_json;

/// The task of no catalog, whose questions are the user's.
constexpr std::string_view own_questions = "file";

const tasks::catalog::CatalogEntry& entry_named(const std::string& name) {
  std::vector<std::string> names;
  for (const tasks::catalog::CatalogEntry& entry : tasks::catalog::catalog()) {
    if (entry.name == name) return entry;
    names.push_back(entry.name);
  }
  const std::string reason = name == own_questions
                                 ? "`file` asks what its lines say: `lab docs spec task.file`"
                                 : "no task `" + name + "`" + base::did_you_mean(name, names);
  throw base::Error(reason, base::ExitCode::wrong_usage);
}

std::string vocabulary_text(const tasks::Vocabulary& vocabulary) {
  constexpr std::size_t shown = 12;
  std::string text = fmt::format("{} tokens:", vocabulary.size());
  for (std::size_t i = 0; i < std::min(shown, vocabulary.names().size()); ++i) {
    text += " " + vocabulary.names()[i];
  }
  return vocabulary.names().size() > shown ? text + " ..." : text;
}

/// "test", or "type_0: 1872" of a finite pool.
std::string pool_label(const tasks::Task& task, tasks::Pool pool, int difficulty) {
  const auto size = tasks::pool_size(task, pool, difficulty);
  return size ? fmt::format("{}: {}", tasks::name(pool), *size) : std::string(tasks::name(pool));
}

std::string pool_example(const tasks::Task& task, tasks::Pool pool, int difficulty) {
  if (!tasks::has_question(task, pool, difficulty)) return "(empty)";
  const tasks::Example example = tasks::example_at(task, pool, difficulty, 0, 0);
  return task.vocabulary().text(example.prompt) + " -> " + task.vocabulary().text(example.answer);
}

void show(const tasks::catalog::CatalogEntry& entry) {
  const auto task = tasks::catalog::make_task(entry.config);
  const int difficulty = tasks::easy_difficulty(*task);
  std::cout << fmt::format("{}: {}\n\n{}\n\n", entry.name, entry.summary, entry.format)
            << fmt::format("vocabulary    {}\n", vocabulary_text(task->vocabulary()))
            << fmt::format("difficulty    {} to {}\n", task->difficulties().low,
                           task->difficulties().high)
            << fmt::format("chance        {:.3g} at difficulty {}\n", task->chance(difficulty),
                           difficulty);
  for (const tasks::Pool pool : tasks::pools_of(*task)) {
    std::cout << fmt::format("{:13} {}\n", pool_label(*task, pool, difficulty),
                             pool_example(*task, pool, difficulty));
  }
  std::cout << "\npieces of its questions, for `coverage` and facets unseen_...\n";
  for (const tasks::FragmentKind& kind : task->fragments()->kinds()) {
    std::cout << fmt::format("{:13} {}\n", kind.name, kind.meaning);
  }
}

Json json_of_fragments(const tasks::Task& task) {
  Json kinds = Json::array();
  for (const tasks::FragmentKind& kind : task.fragments()->kinds()) {
    kinds.push_back({{"name", kind.name}, {"meaning", kind.meaning}});
  }
  return kinds;
}

/// Of each pool its name and its size at an easy difficulty, null if it is endless.
Json json_of_pools(const tasks::Task& task) {
  Json pools = Json::array();
  for (const tasks::Pool pool : tasks::pools_of(task)) {
    const auto size = tasks::pool_size(task, pool, tasks::easy_difficulty(task));
    pools.push_back({{"name", tasks::name(pool)}, {"size", size ? Json(*size) : Json()}});
  }
  return pools;
}

Json json_of(const tasks::catalog::CatalogEntry& entry) {
  const auto task = tasks::catalog::make_task(entry.config);
  return {{"name", entry.name},
          {"summary", entry.summary},
          {"format", entry.format},
          {"vocabulary", task->vocabulary().names()},
          {"difficulty", {task->difficulties().low, task->difficulties().high}},
          {"pools", json_of_pools(*task)},
          {"fragments", json_of_fragments(*task)}};
}

base::ExitCode run(const Arguments& arguments) {
  const bool one = has(arguments, "name");
  if (flag(arguments, "json")) {
    Json all = Json::array();
    if (one) all.push_back(json_of(entry_named(text(arguments, "name", ""))));
    for (const auto& entry : tasks::catalog::catalog()) {
      if (!one) all.push_back(json_of(entry));
    }
    std::cout << all.dump(2) << '\n';
  } else if (one) {
    show(entry_named(text(arguments, "name", "")));
  } else {
    for (const auto& entry : tasks::catalog::catalog()) {
      std::cout << fmt::format("{:20} {}\n", entry.name, entry.summary);
    }
    std::cout << fmt::format("{:20} {}\n", own_questions,
                             "questions of your own, JSON lines: `lab docs spec task.file`");
  }
  return base::ExitCode::done;
}

}  // namespace

Command tasks_command() {
  Command command{"tasks",
                  "[NAME] [--json]",
                  "what can be learned; with NAME: format, vocabulary, one example of each pool",
                  "",
                  {"lab tasks", "lab tasks sorting"},
                  {{"name", {Completion::tasks}}},
                  run};
  add_json(command.options);
  return command;
}

}  // namespace lab::command
