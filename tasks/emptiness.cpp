#include "tasks/emptiness.h"

#include "base/random.h"

namespace tasks {

bool has_question(const Task& task, Pool pool, int difficulty) {
  require_pool(task, pool);
  if (const auto size = pool_size(task, pool, difficulty)) return *size > 0;
  constexpr int draws = 1000;
  base::Random random(0, "has question", static_cast<std::uint64_t>(difficulty));
  for (int draw = 0; draw < draws; ++draw) {
    if (pool_of(task, task.sample(difficulty, random).prompt) == pool) return true;
  }
  return false;
}

}  // namespace tasks
