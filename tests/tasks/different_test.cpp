#include "tasks/different.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "base/error.h"
#include "tasks/catalog/catalog.h"

using namespace tasks;

namespace {

using Prompts = std::set<std::vector<Token>>;

Prompts prompts_of(const std::vector<Example>& examples) {
  Prompts prompts;
  for (const Example& example : examples) prompts.insert(example.prompt);
  return prompts;
}

/// Whether an endless pool has nothing at so small a difficulty.
bool has_nothing(const Task& task, Pool pool, int difficulty) {
  return !example_if_any(task, pool, difficulty, 3, 0);
}

/// The different questions of all pools together.
Prompts all_questions(const Task& task, int difficulty) {
  Prompts all;
  for (const Pool pool : pools_of(task)) {
    if (!has_nothing(task, pool, difficulty)) {
      all.merge(prompts_of(different_examples(task, pool, difficulty, 3, 100000)));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("no task is asked a prompt twice, in no pool and at no difficulty") {
  for (const catalog::CatalogEntry& entry : catalog::catalog()) {
    const auto task = catalog::make_task(entry.config);
    const auto [low, high] = task->difficulties();
    for (const int difficulty : std::set{low, std::min(low + 2, high), std::min(low + 9, high)}) {
      for (const Pool pool : pools_of(*task)) {
        INFO(entry.name << ", " << name(pool) << " at " << difficulty);
        if (has_nothing(*task, pool, difficulty)) continue;
        const auto examples = different_examples(*task, pool, difficulty, 3, 40);
        CHECK(prompts_of(examples).size() == examples.size());
        CHECK_FALSE(examples.empty());
      }
    }
  }
}

TEST_CASE("where no index repeats a prompt the questions are those of the indices") {
  const auto task = catalog::make_task(lists::SortingConfig{});
  DifferentExamples examples(*task, Pool::test, 20, 7);
  for (std::uint64_t index = 0; index < 100; ++index) {
    CHECK(examples.next()->prompt == example_at(*task, Pool::test, 20, 7, index).prompt);
    CHECK(examples.index() == index);
  }
}

TEST_CASE("a skipped index is one whose prompt came before, and a question tells its index") {
  const auto task = catalog::make_task(bits::ParityConfig{});
  DifferentExamples examples(*task, Pool::train, 5, 7);
  Prompts found;
  std::uint64_t index = 0;
  while (const auto example = examples.next()) {
    for (; index < examples.index(); ++index) {
      CHECK(found.contains(example_at(*task, Pool::train, 5, 7, index).prompt));
    }
    CHECK(example->prompt == example_at(*task, Pool::train, 5, 7, index++).prompt);
    CHECK(found.insert(example->prompt).second);
  }
  CHECK(examples.index() > found.size());
}

TEST_CASE("all questions of small endless pools are found") {
  const auto parity = catalog::make_task(bits::ParityConfig{});
  for (const int bits : {1, 2, 4, 7, 10})
    CHECK(std::ssize(all_questions(*parity, bits)) == 1 << bits);
  // Prompts that do not come equally often: lists of 3 of 4 values have 4^3 orders, of which the
  // multisets with one value are the rarest where lists are duplicate rich.
  const auto lists = catalog::make_task(
      lists::SortingConfig{.values = 4, .inputs = lists::ListInputs::duplicate_rich});
  CHECK(all_questions(*lists, 3).size() == 64);
}

TEST_CASE("a pool of one question is one question") {
  const auto task = catalog::make_task(bits::ParityConfig{});
  int single = 0;
  for (const int bits : {1, 2, 3, 4}) {
    for (const Pool pool : pools_of(*task)) {
      if (has_nothing(*task, pool, bits)) continue;
      DifferentExamples examples(*task, pool, bits, 1);
      CHECK(examples.next().has_value());
      if (examples.next()) continue;
      ++single;
      CHECK_FALSE(examples.next().has_value());
      CHECK(different_examples(*task, pool, bits, 1, 1000).size() == 1);
    }
  }
  CHECK(single > 0);
}

TEST_CASE("the more questions were found, the longer a further one is sought") {
  CHECK(exhausting_draws(1) == 256);
  CHECK(exhausting_draws(100) == 2000);
}

TEST_CASE("a finite pool is gone through once, in the order of its indices") {
  const auto task =
      catalog::make_task(composition::CompositionConfig{.world = {.entities = 8, .items = 60}});
  const auto examples = different_examples(*task, Pool::train, 2, 5, 1000);
  REQUIRE(examples.size() == 60);
  CHECK(prompts_of(examples).size() == 60);
  CHECK(examples[7].prompt == example_at(*task, Pool::train, 2, 5, 7).prompt);
  CHECK(different_examples(*task, Pool::train, 2, 5, 9).size() == 9);
}

TEST_CASE("an empty finite pool gives nothing, an empty endless one says what is wrong") {
  const auto finite =
      catalog::make_task(composition::CompositionConfig{.world = {.items = 7000, .seen_ratio = 1}});
  CHECK(different_examples(*finite, Pool::type_1, 2, 1, 10).empty());
  const auto endless = catalog::make_task(bits::ParityConfig{});
  int empty = 0;
  for (const Pool pool : pools_of(*endless)) {
    if (!has_nothing(*endless, pool, 1)) continue;
    ++empty;
    CHECK_THROWS_WITH(different_examples(*endless, pool, 1, 3, 10),
                      Catch::Contains("has no question among 100000 draws"));
  }
  CHECK(empty > 0);
  CHECK_THROWS_AS(DifferentExamples(*endless, Pool::type_1, 5, 1), base::Error);
}
