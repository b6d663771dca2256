#include "lab/spec/limits.h"

#include <cmath>
#include <optional>
#include <vector>

#include "lab/spec/from_proto.h"
#include "lab/spec/path.h"
#include "lab/spec/text.h"

namespace lab::spec {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

/// The number in a field; none for other types and for 64-bit seeds, which may be anything.
std::optional<double> number_in(const FieldValue& value) {
  switch (value.field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return value.number();
    case FieldDescriptor::CPPTYPE_INT32:
    case FieldDescriptor::CPPTYPE_INT64:
      return static_cast<double>(value.whole());
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
      const FieldValue value{message, *field, field->is_repeated() ? i : -1};
      std::string where = field_path(path, field->name());
      if (field->is_repeated()) where = item_path(where, i);
      if (field->message_type() != nullptr) {
        check_message(value.block(), where, origins);
      } else if (const auto number = number_in(value)) {
        check_number(*number, *field, where, origins);
      }
    }
  }
}

}  // namespace

void check_limits(const Document& document) { check_message(document.spec, "", document.origins); }

}  // namespace lab::spec
