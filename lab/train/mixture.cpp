#include "lab/train/mixture.h"

#include <fmt/format.h>

#include <string>

#include "base/error.h"
#include "base/names.h"

namespace lab::train {
namespace {

tasks::JointVocabulary joined(const Mixture::Tasks& all) {
  std::vector<const tasks::Task*> borrowed;
  for (const auto& task : all) borrowed.push_back(task.get());
  return tasks::JointVocabulary(borrowed);
}

}  // namespace

Mixture::Mixture(std::vector<spec::MixturePart> parts, Tasks tasks)
    : parts_(std::move(parts)), tasks_(std::move(tasks)), joint_(joined(tasks_)) {
  base::promise(parts_.size() == tasks_.size(), "a task for each part");
}

std::size_t Mixture::index_of(std::string_view name) const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < size(); ++i) {
    if (parts_[i].name == name) return i;
    names.push_back(parts_[i].name);
  }
  throw base::Error(
      fmt::format("task: this run has none named `{}`{}", name, base::did_you_mean(name, names)),
      base::ExitCode::wrong_usage);
}

Mixture Mixture::with(spec::MixturePart part, std::unique_ptr<const tasks::Task> task) && {
  parts_.push_back(std::move(part));
  tasks_.push_back(std::move(task));
  return Mixture(std::move(parts_), std::move(tasks_));
}

tasks::Example Mixture::joint_of(std::size_t part, tasks::Example own) const {
  own.prompt = joint_.to_joint(part, own.prompt);
  own.answer = joint_.to_joint(part, own.answer);
  return own;
}

tasks::Example Mixture::example(std::size_t part, tasks::Pool pool, int difficulty,
                                std::uint64_t seed, std::uint64_t index) const {
  return joint_of(part, tasks::example_at(task(part), pool, difficulty, seed, index));
}

std::span<const tasks::FragmentKind> fragment_kinds(const tasks::Task& task) {
  const tasks::Fragments* fragments = task.fragments();
  return fragments == nullptr ? std::span<const tasks::FragmentKind>() : fragments->kinds();
}

std::string unseen_facet(const tasks::FragmentKind& kind) {
  return "unseen_" + std::string(kind.name);
}

}  // namespace lab::train
