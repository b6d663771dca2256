#include "lab/spec/rivals.h"

#include <vector>

#include "lab/spec/path.h"
#include "lab/spec/spec.pb.h"

namespace lab::spec {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

/// The name of the field beside it that it stands for; empty if there is none.
std::string stands_for(const FieldDescriptor& field) {
  return field.options().GetExtension(proto::instead_of);
}

/// Null if no field says the same.
const FieldDescriptor* rival_of(const FieldDescriptor& field) {
  const auto& holder = *field.containing_type();
  for (int i = 0; i < holder.field_count(); ++i) {
    const FieldDescriptor* other = holder.field(i);
    if (stands_for(*other) == field.name() || stands_for(field) == other->name()) return other;
  }
  return nullptr;
}

}  // namespace

void clear_rival(const FieldDescriptor& field, const std::string& path, Message* message,
                 Origins* origins) {
  const FieldDescriptor* rival = rival_of(field);
  if (rival == nullptr) return;
  message->GetReflection()->ClearField(message, rival);
  origins->erase(field_path(path, rival->name()));
}

void clear_rivals(const Message& above, const std::string& path, Message* below, Origins* origins) {
  const auto* access = above.GetReflection();
  std::vector<const FieldDescriptor*> set;
  access->ListFields(above, &set);
  for (const FieldDescriptor* field : set) {
    clear_rival(*field, path, below, origins);
    const bool block = field->message_type() != nullptr && !field->is_repeated();
    if (!block || !below->GetReflection()->HasField(*below, field)) continue;
    clear_rivals(access->GetMessage(above, field), field_path(path, field->name()),
                 access->MutableMessage(below, field), origins);
  }
}

}  // namespace lab::spec
