#include "lab/coverage/shown.h"

#include "base/random.h"

namespace lab::coverage {

Lineage lineage_of(const train::Lesson& lesson) {
  Lineage lineage{lesson};
  for (const spec::RunSpec* child = &lesson.spec; child->start; child = child->parent.get()) {
    if (child->parent == nullptr) {
      lineage.unknown = child->start->run;
      break;
    }
    train::Lesson start = train::lesson_of(*child->parent);
    start.spec.train.steps = child->start->step;
    lineage.starts.push_back(std::make_shared<const train::Lesson>(std::move(start)));
  }
  return lineage;
}

Comparison::Comparison(const Lineage& lineage) {
  add(lineage.lesson.mixture);
  for (const auto& start : lineage.starts) add(start->mixture);
}

void Comparison::add(const train::Mixture& mixture) {
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

Shown shown_by(const Lineage& lineage, const Comparison& comparison, std::int64_t most) {
  Shown shown{{}, train::ShownFragments(lineage.lesson), {}};
  const auto look_at = [&](const train::Lesson& lesson) {
    const auto add = [&](const train::ShownAt& at, const tasks::Example& example) {
      const tasks::Task& task = lesson.mixture.task(at.part);
      const std::uint64_t digest = comparison.digest(task, example.prompt);
      shown.contents.try_emplace(digest, FirstShown{&lesson, at});
      if (&lesson == &lineage.lesson) shown.fragments.add(at.part, example);
    };
    const train::LookedAt looked_at = train::for_each_shown(lesson, most, add);
    shown.looked_at.examples += looked_at.examples;
    shown.looked_at.drawn += looked_at.drawn;
  };
  look_at(lineage.lesson);
  for (const auto& start : lineage.starts) look_at(*start);
  return shown;
}

}  // namespace lab::coverage
