#include "lab/spec/endless.h"

#include <algorithm>
#include <array>
#include <type_traits>

#include "base/error.h"
#include "lab/spec/from_proto.h"
#include "lab/spec/run_spec.h"
#include "tasks/emptiness.h"

namespace lab::spec {
namespace {

/// Whether the task's pools are listed (Task::finite_pools), known without making it.
template <typename... Tasks>
bool is_listed(const tasks::catalog::TaskConfig& config, tasks::catalog::TaskList<Tasks...>) {
  static constexpr std::array listed{std::is_base_of_v<tasks::FinitePools, Tasks>...};
  return listed[config.index()];
}

}  // namespace

std::unique_ptr<const tasks::Task> endless_task(const proto::Part& part) {
  if (part.kind_case() == proto::Part::KIND_NOT_SET) return nullptr;
  const auto config = from_proto<MixturePart>(part).task;
  if (is_listed(config, tasks::catalog::AllTasks{})) return nullptr;
  try {
    return tasks::catalog::make_task(config);
  } catch (const base::Error&) {  // see above
    return nullptr;
  }
}

tasks::Range trained_by_default(const tasks::Task& task, const proto::Part& part,
                                tasks::Range usual) {
  const proto::Range& said = part.difficulty();
  const auto [lowest, highest] = task.difficulties();
  const int high = said.has_low() ? std::max(usual.high, said.low()) : usual.high;
  const int low = said.has_high() ? std::min(usual.low, said.high()) : usual.low;
  tasks::Range range{std::clamp(low, lowest, highest), std::clamp(high, lowest, highest)};
  if (part.weight() == 0 && part.last_weight() == 0) return range;
  const auto is_empty = [&](int difficulty) {
    return task.difficulties().contains(difficulty) &&
           !tasks::has_question(task, tasks::Pool::train, difficulty);
  };
  const int least = said.has_low() ? said.low() : range.low;
  while (range.high > least && is_empty(range.high)) --range.high;
  const int most = said.has_high() ? said.high() : range.high;
  while (range.low < most && is_empty(range.low)) ++range.low;
  return range;
}

bool can_test(const tasks::Task& task, std::span<const int> difficulties) {
  return std::ranges::any_of(difficulties, [&](int difficulty) {
    return task.difficulties().contains(difficulty) &&
           tasks::has_question(task, tasks::Pool::test, difficulty);
  });
}

tasks::TextSize text_size(const tasks::Task& task, int difficulty) {
  if (const tasks::FinitePools* finite = task.finite_pools()) {
    if (const auto longest = finite->longest_text(difficulty)) return *longest;
  }
  base::Random random(0, "sequence length", static_cast<std::uint64_t>(difficulty));
  const auto example = task.sample(difficulty, random);
  const std::int64_t answer = task.answer_limit(example.prompt);
  return {std::ssize(example.prompt) + answer - 1, answer};
}

}  // namespace lab::spec
