#include "lab/coverage/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "lab/coverage/shown.h"
#include "tasks/coverage/pool.h"
#include "tasks/different.h"
#include "tasks/emptiness.h"

namespace lab::coverage {
namespace {

using tasks::Pool;

/// The contents of a pool, each with the index of the first question that has it.
using PoolContents = std::unordered_map<std::uint64_t, std::int64_t>;

/// What a lesson's held-out questions are held against.
struct Compared {
  const train::Lesson& lesson;
  Comparison comparison;
  Shown shown;
  std::int64_t sample;
};

/// Question `index` of a pool: of an endless one as it is asked.
tasks::Example example_of(const train::Lesson& lesson, std::size_t part, Pool pool, int difficulty,
                          std::int64_t index) {
  const tasks::Task& task = lesson.mixture.task(part);
  if (const tasks::FinitePools* finite = task.finite_pools()) {
    return finite->pool_item(pool, difficulty, index);
  }
  return tasks::example_at(task, pool, difficulty, lesson.spec.score_seed,
                           static_cast<std::uint64_t>(index));
}

PoolContents contents_of_finite(const Compared& all, std::size_t part, Pool pool, int difficulty) {
  const tasks::Task& task = all.lesson.mixture.task(part);
  const std::int64_t size = task.finite_pools()->pool_size(pool, difficulty);
  PoolContents contents;
  for (std::int64_t i = 0; i < size; ++i) {
    const tasks::Example example = example_of(all.lesson, part, pool, difficulty, i);
    contents.try_emplace(all.comparison.digest(task, example.prompt), i);
  }
  return contents;
}

/// Of the questions asked, and of as many as the sample wants. An endless pool that has nothing at
/// so small a difficulty has no contents.
PoolContents contents_of_endless(const Compared& all, std::size_t part, Pool pool, int difficulty) {
  const tasks::Task& task = all.lesson.mixture.task(part);
  const auto& spec = all.lesson.spec;
  PoolContents contents;
  if (!tasks::has_question(task, pool, difficulty)) return contents;
  tasks::DifferentExamples source(task, pool, difficulty, spec.score_seed);
  const std::int64_t wanted = std::max<std::int64_t>(all.sample, spec.score.examples);
  for (std::int64_t i = 0; i < wanted; ++i) {
    const std::optional<tasks::Example> example = source.next();
    if (!example) break;
    contents.try_emplace(all.comparison.digest(task, example->prompt),
                         static_cast<std::int64_t>(source.index()));
  }
  return contents;
}

PoolContents contents_of(const Compared& all, std::size_t part, Pool pool, int difficulty) {
  const bool finite = all.lesson.mixture.task(part).finite_pools() != nullptr;
  return finite ? contents_of_finite(all, part, pool, difficulty)
                : contents_of_endless(all, part, pool, difficulty);
}

/// Of a run that is started from also which it is.
std::string shown_text(const train::Lesson& own, const FirstShown& shown) {
  const auto& [lesson, at] = shown;
  const tasks::Example example = train::example_shown(*lesson, at);
  return fmt::format("{}{} at {} trains on `{}`",
                     lesson == &own ? "" : "in `" + lesson->spec.name + "` ",
                     lesson->mixture.part(at.part).name, at.difficulty,
                     lesson->mixture.task(at.part).vocabulary().text(example.prompt));
}

/// "pool test of sorting at 4: `<sort> 2 1 =`".
std::string asked_text(const train::Lesson& lesson, std::size_t part, Pool pool, int difficulty,
                       std::int64_t index) {
  const tasks::Example example = example_of(lesson, part, pool, difficulty, index);
  return fmt::format("pool {} of {} at {}: `{}`", tasks::name(pool), lesson.mixture.part(part).name,
                     difficulty, lesson.mixture.task(part).vocabulary().text(example.prompt));
}

/// Counts what of a held-out pool is trained on.
void compare_with_shown(const Compared& all, std::size_t part, const PoolContents& contents,
                        PoolCoverage* row) {
  for (const auto& [digest, index] : contents) {
    const auto found = all.shown.contents.find(digest);
    if (found == all.shown.contents.end()) continue;
    ++row->trained;
    if (row->leak) continue;
    row->leak = Leak{asked_text(all.lesson, part, row->pool, row->difficulty, index),
                     shown_text(all.lesson, found->second)};
  }
}

/// Counts what of a held-out pool is in another one.
void compare_with_pool(const Compared& all, std::size_t part, const PoolContents& contents,
                       Pool other, const PoolContents& others, PoolCoverage* row) {
  for (const auto& [digest, index] : contents) {
    const auto found = others.find(digest);
    if (found == others.end()) continue;
    ++row->elsewhere;
    if (row->leak) continue;
    row->leak = Leak{asked_text(all.lesson, part, row->pool, row->difficulty, index),
                     asked_text(all.lesson, part, other, row->difficulty, found->second)};
  }
}

/// The pools of one difficulty.
std::vector<PoolCoverage> compared(const Compared& all, std::size_t part, int difficulty) {
  const tasks::Task& task = all.lesson.mixture.task(part);
  std::map<Pool, PoolContents> contents;
  for (const Pool pool : tasks::pools_of(task)) {
    contents[pool] = contents_of(all, part, pool, difficulty);
  }
  std::vector<PoolCoverage> rows;
  for (const Pool pool : tasks::pools_of(task)) {
    PoolCoverage row{pool, difficulty, tasks::pool_size(task, pool, difficulty),
                     std::ssize(contents[pool])};
    row.chance = task.chance(difficulty);
    if (pool != Pool::train) {
      compare_with_shown(all, part, contents[pool], &row);
      for (const auto& [other, others] : contents) {
        if (other == pool || other == Pool::train) continue;
        compare_with_pool(all, part, contents[pool], other, others, &row);
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// The easiest and the hardest trained on, and what is scored: of a hint only where it is trained.
std::vector<int> shown_difficulties(const train::Lesson& lesson, std::size_t part) {
  const tasks::Range trained = lesson.mixture.part(part).difficulty;
  std::vector<int> shown{trained.low, trained.high};
  for (const int scored : lesson.spec.score.difficulties) {
    if (part == 0 || trained.contains(scored)) shown.push_back(scored);
  }
  std::ranges::sort(shown);
  const auto repeated = std::ranges::unique(shown);
  shown.erase(repeated.begin(), repeated.end());
  return shown;
}

}  // namespace

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
  result.built = function->built;
  return result;
}

Report coverage_of(const train::Lesson& lesson, std::int64_t sample,
                   const tasks::coverage::CoverageOptions& options, std::int64_t most_shown) {
  const train::Mixture& mixture = lesson.mixture;
  const Lineage lineage = lineage_of(lesson);
  const Comparison comparison(lineage);
  const Compared all{lesson, comparison, shown_by(lineage, comparison, most_shown), sample};
  Report report{{}, all.shown.looked_at.examples, all.shown.looked_at.drawn};
  for (const auto& start : lineage.starts) report.starts.push_back(start->spec.name);
  report.unknown_start = lineage.unknown;
  for (std::size_t part = 0; part < mixture.size(); ++part) {
    const tasks::Task& task = mixture.task(part);
    PartCoverage covered{mixture.part(part).name,
                         task.finite_pools() != nullptr,
                         {},
                         cutoff_coverage(task, options),
                         fragment_report(lesson, part, all.shown.fragments,
                                         shown_difficulties(lesson, part), sample),
                         task.drawn_pools() != nullptr && task.allowed_fragments() != nullptr};
    for (const int difficulty : shown_difficulties(lesson, part)) {
      std::ranges::move(compared(all, part, difficulty), std::back_inserter(covered.pools));
    }
    report.parts.push_back(std::move(covered));
  }
  return report;
}

bool disjoint(const Report& report) {
  for (const PartCoverage& part : report.parts) {
    for (const PoolCoverage& row : part.pools) {
      if (row.leak) return false;
    }
  }
  return true;
}

}  // namespace lab::coverage
