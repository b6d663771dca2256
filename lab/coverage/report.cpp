#include "lab/coverage/report.h"

#include <algorithm>
#include <unordered_set>

#include "base/error.h"
#include "tasks/coverage/pool.h"
#include "tasks/emptiness.h"

namespace lab::coverage {
namespace {

using tasks::Pool;
using Keys = std::unordered_set<std::uint64_t>;

/// Of all questions of a finite pool, else of the first `sample` draws. An endless pool that has
/// nothing at so small a difficulty has no keys.
Keys keys_of(const tasks::Task& task, tasks::Pool pool, int difficulty, std::int64_t sample) {
  const tasks::FinitePools* finite = task.finite_pools();
  const std::int64_t count = tasks::pool_size(task, pool, difficulty).value_or(sample);
  Keys keys;
  if (!tasks::has_question(task, pool, difficulty)) return keys;
  try {
    for (std::int64_t i = 0; i < count; ++i) {
      const tasks::Example example =
          finite != nullptr
              ? finite->pool_item(pool, difficulty, i)
              : tasks::example_at(task, pool, difficulty, 0, static_cast<std::uint64_t>(i));
      keys.insert(task.question_key(example.prompt));
    }
  } catch (const base::Error&) {
    if (finite != nullptr || !keys.empty()) throw;
  }
  return keys;
}

Keys trained_keys(const std::vector<CoveredTask>& tasks, std::int64_t sample) {
  Keys keys;
  for (const CoveredTask& covered : tasks) {
    for (int d = covered.trained.low; d <= covered.trained.high; ++d) {
      keys.merge(keys_of(*covered.task, tasks::Pool::train, d, sample));
    }
  }
  return keys;
}

std::int64_t common(const Keys& some, const Keys& others) {
  return std::ranges::count_if(some, [&](std::uint64_t key) { return others.contains(key); });
}

/// The pools of one difficulty.
std::vector<PoolCoverage> compared(const CoveredTask& covered, int difficulty, const Keys& trained,
                                   std::int64_t sample) {
  const tasks::Task& task = *covered.task;
  std::map<tasks::Pool, Keys> keys;
  for (const tasks::Pool pool : tasks::pools_of(task))
    keys[pool] = keys_of(task, pool, difficulty, sample);
  std::vector<PoolCoverage> rows;
  for (const tasks::Pool pool : tasks::pools_of(task)) {
    PoolCoverage row{pool,
                     difficulty,
                     tasks::pool_size(task, pool, difficulty),
                     std::ssize(keys[pool]),
                     common(keys[pool], trained),
                     0,
                     task.chance(difficulty)};
    for (const auto& [other, others] : keys) {
      if (other == pool || other == tasks::Pool::train || pool == tasks::Pool::train) continue;
      row.elsewhere += common(keys[pool], others);
    }
    rows.push_back(row);
  }
  return rows;
}

/// Of a task over a finite function; nothing of others.
std::optional<CutoffCoverage> cutoff_coverage(const tasks::Task& task,
                                              const tasks::coverage::CoverageOptions& options) {
  const std::optional<tasks::FiniteFunction> function = task.finite_function();
  if (!function) return std::nullopt;
  std::map<tasks::Pool, std::vector<int>> cutoffs;
  for (const tasks::Pool pool : tasks::pools_of(task)) {
    if (pool != tasks::Pool::train) cutoffs[pool];  // empty pools are shown too
  }
  const std::vector<int> all = tasks::coverage::k_cutoffs(*function, options);
  for (std::size_t i = 0; i < all.size(); ++i) {
    cutoffs.at(function->held_out_pools.at(i)).push_back(all[i]);
  }
  CutoffCoverage result;
  for (const auto& [pool, of_pool] : cutoffs) {
    result.items[pool] = tasks::coverage::cutoff_histogram(of_pool);
  }
  const auto positions = static_cast<int>(function->sizes.size());
  result.equivalences = tasks::coverage::equivalence_counts(
      *function, options.index_sets.empty() ? tasks::coverage::proper_index_sets(positions)
                                            : options.index_sets);
  return result;
}

/// The easiest and the hardest trained on, and what is scored.
std::vector<int> shown_difficulties(const train::Lesson& lesson, std::size_t part) {
  const tasks::Range trained = lesson.mixture.part(part).difficulty;
  std::vector<int> shown{trained.low, trained.high};
  if (part == 0) {
    const std::vector<int>& scored = lesson.spec.score.difficulties;
    shown.insert(shown.end(), scored.begin(), scored.end());
  }
  std::ranges::sort(shown);
  const auto repeated = std::ranges::unique(shown);
  shown.erase(repeated.begin(), repeated.end());
  return shown;
}

}  // namespace

std::vector<PartCoverage> compare_pools(const std::vector<CoveredTask>& tasks,
                                        std::int64_t sample) {
  const Keys trained = trained_keys(tasks, sample);
  std::vector<PartCoverage> parts;
  for (const CoveredTask& covered : tasks) {
    PartCoverage part{covered.name, false, {}, std::nullopt};
    for (const int difficulty : covered.asked) {
      for (PoolCoverage& row : compared(covered, difficulty, trained, sample)) {
        part.finite = row.questions.has_value();
        part.pools.push_back(row);
      }
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

std::vector<PartCoverage> coverage_of(const train::Lesson& lesson, std::int64_t sample,
                                      const tasks::coverage::CoverageOptions& options) {
  const train::Mixture& mixture = lesson.mixture;
  constexpr tasks::Range nothing{1, 0};
  std::vector<CoveredTask> tasks;
  for (std::size_t part = 0; part < mixture.size(); ++part) {
    const bool is_trained = mixture.part(part).weight > 0;
    tasks.push_back({mixture.part(part).name, &mixture.task(part),
                     is_trained ? mixture.part(part).difficulty : nothing,
                     shown_difficulties(lesson, part)});
  }
  std::vector<PartCoverage> parts = compare_pools(tasks, sample);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    parts[part].cutoffs = cutoff_coverage(*tasks[part].task, options);
  }
  return parts;
}

bool disjoint(const std::vector<PartCoverage>& parts) {
  for (const PartCoverage& part : parts) {
    for (const PoolCoverage& row : part.pools) {
      if (row.pool != tasks::Pool::train && row.trained + row.elsewhere > 0) return false;
    }
  }
  return true;
}

}  // namespace lab::coverage
