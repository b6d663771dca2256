#include "lab/spec/defaults.h"

#include <vector>

#include "lab/spec/part_defaults.h"
#include "lab/spec/text.h"

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
  *defaults.mutable_task() = task_defaults(spec.task());
  proto::Part task = defaults.task();
  task.MergeFrom(spec.task());
  defaults.mutable_score()->add_difficulties(task.difficulty().high());
  for (const auto pool : scored_pools(task)) defaults.mutable_score()->add_pools(pool);
  for (const auto& hint : spec.hint()) *defaults.add_hint() = hint_defaults(task, hint);
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
