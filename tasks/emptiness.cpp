#include "tasks/emptiness.h"

#include "base/random.h"

namespace tasks {

bool has_question(const Task& task, Pool pool, int difficulty) {
  require_pool(task, pool);
  if (const auto size = pool_size(task, pool, difficulty)) return *size > 0;
  const bool own = task.drawn_pools() != nullptr;  // rules may leave hardly any
  const int draws = own ? 1024 : 1000, wanted = own ? 3 : 1;
  base::Random random(0, "has question", static_cast<std::uint64_t>(difficulty));
  for (int draw = 0, found = 0; draw < draws; ++draw) {
    const Example example = candidate_for(task, pool, difficulty, random);
    if (is_in(task, pool, example.prompt) && ++found == wanted) return true;
  }
  return false;
}

}  // namespace tasks
