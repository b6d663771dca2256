#include "lab/spec/part_defaults.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "lab/spec/from_proto.h"
#include "tasks/blocksworld/config.h"
#include "tasks/comparison/world.h"
#include "tasks/composition/world.h"
#include "tasks/knowledge/world.h"

namespace lab::spec {
namespace {

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

int hops_of(const proto::Composition& composition) {
  switch (composition.formula()) {
    case proto::Composition::THREE_HOP:
      return 3;
    case proto::Composition::CHAIN:
      return composition.hops();
    case proto::Composition::TWO_HOP:
    case proto::Composition::PARALLEL_TWO_HOP:
    case proto::Composition::NON_TREE:
      break;
  }
  return 2;
}

/// Functions called in all.
int calls_of(const proto::Composition& composition) {
  const bool parallel = composition.formula() == proto::Composition::PARALLEL_TWO_HOP;
  return parallel ? 3 : hops_of(composition);
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

/// Adds to `defaults` what `part` says about itself.
void add_own(const proto::Part& part, proto::Part* defaults) {
  proto::Part filled = *defaults;
  filled.MergeFrom(part);
  defaults->set_name(natural_name(filled));
  if (is_repeated(filled)) defaults->mutable_copy()->set_values(2);
  if (filled.has_composition()) {
    set_difficulty(hops_of(filled.composition()), hops_of(filled.composition()), defaults);
  }
  if (filled.has_scan()) {
    set_difficulty(filled.scan().max_sentences(), filled.scan().max_sentences(), defaults);
  }
  if (filled.has_comparison()) set_difficulty(1, 2, defaults);
  if (is_of_blocks(filled)) {
    const int fewest = tasks::blocksworld::fewest_blocks(
        from_proto<tasks::blocksworld::BlocksworldConfig>(blocks_of(filled)));
    defaults->mutable_difficulty()->set_low(std::max(defaults->difficulty().low(), fewest));
  }
  if (filled.has_knowledge()) {
    set_difficulty(filled.knowledge().atomic() == proto::Knowledge::NONE ? 2 : 1, 2, defaults);
  }
}

/// The pools of a task that has no TEST; none of a task that has.
std::span<const tasks::Pool> finite_pools(const proto::Part& task) {
  if (task.has_composition())
    return tasks::composition::composition_pools(calls_of(task.composition()));
  if (task.has_knowledge()) return tasks::knowledge::knowledge_pools();
  if (task.has_comparison()) return tasks::comparison::comparison_pools();
  return {};
}

proto::Score::Pool proto_pool(tasks::Pool pool) {
  proto::Score::Pool value = proto::Score::TEST;
  const bool known = proto::Score::Pool_Parse(base::capital_letters(tasks::name(pool)), &value);
  base::promise(known, "the schema has every pool");
  return value;
}

}  // namespace

proto::Part task_defaults(const proto::Part& task) {
  proto::Part defaults;
  add_own(task, &defaults);
  return defaults;
}

proto::Part hint_defaults(const proto::Part& task, const proto::Part& hint) {
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
  add_own(hint, &defaults);
  return defaults;
}

std::vector<proto::Score::Pool> scored_pools(const proto::Part& task) {
  std::vector<proto::Score::Pool> pools;
  for (const tasks::Pool pool : finite_pools(task)) {
    const bool asked = tasks::is_held_out(pool) && pool != tasks::Pool::unused;
    if (asked) pools.push_back(proto_pool(pool));
  }
  if (pools.empty()) pools.push_back(proto::Score::TEST);
  return pools;
}

}  // namespace lab::spec
