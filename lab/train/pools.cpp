#include "lab/train/pools.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/error.h"
#include "lab/spec/path.h"
#include "lab/train/rules.h"
#include "tasks/pool.h"

namespace lab::train {
namespace {

using tasks::Pool;
using Keys = std::unordered_set<std::uint64_t>;

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

/// Of the questions of a finite pool at all difficulties; none of an endless one.
Keys keys_of(const tasks::Task& task, tasks::Pool pool) {
  const tasks::FinitePools* finite = task.finite_pools();
  if (finite == nullptr) return {};
  Keys keys;
  const auto [low, high] = task.difficulties();
  for (int difficulty = low; difficulty <= high; ++difficulty) {
    const std::int64_t size = finite->pool_size(pool, difficulty);
    for (std::int64_t place = 0; place < size; ++place) {
      keys.insert(task.question_key(finite->pool_item(pool, difficulty, place).prompt));
    }
  }
  return keys;
}

void check_leak(const spec::RunSpec& spec, std::span<const tasks::Task* const> parts,
                std::size_t trained, std::size_t held_out, const spec::Origins& origins) {
  const Keys keys = keys_of(*parts[trained], tasks::Pool::train);
  if (keys.empty()) return;
  for (const tasks::Pool pool : tasks::pools_of(*parts[held_out])) {
    if (pool == tasks::Pool::train) continue;
    std::size_t leaks = 0;
    for (const std::uint64_t key : keys_of(*parts[held_out], pool)) leaks += keys.count(key);
    if (leaks == 0) continue;
    origins.fail_at({path_of_part(std::max(trained, held_out))},
                    fmt::format("{}: {} trains on {} questions of pool {} of {}; give both the "
                                "same fields, so that they hold out the same",
                                path_of_part(trained), part_of(spec, trained).name, leaks,
                                tasks::name(pool), part_of(spec, held_out).name));
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
  for (std::size_t trained = 0; trained < parts.size(); ++trained) {
    if (part_of(spec, trained).weight == 0) continue;
    for (std::size_t other = 0; other < parts.size(); ++other) {
      if (trained != other) check_leak(spec, parts, trained, other, origins);
    }
  }
}

}  // namespace lab::train
