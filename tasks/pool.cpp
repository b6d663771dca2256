#include "tasks/pool.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/permutation.h"
#include "base/random.h"
#include "base/text.h"

namespace tasks {
namespace {

/// Uniform in [0, 100), also for keys that are not: tasks are free to choose theirs.
std::uint64_t percentile(std::uint64_t key) {
  const std::array halves{static_cast<int>(key & 0xffffffffU), static_cast<int>(key >> 32)};
  return base::digest(std::span<const int>(halves)) % 100;
}

constexpr int max_draws = 100'000;      // many more than tell has_question that there is one
constexpr int max_candidates = 20'000;  // of DrawnPools: some draws each

std::optional<Example> drawn(const Task& task, Pool pool, int difficulty, base::Random random) {
  const int most = task.drawn_pools() == nullptr ? max_draws : max_candidates;
  for (int draw = 0; draw < most; ++draw) {
    Example example = candidate_for(task, pool, difficulty, random);
    if (is_in(task, pool, example.prompt)) return example;
  }
  return std::nullopt;
}

}  // namespace

std::span<const Pool> pools_of(const Task& task) {
  static constexpr std::array endless{Pool::train, Pool::validate, Pool::test};
  if (const FinitePools* finite = task.finite_pools()) return finite->pools();
  if (const DrawnPools* drawn = task.drawn_pools()) return drawn->pools();
  return endless;
}

std::optional<std::int64_t> pool_size(const Task& task, Pool pool, int difficulty) {
  if (const FinitePools* finite = task.finite_pools()) return finite->pool_size(pool, difficulty);
  require_difficulty(task, difficulty);
  return std::nullopt;
}

bool has_pool(const Task& task, Pool pool) {
  const std::span<const Pool> pools = pools_of(task);
  return std::ranges::find(pools, pool) != pools.end();
}

void require_pool(const Task& task, Pool pool) {
  if (has_pool(task, pool)) return;
  const std::string names =
      base::joined(pools_of(task), [](Pool offered) { return name(offered); });
  throw base::Error(
      base::concat(task.name(), ": has no pool ", name(pool), "; its pools are ", names),
      base::ExitCode::wrong_usage);
}

Pool pool_of(const Task& task, std::span<const Token> prompt) {
  return pool_of_key(task.question_key(prompt));
}

Example candidate_for(const Task& task, Pool pool, int difficulty, base::Random& random) {
  const DrawnPools* own = task.drawn_pools();
  return own == nullptr ? task.sample(difficulty, random)
                        : own->candidate(pool, difficulty, random);
}

bool is_in(const Task& task, Pool pool, std::span<const Token> prompt) {
  const DrawnPools* own = task.drawn_pools();
  return own == nullptr ? pool_of(task, prompt) == pool : own->holds(pool, prompt);
}

Pool pool_of_key(std::uint64_t key) {
  const std::uint64_t percent = percentile(key);
  return percent < 80 ? Pool::train : percent < 90 ? Pool::validate : Pool::test;
}

std::optional<Example> example_if_any(const Task& task, Pool pool, int difficulty,
                                      std::uint64_t seed, std::uint64_t index) {
  require_pool(task, pool);
  std::string stream(task.name());  // no stream of the library: this is asked for every example
  stream.append("/").append(name(pool)).append("/").append(std::to_string(difficulty));
  const FinitePools* finite = task.finite_pools();
  if (finite == nullptr) return drawn(task, pool, difficulty, base::Random(seed, stream, index));
  require_difficulty(task, difficulty);
  const std::int64_t size = finite->pool_size(pool, difficulty);
  if (size == 0) return std::nullopt;
  const auto questions = static_cast<std::uint64_t>(size);
  base::Random round(seed, stream, index / questions);
  const auto place = static_cast<std::int64_t>(index % questions);
  return finite->pool_item(pool, difficulty, base::permuted(place, size, round.bits()));
}

Example example_at(const Task& task, Pool pool, int difficulty, std::uint64_t seed,
                   std::uint64_t index) {
  std::optional<Example> example = example_if_any(task, pool, difficulty, seed, index);
  if (example) return *std::move(example);
  const std::string empty = base::concat(task.name(), ": pool ", name(pool), " at difficulty ",
                                         difficulty, " has no question");
  base::require(task.finite_pools() == nullptr, empty);
  base::require(task.drawn_pools() == nullptr, empty, " among ", max_candidates,
                " candidates; the rules of coverage leave hardly any, wanted a larger share");
  throw base::Error(base::concat(empty, " among ", max_draws,
                                 " draws; there are too few questions of this difficulty to share"
                                 " out, wanted a larger one"));
}

}  // namespace tasks
