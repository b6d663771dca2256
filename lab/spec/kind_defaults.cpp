#include "lab/spec/kind_defaults.h"

#include <algorithm>

#include "lab/spec/from_proto.h"
#include "lab/spec/world_defaults.h"
#include "tasks/blocksworld/config.h"

namespace lab::spec {
namespace {

/// Of lists: as many values as items where no value comes twice.
template <typename Lists>
void fit_lists(bool as_many_values, int wanted, Lists* defaults) {
  defaults->set_max_length(std::max(defaults->max_length(), wanted));
  if (as_many_values) defaults->set_values(std::max(defaults->values(), wanted));
}

void fit(const proto::Lists& said, int wanted, proto::Lists* defaults) {
  fit_lists(filled(said, *defaults).inputs() == proto::DISTINCT, wanted, defaults);
}

void fit(const proto::ListHint& said, int wanted, proto::ListHint* defaults) {
  const bool counts = said.kind() == proto::ListHint::COUNT;  // a count is one of the values
  fit_lists(counts || filled(said, *defaults).inputs() == proto::DISTINCT, wanted, defaults);
}

void fit(const proto::Copy& said, int wanted, proto::Copy* defaults) {
  if (said.items() == proto::Copy::REPEATED) defaults->set_values(2);
  fit_lists(said.items() == proto::Copy::UNIQUE, wanted, defaults);
}

/// With fewer numbers than the usual length half as long, for a choice of starts.
void fit(const proto::CountUp& said, int wanted, proto::CountUp* defaults) {
  int length = std::max(defaults->max_length(), wanted);
  if (said.has_numbers() && said.numbers() < length) {
    const bool enough = said.numbers() >= defaults->max_length();
    const int usual = enough ? defaults->max_length() : std::max(1, said.numbers() / 2);
    length = std::max(usual, std::min(wanted, said.numbers()));
  }
  defaults->set_max_length(length);
  defaults->set_numbers(std::max(defaults->numbers(), filled(said, *defaults).max_length()));
}

void fit(const proto::Mode& said, int wanted, proto::Mode* defaults) {
  const bool few = said.items() == proto::Mode::FEW;
  if (few && said.has_few()) defaults->set_values(std::max(defaults->values(), said.few()));
  if (few && said.has_values()) defaults->set_few(std::min(defaults->few(), said.values()));
  defaults->set_max_length(std::max(defaults->max_length(), wanted));
}

template <typename Bits>
void fit_bits(int wanted, Bits* defaults) {
  defaults->set_max_bits(std::max(defaults->max_bits(), wanted));
}

/// Blocks, and names for them all; of lexicographic problems two more.
void fit(const proto::Blocksworld& said, int wanted, proto::Blocksworld* defaults) {
  constexpr int most = 100;
  const proto::Blocksworld all = filled(said, *defaults);
  const int spare = all.problems() == proto::Blocksworld::LEXICOGRAPHIC ? 2 : 0;
  const int fewest =
      tasks::blocksworld::fewest_blocks(from_proto<tasks::blocksworld::BlocksworldConfig>(all));
  int blocks = std::max(defaults->max_blocks(), wanted);
  if (said.has_names()) blocks = std::min(blocks, said.names() - spare);
  defaults->set_max_blocks(std::clamp(blocks, fewest, std::max(fewest, most)));
  const int largest = filled(said, *defaults).max_blocks();
  defaults->set_names(std::max(defaults->names(), largest + spare));
}

}  // namespace

void fit_kind(const proto::Part& part, int wanted, proto::Part* defaults) {
  switch (part.kind_case()) {
    case proto::Part::kSorting:
      return fit(part.sorting(), wanted, defaults->mutable_sorting());
    case proto::Part::kListHint:
      return fit(part.list_hint(), wanted, defaults->mutable_list_hint());
    case proto::Part::kCopy:
      return fit(part.copy(), wanted, defaults->mutable_copy());
    case proto::Part::kCountUp:
      return fit(part.count_up(), wanted, defaults->mutable_count_up());
    case proto::Part::kMode:
      return fit(part.mode(), wanted, defaults->mutable_mode());
    case proto::Part::kParity:
      return fit_bits(wanted, defaults->mutable_parity());
    case proto::Part::kParityScratchpad:
      return fit_bits(wanted, defaults->mutable_parity_scratchpad());
    case proto::Part::kMajority:
      return fit_bits(wanted, defaults->mutable_majority());
    case proto::Part::kBooleanAnd:
      return defaults->mutable_boolean_and()->set_places(
          std::max(defaults->boolean_and().places(), wanted));
    case proto::Part::kAddition:
      return defaults->mutable_addition()->set_max_digits(
          std::max(defaults->addition().max_digits(), wanted));
    case proto::Part::kBlocksworld:
      return fit(part.blocksworld(), wanted, defaults->mutable_blocksworld());
    case proto::Part::kPlanCheck:
      return fit(part.plan_check(), wanted, defaults->mutable_plan_check());
    default:
      return fit_world(part, defaults);
  }
}

}  // namespace lab::spec
