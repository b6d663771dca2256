#include "lab/train/pools.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/error.h"
#include "lab/spec/path.h"
#include "lab/train/rules.h"
#include "tasks/pool.h"

namespace lab::train {
namespace {

void check_trained(const spec::RunSpec& spec, std::size_t part, const tasks::Task& task,
                   const spec::Origins& origins) {
  const auto [low, high] = part_of(spec, part).difficulty;
  for (int difficulty = low; difficulty <= high; ++difficulty) {
    if (tasks::available(task, tasks::Pool::train, difficulty, 1) > 0) continue;
    const std::string path = path_of_part(part);
    origins.fail_at(
        {spec::field_path(path, "difficulty"), path},
        fmt::format("{}: {} has nothing to train on at difficulty {}",
                    spec::field_path(path, "difficulty"), part_of(spec, part).name, difficulty));
  }
}

void check_scored(const spec::RunSpec& spec, const tasks::Task& task,
                  const spec::Origins& origins) {
  for (const tasks::Pool pool : spec.score.pools) {
    try {
      tasks::require_pool(task, pool);
    } catch (const base::Error& lacking) {
      origins.fail_at({"score.pools", "task"}, fmt::format("score.pools: {}", lacking.what()));
    }
    if (origins.exact("score.pools") == nullptr) continue;
    const bool empty = std::ranges::none_of(spec.score.difficulties, [&](int difficulty) {
      return tasks::available(task, pool, difficulty, 1) > 0;
    });
    if (empty) {
      origins.fail_at({"score.pools"},
                      fmt::format("score.pools: pool {} of {} is empty at every difficulty scored",
                                  tasks::name(pool), spec.main.name));
    }
  }
}

}  // namespace

void check_pools(const spec::RunSpec& spec, std::span<const tasks::Task* const> parts,
                 const spec::Origins& origins) {
  check_scored(spec, *parts[0], origins);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (part_of(spec, part).weight == 0) continue;  // only asked
    check_trained(spec, part, *parts[part], origins);
  }
}

}  // namespace lab::train
