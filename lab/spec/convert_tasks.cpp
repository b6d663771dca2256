#include "lab/spec/convert_tasks.h"

#include "lab/spec/convert_blocks.h"
#include "lab/spec/convert_scan.h"

namespace lab {
namespace {

// protobuf hands out enum values that its own parser checked, so every switch below ends in a case.

tasks::ListInputs plain(proto::ListInputs inputs) {
  switch (inputs) {
    case proto::UNIFORM:
      return tasks::ListInputs::uniform;
    case proto::DISTINCT:
      return tasks::ListInputs::distinct;
    case proto::FIXED_DENSITY:
      return tasks::ListInputs::fixed_density;
    case proto::DUPLICATE_RICH:
      return tasks::ListInputs::duplicate_rich;
  }
  return {};
}

tasks::ListHint plain(proto::ListHint::Kind kind) {
  switch (kind) {
    case proto::ListHint::IDENTITY_SUCCESSOR:
      return tasks::ListHint::identity_successor;
    case proto::ListHint::SORTED_SUFFIX:
      return tasks::ListHint::sorted_suffix;
    case proto::ListHint::SUCCESSOR:
      return tasks::ListHint::successor;
    case proto::ListHint::PREDECESSOR:
      return tasks::ListHint::predecessor;
    case proto::ListHint::COUNT:
      return tasks::ListHint::count;
    case proto::ListHint::FILL:
      return tasks::ListHint::fill;
    case proto::ListHint::MINIMUM:
      return tasks::ListHint::minimum;
    case proto::ListHint::MAXIMUM:
      return tasks::ListHint::maximum;
    case proto::ListHint::IDENTITY_COPY:
      return tasks::ListHint::identity_copy;
    case proto::ListHint::PARITY_OF_LENGTH:
      return tasks::ListHint::parity_of_length;
  }
  return {};
}

tasks::IndexMarks plain(proto::IndexHints hints) {
  switch (hints) {
    case proto::OFF:
      return tasks::IndexMarks::off;
    case proto::ON:
      return tasks::IndexMarks::on;
  }
  return {};
}

tasks::CopyItems plain(proto::Copy::Items items) {
  switch (items) {
    case proto::Copy::UNIQUE:
      return tasks::CopyItems::unique;
    case proto::Copy::REPEATED:
      return tasks::CopyItems::repeated;
  }
  return {};
}

tasks::ModeItems plain(proto::Mode::Items items) {
  switch (items) {
    case proto::Mode::FEW:
      return tasks::ModeItems::few;
    case proto::Mode::ANY:
      return tasks::ModeItems::any;
  }
  return {};
}

tasks::DigitOrder plain(proto::Addition::Order order) {
  switch (order) {
    case proto::Addition::FORWARD:
      return tasks::DigitOrder::forward;
    case proto::Addition::REVERSED:
      return tasks::DigitOrder::reversed;
  }
  return {};
}

tasks::AdditionDigits plain(proto::Addition::Digits digits) {
  switch (digits) {
    case proto::Addition::UNIFORM_DIGITS:
      return tasks::AdditionDigits::uniform;
    case proto::Addition::BALANCED_CARRIES:
      return tasks::AdditionDigits::balanced_carries;
  }
  return {};
}

tasks::CompositionFormula plain(proto::Composition::Formula formula) {
  switch (formula) {
    case proto::Composition::TWO_HOP:
      return tasks::CompositionFormula::two_hop;
    case proto::Composition::PARALLEL_TWO_HOP:
      return tasks::CompositionFormula::parallel_two_hop;
    case proto::Composition::THREE_HOP:
      return tasks::CompositionFormula::three_hop;
    case proto::Composition::CHAIN:
      return tasks::CompositionFormula::chain;
    case proto::Composition::NON_TREE:
      return tasks::CompositionFormula::non_tree;
  }
  return {};
}

tasks::Scratchpad plain(proto::Composition::Scratchpad scratchpad) {
  switch (scratchpad) {
    case proto::Composition::OFF:
      return tasks::Scratchpad::off;
    case proto::Composition::BRIDGES:
      return tasks::Scratchpad::bridges;
    case proto::Composition::FILLER:
      return tasks::Scratchpad::filler;
  }
  return {};
}

tasks::CompositionConfig plain_composition(const proto::Composition& from) {
  const bool shared = from.operators() == proto::Composition::SHARED;
  return {.world = {.formula = plain(from.formula()),
                    .hops = from.hops(),
                    .entities = from.entities(),
                    .items = from.items(),
                    .seen_ratio = from.seen_ratio(),
                    .world_seed = from.world_seed(),
                    .operators = shared ? tasks::Operators::shared : tasks::Operators::separate,
                    .pool_items = from.pool_items(),
                    .bridge_noise = from.bridge_noise(),
                    .answer_noise = from.answer_noise()},
          .scratchpad = plain(from.scratchpad())};
}

tasks::AtomicFacts plain(proto::Knowledge::AtomicFacts facts) {
  switch (facts) {
    case proto::Knowledge::ALL:
      return tasks::AtomicFacts::all;
    case proto::Knowledge::IN_DISTRIBUTION:
      return tasks::AtomicFacts::in_distribution;
    case proto::Knowledge::NONE:
      return tasks::AtomicFacts::none;
  }
  return {};
}

tasks::KnowledgeConfig plain_knowledge(const proto::Knowledge& from) {
  const bool identity = from.identity() == proto::Knowledge::ON;
  return {.entities = from.entities(),
          .relations = from.relations(),
          .out_degree = from.out_degree(),
          .phi = from.phi(),
          .ood_share = from.ood_share(),
          .atomic = plain(from.atomic()),
          .identity = identity ? tasks::IdentityRows::on : tasks::IdentityRows::off,
          .zipf = from.zipf(),
          .world_seed = from.world_seed(),
          .pool_items = from.pool_items()};
}

tasks::ComparisonConfig plain_comparison(const proto::Comparison& from) {
  return {.entities = from.entities(),
          .attributes = from.attributes(),
          .values = from.values(),
          .phi = from.phi(),
          .ood_share = from.ood_share(),
          .world_seed = from.world_seed(),
          .pool_items = from.pool_items()};
}

tasks::ParityScratchpadConfig plain_parity_scratchpad(const proto::ParityScratchpad& from) {
  return {.max_bits = from.max_bits(), .hints = plain(from.hints())};
}

tasks::CountUpConfig plain_count_up(const proto::CountUp& from) {
  return {.numbers = from.numbers(), .max_length = from.max_length()};
}

tasks::CopyConfig plain_copy(const proto::Copy& from) {
  return {.items = plain(from.items()),
          .values = from.values(),
          .max_length = from.max_length(),
          .hints = plain(from.hints())};
}

tasks::AdditionConfig plain_addition(const proto::Addition& from) {
  return {.order = plain(from.order()),
          .hints = plain(from.hints()),
          .digits = plain(from.digits()),
          .max_digits = from.max_digits()};
}

tasks::ModeConfig plain_mode(const proto::Mode& from) {
  return {.items = plain(from.items()),
          .values = from.values(),
          .few = from.few(),
          .max_length = from.max_length()};
}

/// Lists and ListHint draw their lists by the same four fields.
template <typename Drawn>
tasks::ListConfig plain_lists(const Drawn& lists) {
  return {.values = lists.values(),
          .inputs = plain(lists.inputs()),
          .density = lists.density(),
          .max_length = lists.max_length()};
}

tasks::ListHintConfig plain_list_hint(const proto::ListHint& from) {
  return {.kind = plain(from.kind()), .lists = plain_lists(from)};
}

/// "sorting, parity, ...": what a part may be.
std::string task_kinds() {
  const auto* kinds = proto::Part::descriptor()->FindOneofByName("kind");
  std::string names;
  for (int i = 0; i < kinds->field_count(); ++i) {
    names += (i == 0 ? "" : ", ") + kinds->field(i)->name();
  }
  return names;
}

}  // namespace

tasks::TaskConfig plain_task(const proto::Part& part, const std::string& path,
                             const Origins& origins) {
  switch (part.kind_case()) {
    case proto::Part::kSorting:
      return plain_lists(part.sorting());
    case proto::Part::kParity:
      return tasks::ParityConfig{.max_bits = part.parity().max_bits()};
    case proto::Part::kListHint:
      return plain_list_hint(part.list_hint());
    case proto::Part::kParityScratchpad:
      return plain_parity_scratchpad(part.parity_scratchpad());
    case proto::Part::kCopy:
      return plain_copy(part.copy());
    case proto::Part::kCountUp:
      return plain_count_up(part.count_up());
    case proto::Part::kMode:
      return plain_mode(part.mode());
    case proto::Part::kMajority:
      return tasks::MajorityConfig{.max_bits = part.majority().max_bits()};
    case proto::Part::kBooleanAnd:
      return tasks::BooleanAndConfig{.places = part.boolean_and().places()};
    case proto::Part::kAddition:
      return plain_addition(part.addition());
    case proto::Part::kComposition:
      return plain_composition(part.composition());
    case proto::Part::kKnowledge:
      return plain_knowledge(part.knowledge());
    case proto::Part::kComparison:
      return plain_comparison(part.comparison());
    case proto::Part::kBlocksworld:
      return plain_blocksworld(part.blocksworld());
    case proto::Part::kPlanCheck:
      return tasks::PlanCheckConfig{plain_blocksworld(part.plan_check())};
    case proto::Part::kScan:
      return plain_scan(part.scan());
    case proto::Part::KIND_NOT_SET:
      break;
  }
  origins.fail_at({path}, path + ": a task must be given: " + task_kinds());
}

}  // namespace lab
