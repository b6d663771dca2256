#include "tests/tasks/catalog/contract.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <set>

#include "base/error.h"
#include "base/parallel.h"
#include "tasks/pool.h"
#include "tests/tasks/catalog/contract_pools.h"
#include "tests/tasks/catalog/oracle.h"

namespace tests {
namespace {

using tasks::Example;
using tasks::Pool;
using tasks::Task;
using tasks::Token;
using Tokens = std::vector<Token>;

constexpr int int_max = std::numeric_limits<int>::max(), int_min = std::numeric_limits<int>::min();

tasks::Example question(const tasks::Task& task, int difficulty, std::uint64_t index) {
  base::Random random(7, "contract", index);
  return task.sample(difficulty, random);
}

bool same(const tasks::Example& a, const tasks::Example& b) {
  return a.prompt == b.prompt && a.answer == b.answer && a.difficulty == b.difficulty;
}

/// The vocabulary, and integers that are no token.
Tokens all_and_none(const tasks::Task& task) {
  Tokens tokens{-1, task.vocabulary().size(), int_max, int_min};
  for (Token token = 0; token < task.vocabulary().size(); ++token) tokens.push_back(token);
  return tokens;
}

/// Every answer that differs from `answer` by one token changed, one left out, one put in, or two
/// neighbours swapped.
std::vector<Tokens> neighbours(const Tokens& answer, const Tokens& replacements) {
  std::vector<Tokens> result;
  for (std::ptrdiff_t i = 0; i <= std::ssize(answer); ++i) {
    for (const Token token : replacements) {
      result.push_back(answer);
      result.back().insert(result.back().begin() + i, token);
      if (i == std::ssize(answer)) continue;
      result.push_back(answer);
      result.back()[static_cast<std::size_t>(i)] = token;
    }
    if (i == std::ssize(answer)) continue;
    result.push_back(answer);
    result.back().erase(result.back().begin() + i);
    if (i == 0) continue;
    result.push_back(answer);
    std::iter_swap(result.back().begin() + i - 1, result.back().begin() + i);
  }
  return result;
}

void check_is_pure(const tasks::Task& task, int difficulty) {
  const tasks::Example once = question(task, difficulty, 3), again = question(task, difficulty, 3);
  CHECK(same(once, again));
  CHECK(same(tasks::example_at(task, tasks::Pool::train, difficulty, 5, 9),
             tasks::example_at(task, tasks::Pool::train, difficulty, 5, 9)));
  CHECK(task.question_key(once.prompt) == task.question_key(again.prompt));
}

void check_form(const tasks::Task& task, const tasks::Example& example) {
  const tasks::Vocabulary& words = task.vocabulary();
  CHECK(words.tokens(words.text(example.prompt)) == example.prompt);
  CHECK(words.tokens(words.text(example.answer)) == example.answer);
  CHECK(words.name(example.prompt.front()).front() == '<');
  CHECK(std::ranges::count(example.prompt, words.id("=")) == 1);
  REQUIRE_FALSE(example.answer.empty());
  const auto ends = std::ranges::count(example.answer, words.id(tasks::end_token));
  CHECK(ends <= 1);
  if (ends == 1) CHECK(example.answer.back() == words.id(tasks::end_token));
  if (task.name() != "identity_successor") CHECK(ends == 1);
  CHECK(std::ssize(example.answer) <= task.answer_limit(example.prompt));
}

void check_judge(const tasks::Task& task, const tasks::Example& example) {
  const tasks::Vocabulary& words = task.vocabulary();
  const std::string prompt = words.text(example.prompt);
  const std::string right = tasks::has_unique_answers(task) ? right_answer(task.name(), prompt)
                                                            : words.text(example.answer);
  CHECK(words.text(example.answer) == right);
  CHECK(is_right(task.name(), prompt, right));
  CHECK(task.solves(example.prompt, example.answer));
  CHECK_FALSE(task.solves(example.prompt, {}));
  int wrongly_judged = 0;
  for (const Tokens& answer : neighbours(example.answer, all_and_none(task))) {
    const std::string shown = words.shown(answer);
    const bool solved = shown == right ||
                        (!tasks::has_unique_answers(task) && is_right(task.name(), prompt, shown));
    wrongly_judged += task.solves(example.prompt, answer) != solved ? 1 : 0;
  }
  CHECK(wrongly_judged == 0);
}

void check_rejects_prompt(const tasks::Task& task, const Tokens& prompt) {
  INFO("malformed prompt: " << task.vocabulary().shown(prompt));
  using Catch::Matchers::Contains;
  CHECK_THROWS_WITH(task.solves(prompt, {}), Contains("a prompt looks like `<"));
  CHECK_THROWS_AS(task.question_key(prompt), base::Error);
  CHECK_THROWS_AS(task.facets({prompt, {}, 1}), base::Error);
}

void check_malformed_prompts(const tasks::Task& task, const tasks::Example& example) {
  const Tokens& prompt = example.prompt;
  const Token equals = task.vocabulary().id("="), end = task.vocabulary().id(tasks::end_token);
  check_rejects_prompt(task, {});
  check_rejects_prompt(task, {prompt.front()});
  check_rejects_prompt(task, {prompt.front(), equals});
  check_rejects_prompt(task, {prompt.begin() + 1, prompt.end()});
  check_rejects_prompt(task, {prompt.begin(), std::ranges::find(prompt, equals)});
  for (const Token token : {-1, task.vocabulary().size(), int_max, int_min, end, prompt.front()}) {
    Tokens changed = prompt;
    changed[1] = token;
    check_rejects_prompt(task, changed);
    changed = prompt;
    changed.push_back(token);
    check_rejects_prompt(task, changed);
  }
}

/// Whatever is typed, the judge says yes, no, or what a prompt looks like.
void check_garbage(const tasks::Task& task) {
  const Tokens tokens = all_and_none(task);
  base::Random random(1, "garbage");
  for (int i = 0; i < 2000; ++i) {
    tasks::Example typed = question(task, offered(task, 4), static_cast<std::uint64_t>(i));
    for (Tokens* text : {&typed.prompt, &typed.answer}) {
      const auto place = static_cast<std::size_t>(random.below(std::ssize(*text)));
      (*text)[place] = tokens[static_cast<std::size_t>(random.below(std::ssize(tokens)))];
    }
    try {
      task.solves(typed.prompt, typed.answer);
      CHECK(task.answer_limit(typed.prompt) > 0);
    } catch (const base::Error&) {
      CHECK_THROWS_AS(task.question_key(typed.prompt), base::Error);
    }
  }
}

/// What the difficulty is called among the facets.
std::string scale_of(const tasks::Task& task) {
  const bool of_blocks = task.name() == "blocksworld" || task.name() == "plan_check";
  return task.finite_pools() != nullptr ? "hops" : of_blocks ? "blocks" : "length";
}

void check_difficulties(const tasks::Task& task) {
  const auto [low, high] = task.difficulties();
  CHECK(low >= 1);
  for (const int beyond : {low - 1, high + 1, -1, int_max, int_min}) {
    base::Random random(1, "beyond");
    CHECK_THROWS_AS(task.sample(beyond, random), base::Error);
    CHECK_THROWS_AS(task.chance(beyond), base::Error);
    CHECK_THROWS_AS(tasks::pool_size(task, tasks::Pool::train, beyond), base::Error);
    CHECK_THROWS_AS(tasks::example_at(task, tasks::Pool::train, beyond, 1, 1), base::Error);
  }
  for (const int difficulty : {low, offered(task, low + 1), offered(task, 20), high}) {
    const tasks::Example example = question(task, difficulty, 1);
    CHECK(example.difficulty == difficulty);
    const auto facets = task.facets(example);
    const auto scale = facets.find(scale_of(task));
    // Of SCAN it is a bound on training commands, which may have less.
    CHECK((scale == facets.end() ? task.name() == "scan" : scale->second == difficulty));
    CHECK(task.chance(difficulty) >= 0);
    CHECK(task.chance(difficulty) <= 1);
  }
}

void check_facet_names(const tasks::Task& task) {
  const auto names = [&](int difficulty, std::uint64_t index) {
    std::set<std::string> result;
    for (const auto& [name, value] : task.facets(question(task, difficulty, index))) {
      result.insert(name);
    }
    return result;
  };
  const auto [low, high] = task.difficulties();
  const std::set<std::string> first = names(low, 0);
  CHECK_FALSE(first.empty());
  for (int difficulty = low; difficulty <= std::min(20, high); ++difficulty) {
    CHECK(names(difficulty, static_cast<std::uint64_t>(difficulty)) == first);
  }
  CHECK(task.facet_names() == std::vector<std::string>(first.begin(), first.end()));
}

void check_threads(const tasks::Task& task) {
  constexpr int questions = 200;
  std::vector<tasks::Example> serial(questions), parallel(questions);
  std::vector<int> solved(questions);
  const auto draw = [&](std::int64_t i) {
    return tasks::example_at(task, tasks::Pool::train, offered(task, 8), 2,
                             static_cast<std::uint64_t>(i));
  };
  for (std::int64_t i = 0; i < questions; ++i) serial[static_cast<std::size_t>(i)] = draw(i);
  base::parallel_for(questions, 4, [&](std::int64_t i) {
    const auto at = static_cast<std::size_t>(i);
    parallel[at] = draw(i);
    solved[at] = task.solves(parallel[at].prompt, parallel[at].answer) ? 1 : 0;
  });
  CHECK(std::ranges::equal(serial, parallel, same));
  CHECK(std::ranges::count(solved, 1) == questions);
}

void check_worked_picture(const tasks::Task& task, const tasks::catalog::CatalogEntry& entry) {
  CHECK(task.name() == entry.name);
  CHECK_FALSE(entry.summary.empty());
  CHECK(entry.format.find(entry.prompt) != std::string::npos);
  CHECK(is_right(entry.name, entry.prompt, entry.answer));
  const tasks::Vocabulary& words = task.vocabulary();
  CHECK(task.solves(words.tokens(entry.prompt), words.tokens(entry.answer)));
}

}  // namespace

void check_contract(const tasks::catalog::CatalogEntry& entry, int hardest) {
  INFO("task " << entry.name);
  const auto task = tasks::catalog::make_task(entry.config);
  check_worked_picture(*task, entry);
  check_difficulties(*task);
  const auto [low, high] = task->difficulties();
  for (int difficulty = low; difficulty <= std::min(hardest, high); ++difficulty) {
    check_is_pure(*task, difficulty);
    for (std::uint64_t index = 0; index < 4; ++index) {
      const tasks::Example example = question(*task, difficulty, index);
      INFO("question " << task->vocabulary().text(example.prompt));
      check_form(*task, example);
      check_judge(*task, example);
      check_malformed_prompts(*task, example);
    }
  }
  check_garbage(*task);
  check_pools(*task);
  check_facet_names(*task);
  check_threads(*task);
}

}  // namespace tests
