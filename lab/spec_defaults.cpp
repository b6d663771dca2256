#include "lab/spec_defaults.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "lab/spec_text.h"

namespace lab {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

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
  std::ranges::transform(name, name.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
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

proto::Part hint_defaults(const proto::Part& task, const proto::Part& hint) {
  proto::Part defaults;
  if (hint.has_sorting()) take_over_lists(task, defaults.mutable_sorting());
  if (hint.has_list_hint()) take_over_lists(task, defaults.mutable_list_hint());
  if (is_repeated(hint)) defaults.mutable_copy()->set_values(2);
  defaults.mutable_difficulty()->set_low(task.difficulty().low());
  defaults.mutable_difficulty()->set_high(task.difficulty().high());
  defaults.set_name(natural_name(hint));
  return defaults;
}

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
        leave_out_message(access->GetRepeatedMessage(defaults, field, i),
                          access->MutableRepeatedMessage(message, field, i));
      }
    }
  }
}

}  // namespace

proto::Spec derived_defaults(const proto::Spec& spec) {
  proto::Spec defaults;
  defaults.mutable_model()->set_hidden(4 * spec.model().width());
  defaults.mutable_score()->add_difficulties(spec.task().difficulty().high());
  defaults.mutable_score()->add_pools(proto::Score::TEST);
  defaults.mutable_task()->set_name(natural_name(spec.task()));
  if (is_repeated(spec.task())) defaults.mutable_task()->mutable_copy()->set_values(2);
  for (const auto& hint : spec.hint()) *defaults.add_hint() = hint_defaults(spec.task(), hint);
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

}  // namespace lab
