#include "lab/exchange/own_questions.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "lab/train/shared_questions.h"
#include "tasks/pool.h"

namespace lab::exchange {

using tasks::file::Questions;

train::Lesson with_questions(train::Lesson lesson, const tasks::file::FileConfig& file,
                             const std::string& name) {
  const tasks::Vocabulary& known = lesson.mixture.joint().vocabulary();
  const Questions& all = *file.questions;
  const auto unknown = all.first_with(
      [&](tasks::Token token) { return !known.contains(all.vocabulary().name(token)); });
  if (unknown) {
    throw base::Error(fmt::format("{}: the run has no token `{}`", all.place(unknown->first),
                                  all.vocabulary().name(unknown->second)),
                      base::ExitCode::wrong_usage);
  }
  auto task = tasks::catalog::make_task(file);
  spec::MixturePart part{name, file, 0, task->difficulties(), {}};
  lesson.spec.hints.push_back(part);
  lesson.mixture = std::move(lesson.mixture).with(std::move(part), std::move(task));
  return lesson;
}

std::int64_t trained_questions(const train::Lesson& lesson) {
  const std::size_t last = lesson.mixture.size() - 1;
  const Questions& all =
      *std::get<tasks::file::FileConfig>(lesson.mixture.part(last).task).questions;
  const tasks::JointVocabulary& joint = lesson.mixture.joint();
  std::vector<bool> trained(static_cast<std::size_t>(all.size()), false);
  for (std::size_t part = 0; part < last; ++part) {
    if (!lesson.mixture.part(part).is_trained()) continue;
    const train::PoolLookup lookup(lesson.mixture.task(part));
    for (std::int64_t i = 0; i < all.size(); ++i) {
      const auto own = joint.to_own(part, joint.to_joint(last, all.prompt(i)));
      if (lookup.pool_of(own) == tasks::Pool::train) trained[static_cast<std::size_t>(i)] = true;
    }
  }
  return std::ranges::count(trained, true);
}

}  // namespace lab::exchange
