#include "tasks/pool.h"

#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "base/error.h"
#include "tasks/catalog.h"

using Catch::Matchers::Contains;
using tasks::Pool;

TEST_CASE("pools have names and are found by them") {
  for (const Pool pool : tasks::all_pools) CHECK(tasks::pool_named(name(pool)) == pool);
  CHECK_THROWS_WITH(tasks::pool_named("tset"), Contains("`tset`"));
  CHECK_THROWS_WITH(tasks::pool_named("trains"), Contains("did you mean `train`?"));
  CHECK_THROWS_WITH(tasks::pool_named("everything"), Contains("train, validate, test"));
}

TEST_CASE("of many questions 80, 10 and 10 percent fall in the pools") {
  const auto task = make_task(tasks::SortingConfig{});
  base::Random random(1, "shares");
  std::array<int, 3> asked{};
  constexpr int questions = 10000;  // standard deviations 40, 30, 30
  for (int i = 0; i < questions; ++i) {
    ++asked[static_cast<std::size_t>(pool_of(*task, task->sample(20, random).prompt))];
  }
  CHECK(asked[0] == Approx(8000).margin(200));
  CHECK(asked[1] == Approx(1000).margin(150));
  CHECK(asked[2] == Approx(1000).margin(150));
}

TEST_CASE("a question depends on each of seed, index, pool and difficulty") {
  const auto task = make_task(tasks::ParityConfig{});
  const auto prompt = [&](Pool pool, int difficulty, std::uint64_t seed, std::uint64_t index) {
    return example_at(*task, pool, difficulty, seed, index).prompt;
  };
  const std::set<std::vector<tasks::Token>> prompts{
      prompt(Pool::train, 64, 1, 1), prompt(Pool::test, 64, 1, 1),  prompt(Pool::train, 65, 1, 1),
      prompt(Pool::train, 64, 2, 1), prompt(Pool::train, 64, 1, 2), prompt(Pool::train, 64, 0, 2)};
  CHECK(prompts.size() == 6);
}

TEST_CASE("an empty pool is an error that names task, pool and difficulty") {
  const auto task = make_task(tasks::ParityConfig{});
  int empty = 0;  // two questions of one bit leave a pool of the three without any
  for (const Pool pool : tasks::all_pools) {
    try {
      example_at(*task, pool, 1, 1, 1);
    } catch (const base::Error& error) {
      ++empty;
      CHECK_THAT(error.what(), Contains("parity: pool ") && Contains(std::string(name(pool))) &&
                                   Contains("difficulty 1"));
    }
  }
  CHECK(empty >= 1);
}
