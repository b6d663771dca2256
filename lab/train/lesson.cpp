#include "lab/train/lesson.h"

#include <algorithm>

#include "base/error.h"
#include "lab/spec/path.h"
#include "lab/spec/unread.h"
#include "lab/train/course.h"
#include "lab/train/pools.h"
#include "lab/train/rules.h"
#include "lab/train/shared_questions.h"
#include "lab/train/start.h"
#include "lab/train/trained_tokens.h"
#include "tasks/control/few_items.h"

namespace lab::train {
namespace {

/// The field of a part that an error is about, where it begins with its name: the part otherwise.
std::string place_of(const base::Error& error, const std::string& path) {
  for (const char* field : {"coverage", "train_items"}) {
    const bool is_it = std::string_view(error.what()).starts_with(std::string(field) + ": ");
    if (is_it) return spec::field_path(path, field);
  }
  return path;
}

std::unique_ptr<const tasks::Task> made_task(const tasks::catalog::TaskConfig& config,
                                             std::span<const tasks::CoverageRule> rules,
                                             std::size_t part, const spec::Origins& origins) {
  const std::string path = path_of_part(part);
  try {
    return tasks::catalog::make_task(config, rules);
  } catch (const base::Error& impossible) {
    origins.fail_at({place_of(impossible, path), path}, path + ": " + impossible.what());
  }
}

/// The task, or one that trains on so many of its questions as the part says.
std::unique_ptr<const tasks::Task> with_items(std::unique_ptr<const tasks::Task> task,
                                              const spec::RunSpec& spec, std::size_t part,
                                              const spec::Origins& origins) {
  const spec::MixturePart& one = part_of(spec, part);
  if (one.train_items == 0 || !one.is_trained()) return task;
  const std::string path = path_of_part(part);
  try {
    return std::make_unique<tasks::control::FewItems>(std::move(task), items_by_difficulty(one),
                                                      spec.data_seed);
  } catch (const base::Error& impossible) {
    origins.fail_at({place_of(impossible, path), path}, path + ": " + impossible.what());
  }
}

/// What training may show of a part: a hint that has no rules of its own takes the task's.
std::vector<tasks::CoverageRule> coverage_of(const spec::RunSpec& spec, std::size_t part) {
  const spec::MixturePart& own = part_of(spec, part);
  if (part == 0 || !own.coverage.empty()) return own.coverage;
  std::vector<tasks::CoverageRule> taken = spec.main.coverage;
  std::erase_if(taken, [&](const tasks::CoverageRule& rule) {
    return !tasks::catalog::is_made_of(own.task, rule.fragment);
  });
  return taken;
}

/// What the spec says of each part's task, and what they all have to agree on.
std::vector<tasks::catalog::TaskConfig> configs_of(const spec::RunSpec& spec) {
  std::vector<tasks::catalog::TaskConfig> configs;
  for (std::size_t part = 0; part <= spec.hints.size(); ++part) {
    configs.push_back(part_of(spec, part).task);
  }
  tasks::catalog::agree(configs);
  return configs;
}

/// One after the other, each checked before the next is made.
Mixture made_mixture(const spec::RunSpec& spec, const spec::Origins& origins) {
  std::vector<spec::MixturePart> parts;
  Mixture::Tasks tasks;
  std::vector<const tasks::Task*> borrowed;
  const auto configs = configs_of(spec);
  for (std::size_t part = 0; part <= spec.hints.size(); ++part) {
    parts.push_back(part_of(spec, part));
    tasks.push_back(made_task(configs[part], coverage_of(spec, part), part, origins));
    check_part(spec, part, *tasks.back(), origins);
    tasks.back() = with_items(std::move(tasks.back()), spec, part, origins);
    borrowed.push_back(tasks.back().get());
  }
  check_pools(spec, borrowed, origins);
  Mixture mixture(std::move(parts), std::move(tasks));
  check_shared_questions(spec, borrowed, mixture.joint(), origins);
  check_trained_tokens(spec, borrowed, mixture.joint(), origins);
  return mixture;
}

}  // namespace

Lesson lesson_of(const spec::Spec& spec) {
  spec::check_read(spec);
  return lesson_of_stored(spec);
}

Lesson lesson_of_stored(const spec::Spec& spec) {
  check_fields(spec.run, spec.origins);
  if (spec.run.parent != nullptr) check_shape(spec.run, *spec.run.parent, spec.origins);
  Mixture mixture = made_mixture(spec.run, spec.origins);
  const auto model = spec.run.model.over(mixture.joint().vocabulary().size());
  check_frozen(spec.run, model, spec.origins);
  return {spec.run, std::move(mixture), model};
}

Lesson lesson_of(const spec::RunSpec& spec) {
  Lesson lesson = lesson_of_stored(spec::parse_spec(spec.text, spec.name, "."));
  lesson.spec.parent = spec.parent;
  return lesson;
}

}  // namespace lab::train
