#include "tasks/lists/list_hints.h"

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

#include "base/error.h"
#include "tasks/lists/sorting.h"
#include "tasks/pool.h"
#include "tests/tasks/catalog/oracle.h"

using tasks::Token;
using tasks::lists::ListHint;
using tasks::lists::ListHintTask;
using Tokens = std::vector<Token>;

namespace {

constexpr int values = 5;

tasks::lists::ListHintTask task_of(tasks::lists::ListHint kind) {
  return tasks::lists::ListHintTask({kind, {.values = values}});
}

/// A question about any list, made without the task: the sampler has no part in it.
std::string question_about_any_list(tasks::lists::ListHint kind) {
  const auto items =
      *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, values + 1)));
  std::string prompt = "<" + std::string(tasks::lists::name(kind)) + ">";
  for (const int item : items) prompt += ' ' + std::to_string(item);
  prompt += " =";
  if (kind < tasks::lists::ListHint::fill)
    prompt += ' ' + std::to_string(*rc::gen::elementOf(items));
  if (kind != tasks::lists::ListHint::fill) return prompt;
  auto sorted = items;
  std::sort(sorted.begin(), sorted.end());
  const auto certain = *rc::gen::inRange<std::size_t>(0, sorted.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const bool missing = i == certain || *rc::gen::arbitrary<bool>();
    prompt += ' ' + (missing ? std::string("_") : std::to_string(sorted[i]));
  }
  return prompt;
}

bool countable(const tasks::lists::ListHintTask& task, const std::string& answer) {
  return task.vocabulary().contains(answer.substr(0, answer.find(' ')));
}

}  // namespace

TEST_CASE("every hint accepts the right answer and no changed one") {
  for (const tasks::lists::ListHint kind : tasks::lists::all_list_hints) {
    const tasks::lists::ListHintTask task = task_of(kind);
    const tasks::Vocabulary& words = task.vocabulary();
    INFO(tasks::lists::name(kind));
    CHECK(rc::check([&] {
      const std::string prompt = question_about_any_list(kind);
      const std::string right = tests::right_answer(tasks::lists::name(kind), prompt);
      RC_PRE(countable(task, right));  // more than 5 copies have no token
      const Tokens asked = words.tokens(prompt);
      Tokens answer = words.tokens(right);
      RC_ASSERT(task.solves(asked, answer));
      RC_ASSERT(std::ssize(answer) <= task.answer_limit(asked));
      const auto i =
          static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(answer.size())));
      answer[i] = *rc::gen::inRange(-1, words.size() + 1);
      RC_ASSERT(task.solves(asked, answer) == (words.shown(answer) == right));
    }));
  }
}

TEST_CASE("a hint about a list is in the pool of sorting it, however the list is ordered") {
  const tasks::lists::Sorting sorting({.values = values});
  CHECK(rc::check([&] {
    const auto kind = *rc::gen::elementOf(tasks::lists::all_list_hints);
    const tasks::lists::ListHintTask hint = task_of(kind);
    const Tokens asked = hint.vocabulary().tokens(question_about_any_list(kind));
    const auto equals = std::ranges::find(asked, hint.vocabulary().id("="));
    Tokens items(asked.begin() + 1, equals);
    std::ranges::reverse(items);
    Tokens sorting_prompt{sorting.vocabulary().id("<sort>")};
    sorting_prompt.insert(sorting_prompt.end(), items.begin(), items.end());
    sorting_prompt.push_back(sorting.vocabulary().id("="));
    RC_ASSERT(hint.question_key(asked) == sorting.question_key(sorting_prompt));
    RC_ASSERT(tasks::pool_of(hint, asked) == tasks::pool_of(sorting, sorting_prompt));
  }));
}

TEST_CASE("a query that does not fit the list is an error, not a wrong answer") {
  const auto rejects = [](tasks::lists::ListHint kind, const std::string& prompt) {
    const tasks::lists::ListHintTask task = task_of(kind);
    CHECK_THROWS_AS(task.solves(task.vocabulary().tokens(prompt), {}), base::Error);
  };
  rejects(tasks::lists::ListHint::successor, "<successor> 1 2 3 = 4");
  rejects(tasks::lists::ListHint::successor, "<successor> 1 2 3 =");
  rejects(tasks::lists::ListHint::count, "<count> 1 2 3 = 1 1");
  rejects(tasks::lists::ListHint::minimum, "<minimum> 1 2 3 = 1");
  rejects(tasks::lists::ListHint::fill, "<fill> 1 2 3 =");
  rejects(tasks::lists::ListHint::fill, "<fill> 1 2 3 = 1 2 3");
  rejects(tasks::lists::ListHint::fill, "<fill> 1 2 3 = _ _");
  rejects(tasks::lists::ListHint::fill, "<fill> 1 2 3 = _ 3 _");
  rejects(tasks::lists::ListHint::fill, "<fill> 1 2 3 = 4 _ 3");
  rejects(tasks::lists::ListHint::fill, "<fill> 1 2 2 3 = 2 _ 2 3");
  rejects(tasks::lists::ListHint::fill, "<fill> 1 2 2 3 = 1 _ 2 2");
}

TEST_CASE("count offers no list longer than there are values to count with") {
  CHECK(task_of(tasks::lists::ListHint::count).difficulties() == tasks::Range{1, values});
  CHECK(task_of(tasks::lists::ListHint::fill).difficulties() == tasks::Range{1, 1000});
  base::Random random(1, "count");
  CHECK_THROWS_WITH(task_of(tasks::lists::ListHint::count).sample(6, random),
                    "count: difficulty must be in 1..5, got 6");
  const tasks::lists::ListHintTask task = task_of(tasks::lists::ListHint::count);
  const Tokens asked = task.vocabulary().tokens("<count> 1 1 1 1 1 1 = 1");  // typed by a person
  for (Token token = -1; token <= task.vocabulary().size(); ++token) {
    CHECK_FALSE(task.solves(asked, Tokens{token, task.vocabulary().id(".")}));
  }
}

TEST_CASE("every item of a list is asked about equally often") {
  const tasks::lists::ListHintTask task(
      {tasks::lists::ListHint::successor,
       {.values = 50, .inputs = tasks::lists::ListInputs::distinct}});
  base::Random random(1, "query");
  std::array<int, 5> asked{};
  for (int i = 0; i < 5000; ++i) {
    const Tokens prompt = task.sample(5, random).prompt;
    const auto place = std::ranges::find(prompt, prompt.back()) - prompt.begin() - 1;
    ++asked.at(static_cast<std::size_t>(place));
  }
  for (const int count : asked) CHECK(count == Approx(1000).margin(141));  // 5 deviations
}

TEST_CASE("fill hides one entry for certain and half of the others") {
  const tasks::lists::ListHintTask task = task_of(tasks::lists::ListHint::fill);
  base::Random random(1, "missing");
  double missing = 0;
  for (int i = 0; i < 4000; ++i)
    missing += static_cast<double>(task.sample(9, random).answer.size());
  CHECK(missing / 4000 - 1 == Approx(5).margin(0.12));  // 1 + 8 / 2, 5 deviations of 1.41 / 63
}
