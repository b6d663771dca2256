#include "tasks/pool.h"

#include <array>

#include "base/error.h"
#include "base/random.h"
#include "tasks/names.h"

namespace tasks {
namespace {

constexpr std::array<std::string_view, 3> pool_names{"train", "validate", "test"};

/// Uniform in [0, 100), also for keys that are not: tasks are free to choose theirs.
std::uint64_t percentile(std::uint64_t key) {
  const std::array halves{static_cast<int>(key & 0xffffffffU), static_cast<int>(key >> 32)};
  return base::digest(std::span<const int>(halves)) % 100;
}

}  // namespace

std::string_view name(Pool pool) { return pool_names[static_cast<std::size_t>(pool)]; }

Pool pool_named(std::string_view name) {
  return static_cast<Pool>(position_named("pool", name, pool_names));
}

Pool pool_of(const Task& task, std::span<const Token> prompt) {
  const std::uint64_t percent = percentile(task.question_key(prompt));
  return percent < 80 ? Pool::train : percent < 90 ? Pool::validate : Pool::test;
}

Example example_at(const Task& task, Pool pool, int difficulty, std::uint64_t seed,
                   std::uint64_t index) {
  constexpr int max_draws = 1000;
  const std::string stream = base::concat(task.name(), '/', name(pool), '/', difficulty);
  base::Random random(seed, stream, index);
  for (int draw = 0; draw < max_draws; ++draw) {
    Example example = task.sample(difficulty, random);
    if (pool_of(task, example.prompt) == pool) return example;
  }
  throw base::Error(base::concat(task.name(), ": pool ", name(pool), " at difficulty ", difficulty,
                                 " has no question among ", max_draws,
                                 " draws; there are too few questions of this difficulty to share"
                                 " out, wanted a larger one"));
}

}  // namespace tasks
