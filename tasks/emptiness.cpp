#include "tasks/emptiness.h"

#include "base/random.h"

namespace tasks {

bool has_question(const Task& task, Pool pool, int difficulty) {
  require_pool(task, pool);
  if (const auto size = pool_size(task, pool, difficulty)) return *size > 0;
  const int draws = task.drawn_pools() == nullptr ? 1000 : 256;  // of candidates
  base::Random random(0, "has question", static_cast<std::uint64_t>(difficulty));
  for (int draw = 0; draw < draws; ++draw) {
    const Example example = candidate_for(task, pool, difficulty, random);
    if (is_in(task, pool, example.prompt)) return true;
  }
  return false;
}

}  // namespace tasks
