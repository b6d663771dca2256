#include "tests/tasks/catalog/contract_pools.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "tasks/coverage/input_codes.h"
#include "tasks/pool.h"

namespace tests {
namespace {

using tasks::Example;
using tasks::Pool;
using tasks::Task;
using Tokens = std::vector<tasks::Token>;

/// How many questions of 3000 must differ for their pools to show anything. Counting up has one
/// question for each start.
std::size_t least_keys(const tasks::Task& task) { return task.name() == "count_up" ? 100 : 2500; }

/// Every question of every finite pool is there once and is solved by its answer, and no key is in
/// two pools.
void check_finite_pools(const tasks::Task& task, int difficulty) {
  const tasks::FinitePools& finite = *task.finite_pools();
  std::set<Tokens> prompts;
  std::set<std::pair<std::uint64_t, tasks::Pool>> keys_in_pools;
  std::set<std::uint64_t> keys;
  std::int64_t questions = 0;
  for (const tasks::Pool pool : finite.pools()) {
    const std::int64_t size = finite.pool_size(pool, difficulty);
    questions += size;
    int unsolved = 0;
    for (std::uint64_t index = 0; index < static_cast<std::uint64_t>(size); ++index) {
      const tasks::Example example = tasks::example_at(task, pool, difficulty, 11, index);
      prompts.insert(example.prompt);
      keys.insert(task.question_key(example.prompt));
      keys_in_pools.emplace(task.question_key(example.prompt), pool);
      unsolved += task.solves(example.prompt, example.answer) ? 0 : 1;
    }
    CHECK(unsolved == 0);
  }
  CHECK(std::ssize(prompts) == questions);
  CHECK(keys_in_pools.size() == keys.size());
  CHECK(questions > 500);  // else this shows little
}

void check_endless_pools(const tasks::Task& task, int difficulty) {
  std::array<std::set<std::uint64_t>, 3> keys;
  for (const tasks::Pool pool : tasks::pools_of(task)) {
    for (std::uint64_t index = 0; index < 1000; ++index) {
      const tasks::Example example = tasks::example_at(task, pool, difficulty, 11, index);
      CHECK(tasks::pool_of(task, example.prompt) == pool);
      keys[static_cast<std::size_t>(pool)].insert(task.question_key(example.prompt));
    }
  }
  std::set<std::uint64_t> all;
  for (const auto& of_pool : keys) all.insert(of_pool.begin(), of_pool.end());
  CHECK(all.size() == keys[0].size() + keys[1].size() + keys[2].size());
  CHECK(all.size() > least_keys(task));
}

/// A finite function is valid, and holds out what the pools of the hardest questions hold.
void check_finite_function(const tasks::Task& task) {
  const std::optional<tasks::FiniteFunction> function = task.finite_function();
  if (!function) return;
  CHECK_NOTHROW(tasks::coverage::require_valid(*function));
  REQUIRE(function->held_out_pools.size() == function->held_out.size());
  for (const tasks::Pool pool : tasks::pools_of(task)) {
    const auto items = pool == tasks::Pool::train
                           ? std::ssize(function->train)
                           : std::ranges::count(function->held_out_pools, pool);
    CHECK(items == tasks::pool_size(task, pool, task.difficulties().high));
  }
}

}  // namespace

int offered(const tasks::Task& task, int wanted) {
  return std::clamp(wanted, task.difficulties().low, task.difficulties().high);
}

void check_pools(const tasks::Task& task) {
  CHECK(tasks::pools_of(task).front() == tasks::Pool::train);
  CHECK(std::ranges::is_sorted(tasks::pools_of(task)));
  if (task.finite_pools() == nullptr) return check_endless_pools(task, offered(task, 20));
  check_finite_function(task);
  const auto [low, high] = task.difficulties();
  for (int difficulty = low; difficulty <= high; ++difficulty) check_finite_pools(task, difficulty);
}

}  // namespace tests
