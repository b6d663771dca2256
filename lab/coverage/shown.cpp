#include "lab/coverage/shown.h"

#include <algorithm>

#include "base/random.h"
#include "lab/train/training_data.h"
#include "tasks/pool.h"

namespace lab::coverage {
namespace {

void add(const train::Lesson& lesson, const Comparison& comparison, const ShownAt& at,
         Shown* shown) {
  const tasks::Example example = example_shown(lesson, at);
  shown->contents.try_emplace(comparison.digest(lesson.mixture.task(at.part), example.prompt), at);
  ++shown->examples;
}

/// Whether there is an endless part, whose questions only the stream tells.
bool add_finite_pools(const train::Lesson& lesson, const Comparison& comparison, Shown* shown) {
  bool any_endless = false;
  for (std::size_t part = 0; part < lesson.mixture.size(); ++part) {
    if (lesson.mixture.part(part).weight == 0) continue;  // only asked
    const tasks::FinitePools* finite = lesson.mixture.task(part).finite_pools();
    any_endless = any_endless || finite == nullptr;
    const auto [low, high] = lesson.mixture.part(part).difficulty;
    for (int difficulty = low; finite != nullptr && difficulty <= high; ++difficulty) {
      const std::int64_t size = finite->pool_size(tasks::Pool::train, difficulty);
      for (std::int64_t i = 0; i < size; ++i) add(lesson, comparison, {part, difficulty, i}, shown);
    }
  }
  return any_endless;
}

}  // namespace

Comparison::Comparison(const train::Mixture& mixture) {
  for (std::size_t part = 0; part < mixture.size(); ++part) {
    const tasks::Task& task = mixture.task(part);
    base::Random random(0, "content");
    const auto content = task.content(task.sample(task.difficulties().low, random).prompt);
    if (content.any_order) any_order_.insert(content.kind);
  }
}

std::uint64_t Comparison::digest(const tasks::Task& task,
                                 std::span<const tasks::Token> prompt) const {
  const tasks::Content content = task.content(prompt);
  return tasks::digest_of(content, any_order_.contains(content.kind));
}

Shown shown_by(const train::Lesson& lesson, const Comparison& comparison, std::int64_t most) {
  Shown shown;
  const bool any_endless = add_finite_pools(lesson, comparison, &shown);
  shown.drawn = shown.examples;
  if (!any_endless) return shown;
  const std::int64_t stream = lesson.spec.train.steps * lesson.spec.train.batch;
  for (std::int64_t i = 0; i < stream; ++i) {
    const auto [part, difficulty] = train::training_draw(lesson, static_cast<std::uint64_t>(i));
    if (lesson.mixture.task(part).finite_pools() != nullptr) continue;
    ++shown.drawn;
    if (i < most) add(lesson, comparison, {part, difficulty, i}, &shown);
  }
  return shown;
}

tasks::Example example_shown(const train::Lesson& lesson, const ShownAt& at) {
  const tasks::Task& task = lesson.mixture.task(at.part);
  if (const tasks::FinitePools* finite = task.finite_pools()) {
    return finite->pool_item(tasks::Pool::train, at.difficulty, at.index);
  }
  return tasks::example_at(task, tasks::Pool::train, at.difficulty, lesson.spec.data_seed,
                           static_cast<std::uint64_t>(at.index));
}

}  // namespace lab::coverage
