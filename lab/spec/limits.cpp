#include "lab/spec/limits.h"

#include <cmath>
#include <optional>
#include <vector>

#include "lab/spec/text.h"

namespace lab {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

/// The number in a field (item `index` of a list, or -1); none for other types and for 64-bit
/// seeds, which may be anything.
std::optional<double> number_in(const Message& message, const FieldDescriptor& field, int index) {
  const auto* access = message.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return index < 0 ? access->GetDouble(message, &field)
                       : access->GetRepeatedDouble(message, &field, index);
    case FieldDescriptor::CPPTYPE_INT32:
      return index < 0 ? access->GetInt32(message, &field)
                       : access->GetRepeatedInt32(message, &field, index);
    case FieldDescriptor::CPPTYPE_INT64:
      return static_cast<double>(index < 0 ? access->GetInt64(message, &field)
                                           : access->GetRepeatedInt64(message, &field, index));
    default:
      return std::nullopt;
  }
}

void check_number(double number, const FieldDescriptor& field, const std::string& path,
                  const Origins& origins) {
  const auto& limits = field.options().GetExtension(proto::limits);
  if (std::isfinite(number) && limits.low() <= number && number <= limits.high()) return;
  origins.fail_at({path}, origins.shown(path, readable(number)) + " must be between " +
                              readable(limits.low()) + " and " + readable(limits.high()));
}

void check_message(const Message& message, const std::string& path, const Origins& origins) {
  const auto* access = message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  access->ListFields(message, &fields);
  for (const auto* field : fields) {
    const int size = field->is_repeated() ? access->FieldSize(message, field) : 1;
    for (int i = 0; i < size; ++i) {
      const int index = field->is_repeated() ? i : -1;
      std::string where = child(path, field->name());
      if (index >= 0) where = item(where, index);
      if (field->message_type() != nullptr) {
        check_message(index < 0 ? access->GetMessage(message, field)
                                : access->GetRepeatedMessage(message, field, index),
                      where, origins);
      } else if (const auto number = number_in(message, *field, index)) {
        check_number(*number, *field, where, origins);
      }
    }
  }
}

}  // namespace

void check_limits(const Document& document) { check_message(document.spec, "", document.origins); }

}  // namespace lab
