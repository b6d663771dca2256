#include "lab/spec/from_proto.h"

namespace lab::spec {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

const FieldDescriptor& field_named(const Message& message, std::string_view name) {
  const auto* field = message.GetDescriptor()->FindFieldByName(std::string(name));
  base::promise(field != nullptr, "the schema has every field that a struct names");
  return *field;
}

const FieldDescriptor& chosen_field(const Message& message, std::string_view oneof) {
  const auto* kinds = message.GetDescriptor()->FindOneofByName(std::string(oneof));
  base::promise(kinds != nullptr, "the schema has the oneof");
  const auto* field = message.GetReflection()->GetOneofFieldDescriptor(message, kinds);
  base::promise(field != nullptr, "one of several is chosen");
  return *field;
}

std::int64_t FieldValue::whole() const {
  const auto* access = message.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return index < 0 ? access->GetInt32(message, &field)
                       : access->GetRepeatedInt32(message, &field, index);
    case FieldDescriptor::CPPTYPE_UINT64:
      return static_cast<std::int64_t>(index < 0
                                           ? access->GetUInt64(message, &field)
                                           : access->GetRepeatedUInt64(message, &field, index));
    default:
      return index < 0 ? access->GetInt64(message, &field)
                       : access->GetRepeatedInt64(message, &field, index);
  }
}

double FieldValue::number() const {
  const auto* access = message.GetReflection();
  return index < 0 ? access->GetDouble(message, &field)
                   : access->GetRepeatedDouble(message, &field, index);
}

bool FieldValue::truth() const {
  const auto* access = message.GetReflection();
  return index < 0 ? access->GetBool(message, &field)
                   : access->GetRepeatedBool(message, &field, index);
}

std::string FieldValue::text() const {
  const auto* access = message.GetReflection();
  return index < 0 ? access->GetString(message, &field)
                   : access->GetRepeatedString(message, &field, index);
}

std::string FieldValue::enumerator() const {
  const auto* access = message.GetReflection();
  return (index < 0 ? access->GetEnum(message, &field)
                    : access->GetRepeatedEnum(message, &field, index))
      ->name();
}

const Message& FieldValue::block() const {
  const auto* access = message.GetReflection();
  return index < 0 ? access->GetMessage(message, &field)
                   : access->GetRepeatedMessage(message, &field, index);
}

}  // namespace lab::spec
