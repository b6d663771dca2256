#include "tasks/fragments.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "base/error.h"
#include "tasks/catalog/catalog.h"
#include "tests/pieces.h"

namespace tasks {
namespace {

/// Some questions of a task at a few difficulties.
std::vector<Example> questions_of(const Task& task) {
  std::vector<Example> questions;
  const auto [low, high] = task.difficulties();
  for (const int wanted : {low, low + 1, 4, 6, 9}) {
    const int difficulty = std::clamp(wanted, low, high);
    for (std::uint64_t i = 0; i < 60; ++i) {
      base::Random random(3, base::concat("fragments ", wanted), i);
      questions.push_back(task.sample(difficulty, random));
    }
  }
  return questions;
}

template <typename Visit>
void for_each_kind(const Visit& visit) {
  for (const catalog::CatalogEntry& entry : catalog::catalog()) {
    const auto task = catalog::make_task(entry.config);
    REQUIRE(task->fragments() != nullptr);
    for (std::size_t kind = 0; kind < task->fragments()->kinds().size(); ++kind) {
      DYNAMIC_SECTION(entry.name << ' ' << task->fragments()->kinds()[kind].name) {
        visit(*task, kind);
      }
    }
  }
}

}  // namespace

TEST_CASE("the pieces of a question are those that its prompt shows") {
  int by_words = 0;
  for_each_kind([&](const Task& task, std::size_t kind) {
    const Fragments& fragments = *task.fragments();
    for (const Example& question : questions_of(task)) {
      const auto wanted =
          tests::pieces_in(fragments.kinds()[kind].name, task.vocabulary().text(question.prompt));
      if (!wanted) continue;
      std::multiset<std::string> found;
      for (const Fragment one : fragments.in(kind, question.prompt)) {
        found.insert(fragments.text(kind, one));
      }
      INFO(task.vocabulary().text(question.prompt));
      CHECK(found == *wanted);
      ++by_words;
    }
  });
}

TEST_CASE("what pieces a task says there may be are all that its questions have, each once") {
  for_each_kind([](const Task& task, std::size_t kind) {
    const Fragments& fragments = *task.fragments();
    const Range some{task.difficulties().low, std::min(9, task.difficulties().high)};
    const Range hard{task.difficulties().low, std::max(some.low, some.high)};
    const auto possible = fragments.possible(kind, hard);
    if (!possible) return;
    CHECK(std::ranges::is_sorted(*possible));
    CHECK(std::ranges::adjacent_find(*possible) == possible->end());
    std::set<std::string> texts;
    for (const Fragment one : *possible) texts.insert(fragments.text(kind, one));
    CHECK(texts.size() == possible->size());
    for (const Example& question : questions_of(task)) {
      for (const Fragment one : fragments.in(kind, question.prompt)) {
        INFO(fragments.text(kind, one));
        CHECK(std::ranges::binary_search(*possible, one));
      }
    }
  });
}

TEST_CASE("a piece that has tokens is in no question without them") {
  for_each_kind([](const Task& task, std::size_t kind) {
    const Fragments& fragments = *task.fragments();
    for (const Example& question : questions_of(task)) {
      const std::string text = " " + task.vocabulary().text(question.prompt) + " " +
                               task.vocabulary().text(question.answer) + " ";
      for (const Fragment one : fragments.in(kind, question.prompt)) {
        for (const Token token : fragments.tokens(kind, one)) {
          INFO(fragments.text(kind, one) << " in" << text);
          CHECK(text.find(" " + task.vocabulary().name(token) + " ") != std::string::npos);
        }
      }
    }
  });
}

TEST_CASE("the same question has the same pieces, however it is asked") {
  for_each_kind([](const Task& task, std::size_t kind) {
    std::map<std::uint64_t, std::multiset<Fragment>> known;
    const int difficulty = std::clamp(2, task.difficulties().low, task.difficulties().high);
    for (std::uint64_t i = 0; i < 2000; ++i) {
      base::Random random(4, "same", i);
      const Example question = task.sample(difficulty, random);
      const auto all = task.fragments()->in(kind, question.prompt);
      const std::multiset<Fragment> fragments(all.begin(), all.end());
      const auto [at, is_new] = known.emplace(task.question_key(question.prompt), fragments);
      INFO(task.vocabulary().text(question.prompt));
      if (!is_new) CHECK(at->second == fragments);
    }
  });
}

}  // namespace tasks
