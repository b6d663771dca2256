#include "lab/train/mixture.h"

#include <string>

#include "base/error.h"
#include "base/names.h"

namespace lab {
namespace {

std::vector<MixturePart> parts_of(const RunSpec& spec) {
  std::vector<MixturePart> parts{spec.main};
  parts.insert(parts.end(), spec.hints.begin(), spec.hints.end());
  return parts;
}

std::vector<std::unique_ptr<const tasks::Task>> made(const std::vector<MixturePart>& parts) {
  std::vector<std::unique_ptr<const tasks::Task>> all;
  for (const MixturePart& part : parts) all.push_back(tasks::make_task(part.task));
  return all;
}

tasks::JointVocabulary joined(const std::vector<std::unique_ptr<const tasks::Task>>& all) {
  std::vector<const tasks::Task*> borrowed;
  for (const auto& task : all) borrowed.push_back(task.get());
  return tasks::JointVocabulary(borrowed);
}

}  // namespace

Mixture::Mixture(const RunSpec& spec)
    : parts_(parts_of(spec)), tasks_(made(parts_)), joint_(joined(tasks_)) {}

std::size_t Mixture::index_of(std::string_view name) const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < size(); ++i) {
    if (parts_[i].name == name) return i;
    names.push_back(parts_[i].name);
  }
  throw base::Error(
      base::concat("task: this run has none named `", name, "`", base::did_you_mean(name, names)),
      base::ExitCode::wrong_usage);
}

tasks::Example Mixture::example(std::size_t part, tasks::Pool pool, int difficulty,
                                std::uint64_t seed, std::uint64_t index) const {
  tasks::Example example = tasks::example_at(task(part), pool, difficulty, seed, index);
  example.prompt = joint_.to_joint(part, example.prompt);
  example.answer = joint_.to_joint(part, example.answer);
  return example;
}

model::TransformerConfig model_of(const RunSpec& spec, const Mixture& mixture) {
  model::TransformerConfig config = spec.model;
  config.vocabulary = mixture.joint().vocabulary().size();
  return config;
}

}  // namespace lab
