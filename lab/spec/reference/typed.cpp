#include "lab/spec/reference/typed.h"

#include <google/protobuf/message.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/error.h"
#include "lab/spec/fields.h"
#include "lab/spec/text.h"

namespace lab::spec::reference {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::MessageFactory;
using Json = nlohmann::ordered_json;

/// A message of the field's kind in which it alone is set, to what the text says.
std::unique_ptr<Message> message_with(const FieldDescriptor& field, const std::string& filled) {
  const bool is_text = field.cpp_type() == FieldDescriptor::CPPTYPE_STRING && !field.is_repeated();
  const std::string value = is_text ? "\"" + filled + "\"" : filled;
  std::unique_ptr<Message> message(
      MessageFactory::generated_factory()->GetPrototype(field.containing_type())->New());
  google::protobuf::TextFormat::Parser parser;
  parser.AllowPartialMessage(true);
  base::promise(parser.ParseFromString(field.name() + ": " + value, message.get()),
                "a spec's own text is read back");
  return message;
}

Json number(double value) {
  if (std::isfinite(value)) return value;
  return shortest(value);
}

Json item(const Message& message, const FieldDescriptor& field, int i) {
  const auto* access = message.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return access->GetRepeatedInt32(message, &field, i);
    case FieldDescriptor::CPPTYPE_ENUM:
      return access->GetRepeatedEnum(message, &field, i)->name();
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return number(access->GetRepeatedDouble(message, &field, i));
    case FieldDescriptor::CPPTYPE_STRING:
      return access->GetRepeatedString(message, &field, i);
    default:
      base::promise(false, "a list of this kind has no form in JSON yet");
  }
  return {};
}

Json single(const Message& message, const FieldDescriptor& field) {
  const auto* access = message.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return access->GetInt32(message, &field);
    case FieldDescriptor::CPPTYPE_INT64:
      return access->GetInt64(message, &field);
    case FieldDescriptor::CPPTYPE_UINT32:
      return access->GetUInt32(message, &field);
    case FieldDescriptor::CPPTYPE_UINT64:
      return access->GetUInt64(message, &field);
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return number(access->GetDouble(message, &field));
    case FieldDescriptor::CPPTYPE_FLOAT:
      return number(access->GetFloat(message, &field));
    case FieldDescriptor::CPPTYPE_BOOL:
      return access->GetBool(message, &field);
    case FieldDescriptor::CPPTYPE_ENUM:
      return access->GetEnum(message, &field)->name();
    case FieldDescriptor::CPPTYPE_STRING:
      return access->GetString(message, &field);
    case FieldDescriptor::CPPTYPE_MESSAGE:
      break;
  }
  base::promise(false, "a block is no value");
  return {};
}

}  // namespace

std::optional<FieldKind> kind_of_field(const std::string& path) try {
  const FieldDescriptor& field = schema_field(path);
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return FieldKind::block;
    case FieldDescriptor::CPPTYPE_STRING:
      return field.is_repeated() ? FieldKind::list : FieldKind::text;
    case FieldDescriptor::CPPTYPE_BOOL:
    case FieldDescriptor::CPPTYPE_ENUM:
      return field.is_repeated() ? FieldKind::list : FieldKind::word;
    default:
      return field.is_repeated() ? FieldKind::list : FieldKind::number;
  }
} catch (const base::Error&) {  // there is none
  return std::nullopt;
}

Json typed_value(const std::string& path, const std::string& filled) {
  const FieldDescriptor& field = schema_field(path);
  const std::unique_ptr<Message> message = message_with(field, filled);
  if (!field.is_repeated()) return single(*message, field);
  Json list = Json::array();
  for (int i = 0; i < message->GetReflection()->FieldSize(*message, &field); ++i) {
    list.push_back(item(*message, field, i));
  }
  return list;
}

std::string cell_of(const std::string& path, const std::string& filled) {
  const FieldDescriptor& field = schema_field(path);
  if (field.cpp_type() != FieldDescriptor::CPPTYPE_STRING || field.is_repeated()) return filled;
  const std::string text = typed_value(path, filled).get<std::string>();
  const bool is_cell = std::ranges::none_of(
      text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 127; });
  return is_cell ? text : filled;
}

Json typed_fields(const Spec& spec) {
  Json object = Json::object();
  for (const auto& [path, ignored] : spec.written) {
    const auto found = spec.filled.find(path);
    if (found != spec.filled.end()) object[path] = typed_value(path, found->second);
  }
  return object;
}

}  // namespace lab::spec::reference
