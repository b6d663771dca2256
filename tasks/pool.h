#pragma once
#include <cstdint>
#include <string_view>

#include "tasks/task.h"

namespace tasks {

/// Which questions may be trained on, chosen with, and reported on.
enum class Pool { train, validate, test };
inline constexpr Pool all_pools[] = {Pool::train, Pool::validate, Pool::test};

std::string_view name(Pool pool);
Pool pool_named(std::string_view name);  ///< throws base::Error with the nearest name

/// 80 / 10 / 10 by the question's key. A question is in exactly one pool whatever the seed, so
/// nothing asked in a test can have been seen in training.
Pool pool_of(const Task& task, std::span<const Token> prompt);

/// Question `index` of a pool: a pure function of its arguments, so examples need no storage, no
/// order and no generator state. Throws base::Error naming task, pool and difficulty if 1000 draws
/// find nothing in the pool.
Example example_at(const Task& task, Pool pool, int difficulty, std::uint64_t seed,
                   std::uint64_t index);

}  // namespace tasks
