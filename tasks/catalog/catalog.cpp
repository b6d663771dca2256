#include "tasks/catalog/catalog.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.h"
#include "tasks/control/controlled.h"

namespace tasks::catalog {
namespace {

template <typename OneTask>
std::unique_ptr<const Task> made_as(const TaskConfig& config) {
  return std::make_unique<OneTask>(std::get<typename OneTask::Config>(config));
}

template <typename... Tasks>
std::unique_ptr<const Task> made(const TaskConfig& config, TaskList<Tasks...> /*all*/) {
  static constexpr std::array makers{made_as<Tasks>...};
  return makers[config.index()](config);
}

/// Most tasks hold nothing, and have nothing to take on.
template <typename Config>
Sameness held_by(const Config& config) {
  if constexpr (requires { sameness_of(config); }) return sameness_of(config);
  return {};
}

template <typename Config>
void take_on(Config& config, const Sameness& all) {
  if constexpr (requires { agree_on(config, all); }) agree_on(config, all);
}

/// Whether it is a world's, which takes the rules on.
template <typename Config>
bool gives_rules(Config& config, std::span<const CoverageRule> rules) {
  if constexpr (requires { config.world.coverage; }) {
    config.world.coverage.assign(rules.begin(), rules.end());
    return true;
  } else if constexpr (requires { config.coverage; }) {
    config.coverage.assign(rules.begin(), rules.end());
    return true;
  }
  return false;
}

template <typename OneTask>
void add_entries(std::vector<CatalogEntry>& entries) {
  for (const auto& [name, summary, format, prompt, answer, config] : OneTask::introductions()) {
    std::string with_picture =
        base::concat(format, "\n  prompt  ", prompt, "\n  answer  ", answer, '\n');
    entries.push_back({name, summary, std::move(with_picture), prompt, answer, config});
  }
}

template <typename... Tasks>
std::vector<CatalogEntry> all_entries(TaskList<Tasks...> /*all*/) {
  std::vector<CatalogEntry> entries;
  (add_entries<Tasks>(entries), ...);
  return entries;
}

}  // namespace

std::unique_ptr<const Task> make_task(const TaskConfig& config,
                                      std::span<const CoverageRule> rules) {
  if (rules.empty()) return made(config, AllTasks{});
  TaskConfig ruled = config;
  const bool by_world = std::visit([&](auto& one) { return gives_rules(one, rules); }, ruled);
  if (!by_world) return std::make_unique<control::Controlled>(made(config, AllTasks{}), rules);
  try {
    return made(ruled, AllTasks{});
  } catch (const base::Error& error) {
    const std::string_view said = error.what();
    const bool of_rule = said.starts_with("share: ") || said.starts_with("fragment: ");
    throw base::Error(of_rule ? base::concat("coverage: ", said) : std::string(said));
  }
}

bool is_made_of(const TaskConfig& config, std::string_view fragment) {
  if (fragment == question_fragment) return true;
  const auto task = made(config, AllTasks{});
  return std::ranges::any_of(task->fragments()->kinds(),
                             [&](const FragmentKind& kind) { return kind.name == fragment; });
}

void agree(std::span<TaskConfig> configs) {
  Sameness all;
  for (const TaskConfig& config : configs) {
    all = all | std::visit([](const auto& one) { return held_by(one); }, config);
  }
  for (TaskConfig& config : configs) {
    std::visit([&](auto& one) { take_on(one, all); }, config);
  }
}

const std::vector<CatalogEntry>& catalog() {
  static const std::vector<CatalogEntry> entries = all_entries(CatalogTasks{});
  return entries;
}

}  // namespace tasks::catalog
