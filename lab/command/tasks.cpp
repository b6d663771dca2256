#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/names.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/spec/reference/task_text.h"
#include "tasks/catalog/catalog.h"
#include "tasks/easy.h"
#include "tasks/emptiness.h"
#include "tasks/pool.h"

namespace lab::command {
namespace {

using Json = nlohmann::ordered_json;

/// The task of no catalog, whose questions are the user's.
constexpr std::string_view own_questions = "file";

using Entries = std::vector<tasks::catalog::CatalogEntry>;

/// What specs call the tasks of an entry: "list_hint".
std::string spec_word_of(const tasks::catalog::CatalogEntry& entry) {
  return std::visit([](const auto& config) { return std::string(kind_name(config)); },
                    entry.config);
}

/// The task of this name, or all that specs have by this word.
Entries entries_named(const std::string& name) {
  std::vector<std::string> names{std::string(own_questions)};
  Entries by_word;
  for (const tasks::catalog::CatalogEntry& entry : tasks::catalog::catalog()) {
    if (entry.name == name) return {entry};
    if (spec_word_of(entry) == name) by_word.push_back(entry);
    names.push_back(entry.name);
    names.push_back(spec_word_of(entry));
  }
  if (!by_word.empty()) return by_word;
  const std::string reason =
      name == own_questions
          ? "`file` asks what its lines say: `lab docs spec task.file`"
          : "no task `" + name + "`" + base::did_you_mean(name, names) + "; `lab tasks` lists them";
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
            << fmt::format("in a spec     {}\n", spec::reference::task_text(entry.config))
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
          {"spec", spec::reference::task_text(entry.config)},
          {"vocabulary", task->vocabulary().names()},
          {"difficulty", {task->difficulties().low, task->difficulties().high}},
          {"pools", json_of_pools(*task)},
          {"fragments", json_of_fragments(*task)}};
}

void print_json(const Entries& entries) {
  Json all = Json::array();
  for (const auto& entry : entries) all.push_back(json_of(entry));
  std::cout << all.dump(2) << '\n';
}

void list(const Entries& entries) {
  for (const auto& entry : entries) {
    std::cout << fmt::format("{:20} {}\n", entry.name, entry.summary);
  }
}

base::ExitCode run(const Arguments& arguments) {
  const bool all = !has(arguments, "name");
  const Entries entries =
      all ? tasks::catalog::catalog() : entries_named(text(arguments, "name", ""));
  if (flag(arguments, "json")) {
    print_json(entries);
  } else if (entries.size() == 1) {
    show(entries.front());
  } else {
    list(entries);
    if (all) {
      std::cout << fmt::format("{:20} {}\n", own_questions,
                               "questions of your own, JSON lines: `lab docs spec task.file`");
    }
  }
  return base::ExitCode::done;
}

}  // namespace

Command tasks_command() {
  Command command{"tasks",
                  "[NAME] [--json]",
                  "what can be learned; with NAME: format, vocabulary, one example of each pool",
                  "NAME is one of the list, and what specs call it (list_hint) names all of that "
                  "kind. What a\nspec says to have the task is shown with it.",
                  {"lab tasks", "lab tasks sorting"},
                  {{"name", {Completion::tasks}}},
                  run};
  add_json(command.options);
  return command;
}

}  // namespace lab::command
