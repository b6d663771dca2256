#include "tasks/lists/sorting.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>

using tasks::Token;
using Tokens = std::vector<Token>;

namespace {

constexpr int values = 6;
constexpr Token equals = values, end = values + 1, sort = values + 2;

Tokens items_of_any_list() {
  return *rc::gen::nonEmpty(rc::gen::container<Tokens>(rc::gen::inRange(0, values)));
}

Tokens prompt_of(const Tokens& items) {
  Tokens prompt{sort};
  prompt.insert(prompt.end(), items.begin(), items.end());
  prompt.push_back(equals);
  return prompt;
}

Tokens sorted_answer(Tokens items) {
  std::sort(items.begin(), items.end());
  items.push_back(end);
  return items;
}

}  // namespace

TEST_CASE("sorting accepts the sorted list") {
  const tasks::lists::Sorting task({.values = values});
  CHECK(rc::check([&] {
    const Tokens items = items_of_any_list();
    RC_ASSERT(task.solves(prompt_of(items), sorted_answer(items)));
  }));
}

TEST_CASE("sorting accepts no other list, not even of like items") {
  const tasks::lists::Sorting task({.values = values});
  CHECK(rc::check([&] {
    const Tokens items = items_of_any_list();
    Tokens answer = sorted_answer(items);
    const auto size = static_cast<int>(answer.size());
    const auto i = static_cast<std::size_t>(*rc::gen::inRange(0, size));
    const auto j = static_cast<std::size_t>(*rc::gen::inRange(0, size));
    if (*rc::gen::arbitrary<bool>()) {
      std::swap(answer[i], answer[j]);
    } else {
      answer[i] = *rc::gen::element(answer[j], *rc::gen::inRange(-2, values + 4));
    }
    RC_ASSERT(task.solves(prompt_of(items), answer) == (answer == sorted_answer(items)));
  }));
}

TEST_CASE("a permuted list is the same question, a changed one is another") {
  const tasks::lists::Sorting task({.values = values});
  CHECK(rc::check([&] {
    const Tokens items = items_of_any_list();
    Tokens permuted = items;
    base::Random random(*rc::gen::arbitrary<std::uint64_t>(), "permutation");
    random.shuffle(std::span<Token>(permuted));
    const auto key = task.question_key(prompt_of(items));
    RC_ASSERT(task.question_key(prompt_of(permuted)) == key);
    permuted.front() = (permuted.front() + 1) % values;
    RC_ASSERT(task.question_key(prompt_of(permuted)) != key);
    permuted = items;
    permuted.push_back(items.front());
    RC_ASSERT(task.question_key(prompt_of(permuted)) != key);
  }));
}
