#include "lab/coverage/shown.h"

#include "base/random.h"

namespace lab::coverage {
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
  Shown shown{{}, train::ShownFragments(lesson), {}};
  const auto add = [&](const train::ShownAt& at, const tasks::Example& example) {
    const tasks::Task& task = lesson.mixture.task(at.part);
    shown.contents.try_emplace(comparison.digest(task, example.prompt), at);
    shown.fragments.add(at.part, example);
  };
  shown.looked_at = train::for_each_shown(lesson, most, add);
  return shown;
}

}  // namespace lab::coverage
