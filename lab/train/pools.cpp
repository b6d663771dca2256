#include "lab/train/pools.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/error.h"
#include "base/text.h"
#include "lab/spec/path.h"
#include "lab/train/rules.h"
#include "tasks/emptiness.h"

namespace lab::train {
namespace {

void check_trained(const spec::RunSpec& spec, std::size_t part, const tasks::Task& task,
                   const spec::Origins& origins) {
  const auto [low, high] = part_of(spec, part).difficulty;
  for (int difficulty = low; difficulty <= high; ++difficulty) {
    const bool between = low < difficulty && difficulty < high;
    const bool uniform = part_of(spec, part).lengths == spec::Lengths::uniform;
    if (between && uniform && task.typed_prompts() != nullptr) continue;  // a file has what it has
    if (!part_of(spec, part).trains_on(difficulty)) continue;
    if (tasks::has_question(task, tasks::Pool::train, difficulty)) continue;
    const std::string path = path_of_part(part);
    const std::string few = task.finite_pools() != nullptr ? ""
                            : task.drawn_pools() != nullptr
                                ? "; its rules of coverage leave hardly any question there"
                                : "; there are too few questions to share out";
    origins.fail_at({spec::field_path(path, "difficulty"), path},
                    fmt::format("{}: {} has nothing to train on at difficulty {}{}",
                                spec::field_path(path, "difficulty"), part_of(spec, part).name,
                                difficulty, few));
  }
}

bool is_asked(const spec::RunSpec& spec, const tasks::Task& task, tasks::Pool pool) {
  return std::ranges::any_of(spec.score.difficulties, [&](int difficulty) {
    return tasks::has_question(task, pool, difficulty);
  });
}

/// That the task has the pools, something in each that the spec names, and something in one of them
/// if it names none.
void check_scored(const spec::RunSpec& spec, const tasks::Task& task,
                  const spec::Origins& origins) {
  const bool named = origins.exact("score.pools") != nullptr;
  bool any = false;
  for (const tasks::Pool pool : spec.score.pools) {
    try {
      tasks::require_pool(task, pool);
    } catch (const base::Error& lacking) {
      origins.fail_at({"score.pools", "task"}, fmt::format("score.pools: {}", lacking.what()));
    }
    if (any && !named) break;
    any = is_asked(spec, task, pool);
    if (any || !named) continue;
    origins.fail_at({"score.pools"},
                    fmt::format("score.pools: pool {} of {} is empty at every difficulty scored",
                                tasks::name(pool), spec.main.name));
  }
  if (any) return;
  const auto name = [](tasks::Pool pool) { return tasks::name(pool); };
  origins.fail_at({"score.difficulties", "score.range", "task"},
                  fmt::format("score: nothing can be asked of {}: {} {} empty at every difficulty "
                              "scored",
                              spec.main.name, base::joined(spec.score.pools, name),
                              spec.score.pools.size() == 1 ? "is" : "are"));
}

}  // namespace

void check_pools(const spec::RunSpec& spec, std::span<const tasks::Task* const> parts,
                 const spec::Origins& origins) {
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (!part_of(spec, part).is_trained()) continue;  // only asked
    check_trained(spec, part, *parts[part], origins);
  }
  check_scored(spec, *parts[0], origins);
}

}  // namespace lab::train
