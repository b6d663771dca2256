#include "tasks/pool.h"

#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "base/error.h"
#include "tasks/catalog/catalog.h"
#include "tasks/emptiness.h"

using Catch::Matchers::Contains;
using tasks::Pool;

TEST_CASE("pools have names and are found by them") {
  for (const tasks::Pool pool : tasks::all_pools)
    CHECK(tasks::pool_named(tasks::name(pool)) == pool);
  CHECK_THROWS_WITH(tasks::pool_named("tset"), Contains("`tset`"));
  CHECK_THROWS_WITH(tasks::pool_named("trains"), Contains("did you mean `train`?"));
  CHECK_THROWS_WITH(tasks::pool_named("everything"), Contains("train, validate, test, type_0"));
}

TEST_CASE("held out is what is neither trained on nor chosen by") {
  for (const tasks::Pool pool : tasks::all_pools) {
    CHECK(tasks::is_held_out(pool) ==
          (tasks::name(pool) != "train" && tasks::name(pool) != "validate"));
  }
}

TEST_CASE("of many questions 80, 10 and 10 percent fall in the pools") {
  const auto task = tasks::catalog::make_task(tasks::lists::SortingConfig{});
  base::Random random(1, "shares");
  std::array<int, 3> asked{};
  constexpr int questions = 10000;  // standard deviations 40, 30, 30
  for (int i = 0; i < questions; ++i) {
    ++asked[static_cast<std::size_t>(tasks::pool_of(*task, task->sample(20, random).prompt))];
  }
  CHECK(asked[0] == Approx(8000).margin(200));
  CHECK(asked[1] == Approx(1000).margin(150));
  CHECK(asked[2] == Approx(1000).margin(150));
}

TEST_CASE("a question depends on each of seed, index, pool and difficulty") {
  const auto task = tasks::catalog::make_task(tasks::bits::ParityConfig{});
  const auto prompt = [&](tasks::Pool pool, int difficulty, std::uint64_t seed,
                          std::uint64_t index) {
    return tasks::example_at(*task, pool, difficulty, seed, index).prompt;
  };
  const std::set<std::vector<tasks::Token>> prompts{
      prompt(tasks::Pool::train, 64, 1, 1), prompt(tasks::Pool::test, 64, 1, 1),
      prompt(tasks::Pool::train, 65, 1, 1), prompt(tasks::Pool::train, 64, 2, 1),
      prompt(tasks::Pool::train, 64, 1, 2), prompt(tasks::Pool::train, 64, 0, 2)};
  CHECK(prompts.size() == 6);
}

TEST_CASE("an empty pool is an error that names task, pool and difficulty") {
  const auto task = tasks::catalog::make_task(tasks::bits::ParityConfig{});
  int empty = 0;  // two questions of one bit leave a pool of the three without any
  for (const tasks::Pool pool : tasks::pools_of(*task)) {
    try {
      tasks::example_at(*task, pool, 1, 1, 1);
    } catch (const base::Error& error) {
      ++empty;
      CHECK_THAT(error.what(), Contains("parity: pool ") &&
                                   Contains(std::string(tasks::name(pool))) &&
                                   Contains("difficulty 1"));
    }
  }
  CHECK(empty >= 1);
}

TEST_CASE(
    "a finite pool is gone through in another order each time, and each question comes once") {
  const auto task = tasks::catalog::make_task(
      tasks::composition::CompositionConfig{.world = {.entities = 8, .items = 60}});
  const auto round = [&](std::uint64_t seed, std::uint64_t first) {
    std::vector<std::vector<tasks::Token>> prompts;
    for (std::uint64_t i = 0; i < 60; ++i) {
      prompts.push_back(tasks::example_at(*task, tasks::Pool::train, 2, seed, first + i).prompt);
    }
    return prompts;
  };
  const auto first = round(1, 0), second = round(1, 60), other = round(2, 0);
  CHECK(first != second);
  CHECK(first != other);
  const std::set<std::vector<tasks::Token>> all(first.begin(), first.end());
  CHECK(all.size() == 60);
  CHECK(all == std::set<std::vector<tasks::Token>>(second.begin(), second.end()));
}

TEST_CASE("a pool has a question exactly if one can be drawn from it") {
  const auto parity = tasks::catalog::make_task(tasks::bits::ParityConfig{});
  int empty = 0;
  for (int bits = 1; bits <= 4; ++bits) {
    for (const tasks::Pool pool : tasks::pools_of(*parity)) {
      const bool some = tasks::has_question(*parity, pool, bits);
      CHECK(some == tasks::example_if_any(*parity, pool, bits, 1, 0).has_value());
      empty += some ? 0 : 1;
    }
  }
  CHECK(empty >= 1);
  const auto all = tasks::catalog::make_task(
      tasks::composition::CompositionConfig{.world = {.items = 7000, .seen_ratio = 1}});
  CHECK(tasks::has_question(*all, tasks::Pool::type_0, 2));
  CHECK_FALSE(tasks::has_question(*all, tasks::Pool::type_1, 2));
}

TEST_CASE("a pool that a task lacks is an error that names those it has") {
  const auto task = tasks::catalog::make_task(tasks::composition::CompositionConfig{});
  CHECK_THROWS_WITH(tasks::example_at(*task, tasks::Pool::test, 2, 1, 1),
                    "two_hop: has no pool test; its pools are train, validate, type_0, type_1, "
                    "type_2, type_3");
  const auto parity = tasks::catalog::make_task(tasks::bits::ParityConfig{});
  CHECK_THROWS_WITH(tasks::has_question(*parity, tasks::Pool::type_0, 2),
                    Contains("train, validate, test"));
}

TEST_CASE("an empty finite pool is an error that names task, pool and difficulty") {
  const auto task = tasks::catalog::make_task(
      tasks::composition::CompositionConfig{.world = {.items = 7000, .seen_ratio = 1}});
  CHECK_THROWS_WITH(tasks::example_at(*task, tasks::Pool::type_1, 2, 1, 1),
                    "two_hop: pool type_1 at difficulty 2 has no question");
}
