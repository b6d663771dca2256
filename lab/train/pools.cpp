#include "lab/train/pools.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/error.h"
#include "base/text.h"
#include "lab/spec/path.h"
#include "lab/train/rules.h"
#include "tasks/emptiness.h"

namespace lab::train {
namespace {

using tasks::Pool;
using Keys = std::unordered_set<std::uint64_t>;

void check_trained(const spec::RunSpec& spec, std::size_t part, const tasks::Task& task,
                   const spec::Origins& origins) {
  const auto [low, high] = part_of(spec, part).difficulty;
  for (int difficulty = low; difficulty <= high; ++difficulty) {
    if (tasks::has_question(task, tasks::Pool::train, difficulty)) continue;
    const std::string path = path_of_part(part);
    const std::string few =
        task.finite_pools() == nullptr ? "; there are too few questions to share out" : "";
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
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (part_of(spec, part).weight == 0) continue;  // only asked
    check_trained(spec, part, *parts[part], origins);
  }
  check_scored(spec, *parts[0], origins);
  for (std::size_t trained = 0; trained < parts.size(); ++trained) {
    if (part_of(spec, trained).weight == 0) continue;
    for (std::size_t other = 0; other < parts.size(); ++other) {
      if (trained != other) check_leak(spec, parts, trained, other, origins);
    }
  }
}

}  // namespace lab::train
