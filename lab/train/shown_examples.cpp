#include "lab/train/shown_examples.h"

#include "lab/train/training_data.h"
#include "tasks/pool.h"

namespace lab::train {
namespace {

using Visit = std::function<void(const ShownAt&, const tasks::Example&)>;

/// Whether there is an endless part, whose questions only the stream tells.
bool visit_finite_pools(const Lesson& lesson, const Visit& visit, LookedAt* looked) {
  bool any_endless = false;
  for (std::size_t part = 0; part < lesson.mixture.size(); ++part) {
    if (!lesson.mixture.part(part).is_trained()) continue;  // only asked
    const tasks::FinitePools* finite = lesson.mixture.task(part).finite_pools();
    any_endless = any_endless || finite == nullptr;
    const auto [low, high] = lesson.mixture.part(part).difficulty;
    for (int difficulty = low; finite != nullptr && difficulty <= high; ++difficulty) {
      if (!lesson.mixture.part(part).trains_on(difficulty)) continue;
      const std::int64_t size = finite->pool_size(tasks::Pool::train, difficulty);
      for (std::int64_t i = 0; i < size; ++i) {
        visit({part, difficulty, i}, finite->pool_item(tasks::Pool::train, difficulty, i));
      }
      looked->examples += size;
    }
  }
  return any_endless;
}

}  // namespace

LookedAt for_each_shown(const Lesson& lesson, std::int64_t most, const Visit& visit) {
  LookedAt looked;
  const bool any_endless = visit_finite_pools(lesson, visit, &looked);
  looked.drawn = looked.examples;
  if (!any_endless) return looked;
  const std::int64_t stream = lesson.spec.train.steps * lesson.spec.train.batch;
  for (std::int64_t i = 0; i < stream; ++i) {
    const auto [part, difficulty] = training_draw(lesson, static_cast<std::uint64_t>(i));
    if (lesson.mixture.task(part).finite_pools() != nullptr) continue;
    ++looked.drawn;
    if (i >= most) continue;
    const ShownAt at{part, difficulty, i};
    visit(at, example_shown(lesson, at));
    ++looked.examples;
  }
  return looked;
}

tasks::Example example_shown(const Lesson& lesson, const ShownAt& at) {
  const tasks::Task& task = lesson.mixture.task(at.part);
  if (const tasks::FinitePools* finite = task.finite_pools()) {
    return finite->pool_item(tasks::Pool::train, at.difficulty, at.index);
  }
  return tasks::example_at(task, tasks::Pool::train, at.difficulty, lesson.spec.data_seed,
                           static_cast<std::uint64_t>(at.index));
}

}  // namespace lab::train
