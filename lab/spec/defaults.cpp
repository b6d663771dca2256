#include "lab/spec/defaults.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "lab/spec/endless.h"
#include "lab/spec/part_defaults.h"
#include "lab/spec/text.h"
#include "lab/spec/world_defaults.h"

namespace lab::spec {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

void leave_out_message(const Message& defaults, Message* message);

/// Clears a message when nothing is left in it; one of several kinds stays, for it is the choice.
void leave_out_nested(const Message& defaults, const FieldDescriptor& field, Message* message) {
  const auto* access = message->GetReflection();
  Message* nested = access->MutableMessage(message, &field);
  leave_out_message(access->GetMessage(defaults, &field), nested);
  std::vector<const FieldDescriptor*> left;
  nested->GetReflection()->ListFields(*nested, &left);
  if (left.empty() && field.containing_oneof() == nullptr) access->ClearField(message, &field);
}

void leave_out_message(const Message& defaults, Message* message) {
  const auto* access = message->GetReflection();
  std::vector<const FieldDescriptor*> fields;
  access->ListFields(*message, &fields);
  for (const auto* field : fields) {
    if (field->message_type() == nullptr) {
      const bool same = value_text(*message, *field) == value_text(defaults, *field);
      if (same) access->ClearField(message, field);
    } else if (!field->is_repeated()) {
      leave_out_nested(defaults, *field, message);
    } else {
      for (int i = 0; i < access->FieldSize(*message, field); ++i) {
        const bool has_own = i < defaults.GetReflection()->FieldSize(defaults, field);
        Message* item = access->MutableRepeatedMessage(message, field, i);
        const std::unique_ptr<const Message> usual(item->New());
        leave_out_message(has_own ? access->GetRepeatedMessage(defaults, field, i) : *usual, item);
      }
    }
  }
}

/// Heads that divide the width that is said; for rotary positions into even numbers.
void fit_heads(const proto::Model& said, proto::Model* defaults) {
  const int multiple = said.positions() == proto::Model::ROTARY ? 2 : 1;
  int heads = defaults->heads();
  while (heads > 1 && said.width() % (multiple * heads) != 0) heads /= 2;
  defaults->set_heads(heads);
  defaults->set_hidden(4 * said.width());
}

/// A tenth of the steps where these are fewer than the usual rise takes.
void fit_warmup(std::int64_t steps, proto::Train* defaults) {
  if (steps < defaults->warmup()) defaults->set_warmup(steps / 10);
}

/// `name`, or with a number behind it: "count", "count_2".
std::string free_name(const std::string& name, const std::set<std::string>& taken) {
  std::string free = name;
  for (int number = 2; taken.contains(free); ++number) free = name + "_" + std::to_string(number);
  return free;
}

/// Tokens at the hardest that is trained on or `asked`; 0 where that is not known in a moment.
std::int64_t longest_sequence(const PartDefaults& part, int asked) {
  if (part.filled.has_scan()) {
    constexpr int tokens_of_sentence = 6 + 24, frame = 3;
    return tokens_of_sentence * part.filled.scan().max_sentences() + frame;
  }
  if (part.filled.has_file()) return longest_in_file(part.filled);
  if (!part.endless) return 0;
  std::int64_t longest = 0;
  for (const int difficulty : {part.filled.difficulty().high(), asked}) {
    if (!part.endless->difficulties().contains(difficulty)) continue;
    longest = std::max(longest, text_size(*part.endless, difficulty).tokens);
  }
  return longest;
}

/// The next power of two where the usual ones are too few.
void fit_positions(std::int64_t longest, proto::Model* defaults) {
  constexpr std::int64_t most = 1 << 19;
  std::int64_t positions = defaults->max_positions();
  while (positions < longest && positions < most) positions *= 2;
  defaults->set_max_positions(static_cast<int>(positions));
}

/// Those that the spec names, or the usual ones.
std::vector<proto::Score::Pool> named_pools(const proto::Score& score,
                                            const std::vector<proto::Score::Pool>& usual) {
  std::vector<proto::Score::Pool> pools;
  for (const int pool : score.pools()) pools.push_back(static_cast<proto::Score::Pool>(pool));
  return pools.empty() ? usual : pools;
}

}  // namespace

proto::Spec derived_defaults(const proto::Spec& spec) {
  proto::Spec defaults;
  fit_heads(spec.model(), defaults.mutable_model());
  if (spec.train().has_steps()) fit_warmup(spec.train().steps(), defaults.mutable_train());
  std::vector<int> asked(spec.score().difficulties().begin(), spec.score().difficulties().end());
  const PartDefaults task = task_defaults(spec.task(), asked);
  if (asked.empty()) asked.push_back(task.filled.difficulty().high());
  const auto pools = scored_pools(task, asked);
  for (const auto pool : pools) defaults.mutable_score()->add_pools(pool);
  for (const int difficulty : scored_difficulties(task, named_pools(spec.score(), pools))) {
    defaults.mutable_score()->add_difficulties(difficulty);
  }
  *defaults.mutable_task() = task.defaults;
  std::set<std::string> taken{task.filled.name()};
  std::int64_t longest = longest_sequence(task, std::ranges::max(asked));
  for (const auto& part : spec.hint()) {
    PartDefaults hint = hint_defaults(task.filled, part);
    hint.defaults.set_name(free_name(hint.defaults.name(), taken));
    taken.insert(filled(part, hint.defaults).name());
    longest = std::max(longest, longest_sequence(hint, 0));
    *defaults.add_hint() = hint.defaults;
  }
  fit_positions(longest, defaults.mutable_model());
  return defaults;
}

proto::Spec filled_in(const proto::Spec& defaults, const proto::Spec& spec) {
  proto::Spec filled = defaults;
  if (spec.score().difficulties_size() > 0) filled.mutable_score()->clear_difficulties();
  if (spec.score().pools_size() > 0) filled.mutable_score()->clear_pools();
  filled.clear_hint();
  filled.MergeFrom(spec);
  for (int i = 0; i < spec.hint_size(); ++i) {
    *filled.mutable_hint(i) = defaults.hint(i);
    filled.mutable_hint(i)->MergeFrom(spec.hint(i));
  }
  return filled;
}

proto::Spec left_out(const proto::Spec& defaults, const proto::Spec& spec) {
  proto::Spec rest = spec;
  leave_out_message(defaults, &rest);
  return rest;
}

}  // namespace lab::spec
