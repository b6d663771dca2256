#include "lab/spec/part_defaults.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/text.h"
#include "lab/spec/endless.h"
#include "lab/spec/files.h"
#include "lab/spec/from_proto.h"
#include "lab/spec/kind_defaults.h"
#include "lab/spec/world_defaults.h"
#include "tasks/blocksworld/config.h"
#include "tasks/comparison/world.h"
#include "tasks/composition/world.h"
#include "tasks/knowledge/world.h"

namespace lab::spec {
namespace {

/// By pool and difficulty.
using FileLevels = std::map<std::pair<tasks::Pool, int>, tasks::TextSize>;

bool is_repeated(const proto::Part& part) {
  return part.has_copy() && part.copy().items() == proto::Copy::REPEATED;
}

std::string natural_name(const proto::Part& part) {
  const auto* kinds = proto::Part::descriptor()->FindOneofByName("kind");
  const auto* kind = part.GetReflection()->GetOneofFieldDescriptor(part, kinds);
  std::string name = kind == nullptr ? "" : kind->name();
  if (part.has_list_hint()) name = proto::ListHint::Kind_Name(part.list_hint().kind());
  if (part.has_copy()) name = is_repeated(part) ? "repeat_copy" : "unique_copy";
  if (part.has_mode() && part.mode().items() == proto::Mode::ANY) name = "hard_mode";
  if (part.has_addition() && part.addition().order() == proto::Addition::REVERSED) {
    name = "reversed_addition";
  }
  if (part.has_composition()) {
    name = proto::Composition::Formula_Name(part.composition().formula());
  }
  return base::small_letters(name);
}

/// How the lists of `from` are drawn, for a task of another type.
template <typename To, typename From>
void copy_lists(const From& from, To* to) {
  to->set_values(from.values());
  to->set_inputs(from.inputs());
  to->set_density(from.density());
  to->set_max_length(from.max_length());
}

template <typename To>
void take_over_lists(const proto::Part& task, To* to) {
  if (task.has_sorting()) copy_lists(task.sorting(), to);
  if (task.has_list_hint()) copy_lists(task.list_hint(), to);
}

/// What answers show, and their noise, stay the hint's own.
void take_over_world(const proto::Part& task, proto::Composition* to) {
  *to = task.composition();
  to->clear_scratchpad();
  to->clear_bridge_noise();
  to->clear_answer_noise();
}

void set_difficulty(int low, int high, proto::Part* part) {
  part->mutable_difficulty()->set_low(low);
  part->mutable_difficulty()->set_high(high);
}

bool is_of_blocks(const proto::Part& part) {
  return part.has_blocksworld() || part.has_plan_check();
}

const proto::Blocksworld& blocks_of(const proto::Part& part) {
  return part.has_plan_check() ? part.plan_check() : part.blocksworld();
}

/// The problems of `task`; its trace too for who has one.
void take_over_blocks(const proto::Part& task, const proto::Part& hint, proto::Part* to) {
  if (!is_of_blocks(task) || !is_of_blocks(hint)) return;
  proto::Blocksworld* blocks =
      hint.has_plan_check() ? to->mutable_plan_check() : to->mutable_blocksworld();
  *blocks = blocks_of(task);
  if (!hint.has_plan_check()) return;
  blocks->clear_trace();
  blocks->clear_trace_content();
}

/// The largest difficulty that is named; 0: none.
int largest_named(const proto::Part& part, std::span<const int> asked) {
  int largest = 0;
  if (part.difficulty().has_low()) largest = part.difficulty().low();
  if (part.difficulty().has_high()) largest = std::max(largest, part.difficulty().high());
  for (const int difficulty : asked) largest = std::max(largest, difficulty);
  return largest;
}

const FileLevels& levels_of(const proto::Part& part) { return questions_of(part)->longest(); }

/// All that there is to train on; of what is only asked all there is.
void set_file_difficulty(const proto::Part& part, proto::Part* defaults) {
  std::set<int> trained, all;
  for (const auto& [where, longest] : levels_of(part)) {
    all.insert(where.second);
    if (where.first == tasks::Pool::train) trained.insert(where.second);
  }
  if (part.weight() == 0 || trained.empty()) trained = all;
  set_difficulty(*trained.begin(), *trained.rbegin(), defaults);
}

/// The difficulties of a task whose questions are listed, and from where on blocks can be asked.
void set_own_difficulty(const proto::Part& filled, proto::Part* defaults) {
  const int fewest = fewest_of(filled);
  if (filled.has_composition() || filled.has_scan()) set_difficulty(fewest, fewest, defaults);
  if (filled.has_knowledge() || filled.has_comparison()) set_difficulty(fewest, 2, defaults);
  if (filled.has_file()) set_file_difficulty(filled, defaults);
  if (is_of_blocks(filled)) {
    defaults->mutable_difficulty()->set_low(std::max(defaults->difficulty().low(), fewest));
  }
}

/// What `part` says about itself, beside what is in `defaults` already.
PartDefaults with_own(const proto::Part& part, std::span<const int> asked, proto::Part defaults) {
  fit_kind(part, largest_named(part, asked), &defaults);
  defaults.set_name(natural_name(filled(part, defaults)));
  set_own_difficulty(filled(part, defaults), &defaults);
  auto endless = endless_task(filled(part, defaults));
  if (endless) {
    const proto::Range& usual = defaults.difficulty();
    const auto [low, high] = trained_by_default(*endless, part, {usual.low(), usual.high()});
    set_difficulty(low, high, &defaults);
  }
  return {defaults, filled(part, defaults), std::move(endless)};
}

std::vector<tasks::Pool> file_pools(const proto::Part& task) {
  std::vector<tasks::Pool> pools;
  for (const auto& [where, longest] : levels_of(task)) {
    if (pools.empty() || pools.back() != where.first) pools.push_back(where.first);
  }
  return pools;
}

/// The pools of a file, and of a task that has no TEST; none of another task.
std::vector<tasks::Pool> finite_pools(const proto::Part& task) {
  if (task.has_file()) return file_pools(task);
  std::span<const tasks::Pool> pools;
  if (task.has_composition()) {
    pools = tasks::composition::composition_pools(calls_of(task.composition()));
  }
  if (task.has_knowledge()) pools = tasks::knowledge::knowledge_pools();
  if (task.has_comparison()) pools = tasks::comparison::comparison_pools();
  return {pools.begin(), pools.end()};
}

proto::Score::Pool proto_pool(tasks::Pool pool) {
  proto::Score::Pool value = proto::Score::TEST;
  const bool known = proto::Score::Pool_Parse(base::capital_letters(tasks::name(pool)), &value);
  base::promise(known, "the schema has every pool");
  return value;
}

}  // namespace

std::vector<int> scored_difficulties(const PartDefaults& task,
                                     std::span<const proto::Score::Pool> pools) {
  if (!task.filled.has_file()) return {task.filled.difficulty().high()};
  std::set<int> difficulties;
  for (const auto& [where, longest] : levels_of(task.filled)) {
    if (std::ranges::count(pools, proto_pool(where.first)) > 0) difficulties.insert(where.second);
  }
  if (difficulties.empty()) difficulties.insert(task.filled.difficulty().high());
  return {difficulties.begin(), difficulties.end()};
}

std::int64_t longest_in_file(const proto::Part& part) {
  std::int64_t tokens = 0;
  for (const auto& [where, longest] : levels_of(part)) tokens = std::max(tokens, longest.tokens);
  return tokens;
}

PartDefaults task_defaults(const proto::Part& task, std::span<const int> asked) {
  return with_own(task, asked, {});
}

PartDefaults hint_defaults(const proto::Part& task, const proto::Part& hint) {
  proto::Part defaults;
  if (hint.has_sorting()) take_over_lists(task, defaults.mutable_sorting());
  if (hint.has_list_hint()) take_over_lists(task, defaults.mutable_list_hint());
  if (hint.has_composition() && task.has_composition()) {
    take_over_world(task, defaults.mutable_composition());
  }
  if (hint.has_knowledge() && task.has_knowledge()) {
    *defaults.mutable_knowledge() = task.knowledge();
  }
  if (hint.has_comparison() && task.has_comparison()) {
    *defaults.mutable_comparison() = task.comparison();
  }
  if (hint.has_scan() && task.has_scan()) *defaults.mutable_scan() = task.scan();
  take_over_blocks(task, hint, &defaults);
  set_difficulty(task.difficulty().low(), task.difficulty().high(), &defaults);
  return with_own(hint, {}, std::move(defaults));
}

int fewest_of(const proto::Part& task) {
  if (task.has_composition()) return hops_of(task.composition());
  if (task.has_scan()) return task.scan().max_sentences();
  if (task.has_knowledge()) return task.knowledge().atomic() == proto::Knowledge::NONE ? 2 : 1;
  if (!is_of_blocks(task)) return 1;
  return tasks::blocksworld::fewest_blocks(
      from_proto<tasks::blocksworld::BlocksworldConfig>(blocks_of(task)));
}

std::vector<proto::Score::Pool> scored_pools(const PartDefaults& task, std::span<const int> asked) {
  std::vector<proto::Score::Pool> pools;
  if (task.endless != nullptr && task.filled.coverage_size() > 0) {
    return {proto::Score::COVERED, proto::Score::UNCOVERED};
  }
  for (const tasks::Pool pool : finite_pools(task.filled)) {
    const bool is_default = tasks::is_held_out(pool) && pool != tasks::Pool::unused;
    if (is_default) pools.push_back(proto_pool(pool));
  }
  if (!pools.empty()) return pools;
  if (task.filled.has_file()) return {proto::Score::TRAIN};
  const bool test = task.endless == nullptr || can_test(*task.endless, asked);
  return {test ? proto::Score::TEST : proto::Score::TRAIN};
}

}  // namespace lab::spec
