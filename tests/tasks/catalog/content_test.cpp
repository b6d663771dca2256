#include "tasks/content.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tasks/catalog/catalog.h"
#include "tasks/pool.h"

using tasks::catalog::CatalogEntry;
using tasks::catalog::TaskConfig;

namespace {

/// Questions small enough to come up in every task that can ask them: some hundred draws of each of
/// the first few difficulties.
std::vector<tasks::Example> small_questions(const tasks::Task& task) {
  std::vector<tasks::Example> questions;
  const auto [low, high] = task.difficulties();
  for (int difficulty = low; difficulty <= std::min(high, low + 4); ++difficulty) {
    base::Random random(1, "small questions", static_cast<std::uint64_t>(difficulty));
    for (int i = 0; i < 300; ++i) questions.push_back(task.sample(difficulty, random));
  }
  return questions;
}

/// With few values, so that questions meet.
TaskConfig small(TaskConfig config) {
  if (auto* lists = std::get_if<tasks::lists::SortingConfig>(&config)) lists->values = 6;
  if (auto* hint = std::get_if<tasks::lists::ListHintConfig>(&config)) hint->lists.values = 6;
  if (auto* copy = std::get_if<tasks::lists::CopyConfig>(&config)) copy->values = 6;
  if (auto* mode = std::get_if<tasks::lists::ModeConfig>(&config)) *mode = {.values = 6};
  if (auto* places = std::get_if<tasks::bits::BooleanAndConfig>(&config)) places->places = 5;
  if (auto* blocks = std::get_if<tasks::blocksworld::BlocksworldConfig>(&config))
    blocks->names = 30;
  return config;
}

/// The kinds of content whose order some of the tasks does not look at.
std::set<std::string> without_order(std::initializer_list<const tasks::Task*> all) {
  std::set<std::string> kinds;
  for (const tasks::Task* task : all) {
    const auto content = task->content(small_questions(*task).front().prompt);
    if (content.any_order) kinds.insert(content.kind);
  }
  return kinds;
}

std::uint64_t digest(const tasks::Task& task, const tasks::Example& question,
                     const std::set<std::string>& kinds) {
  const auto content = task.content(question.prompt);
  return tasks::digest_of(content, kinds.contains(content.kind));
}

/// Contents of both tasks, each with the keys it has.
std::map<std::uint64_t, std::set<std::uint64_t>> keys_of_contents(const tasks::Task& one,
                                                                  const tasks::Task& other) {
  const auto kinds = without_order({&one, &other});
  std::map<std::uint64_t, std::set<std::uint64_t>> keys;
  for (const tasks::Task* task : {&one, &other}) {
    for (const tasks::Example& question : small_questions(*task)) {
      keys[digest(*task, question, kinds)].insert(task->question_key(question.prompt));
    }
  }
  return keys;
}

/// How many contents the small questions of both have.
std::int64_t shared(const tasks::Task& one, const tasks::Task& other) {
  std::set<std::uint64_t> of_one;
  const auto kinds = without_order({&one, &other});
  for (const auto& question : small_questions(one)) of_one.insert(digest(one, question, kinds));
  const auto questions = small_questions(other);
  return std::ranges::count_if(questions, [&](const tasks::Example& question) {
    return of_one.contains(digest(other, question, kinds));
  });
}

}  // namespace

TEST_CASE("questions of equal content have one key, whichever two tasks ask them") {
  const auto& all = tasks::catalog::catalog();
  int met = 0;
  for (const CatalogEntry& first : all) {
    for (const CatalogEntry& second : all) {
      std::array<TaskConfig, 2> configs{small(first.config), small(second.config)};
      tasks::catalog::agree(configs);
      const auto one = tasks::catalog::make_task(configs[0]);
      const auto other = tasks::catalog::make_task(configs[1]);
      const auto keys = keys_of_contents(*one, *other);
      CAPTURE(first.name, second.name);
      CHECK(std::ranges::all_of(keys, [](const auto& entry) { return entry.second.size() == 1; }));
      met += shared(*one, *other) > 0 ? 1 : 0;
    }
  }
  CHECK(met >
        150);  // of 30 x 30 pairs, lists with lists, bits with bits: else nothing was compared
}

TEST_CASE("questions of one key have equal content") {
  for (const CatalogEntry& entry : tasks::catalog::catalog()) {
    const auto task = tasks::catalog::make_task(small(entry.config));
    const auto kinds = without_order({task.get()});
    std::map<std::uint64_t, std::set<std::uint64_t>> contents;
    for (const tasks::Example& question : small_questions(*task)) {
      contents[task->question_key(question.prompt)].insert(digest(*task, question, kinds));
    }
    CAPTURE(entry.name);
    CHECK(std::ranges::all_of(contents, [](const auto& one) { return one.second.size() == 1; }));
  }
}

TEST_CASE("a task alone keeps its own notion of what is the same") {
  const auto copy = tasks::catalog::make_task(tasks::lists::CopyConfig{});
  const auto key = [&](const tasks::Task& task, std::string_view prompt) {
    return task.question_key(task.vocabulary().tokens(prompt));
  };
  CHECK(key(*copy, "<copy> 1 2 =") != key(*copy, "<copy> 2 1 ="));
  std::array<TaskConfig, 2> configs{tasks::lists::CopyConfig{}, tasks::lists::SortingConfig{}};
  tasks::catalog::agree(configs);
  const auto beside_sorting = tasks::catalog::make_task(configs[0]);
  CHECK(key(*beside_sorting, "<copy> 1 2 =") == key(*beside_sorting, "<copy> 2 1 ="));
}
