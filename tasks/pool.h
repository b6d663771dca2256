#pragma once
#include <cstdint>
#include <optional>
#include <span>

#include "tasks/pool_names.h"
#include "tasks/task.h"

namespace tasks {

/// The pools a task has, train first, in the order of the enumerators: its finite ones, else train,
/// validate and test, which are endless.
std::span<const Pool> pools_of(const Task& task);

bool has_pool(const Task& task, Pool pool);

/// How many questions a pool of pools_of(task) has; nothing if it is endless. Throws base::Error if
/// the task has no such difficulty.
std::optional<std::int64_t> pool_size(const Task& task, Pool pool, int difficulty);

/// Throws base::Error (exit code 2) that names the pools `task` has unless `pool` is one of them.
void require_pool(const Task& task, Pool pool);

/// The pool of a question whose key alone decides it: 80 / 10 / 10. A question is in exactly one
/// pool whatever the seed, so nothing asked in a test can have been seen in training. Promise: the
/// task's pools are endless, and not its own (DrawnPools).
Pool pool_of(const Task& task, std::span<const Token> prompt);
Pool pool_of_key(std::uint64_t key);

/// A question that may be in an endless pool, and whether a question is. Promise: the task has the
/// pool, and it is endless.
Example candidate_for(const Task& task, Pool pool, int difficulty, base::Random& random);
bool is_in(const Task& task, Pool pool, std::span<const Token> prompt);

/// Question `index` of a pool: a pure function of its arguments, so examples need no storage, no
/// order and no generator state.
/// Endless pools are drawn from: the same question may come again. A finite pool of s questions is
/// gone through in random order, again and again, the order drawn anew for each multiple of s: the
/// indices 0 .. s - 1 give each question exactly once.
/// Throws base::Error naming task, pool and difficulty if there is no such pool or nothing in it
/// (of an endless one: nothing in 100,000 draws).
Example example_at(const Task& task, Pool pool, int difficulty, std::uint64_t seed,
                   std::uint64_t index);

/// The same, but nothing where nothing is in the pool.
std::optional<Example> example_if_any(const Task& task, Pool pool, int difficulty,
                                      std::uint64_t seed, std::uint64_t index);

}  // namespace tasks
