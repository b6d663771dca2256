#include "lab/spec/text.h"

#include <google/protobuf/text_format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "lab/spec/path.h"

namespace lab::spec {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using Texts = std::map<std::string, std::string>;

/// A value that is no message; item `index` of a list, or -1.
std::string scalar(const Message& message, const FieldDescriptor& field, int index) {
  const auto* access = message.GetReflection();
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE) {
    return shortest(index < 0 ? access->GetDouble(message, &field)
                              : access->GetRepeatedDouble(message, &field, index));
  }
  std::string text;
  google::protobuf::TextFormat::PrintFieldValueToString(message, &field, index, &text);
  return text;
}

void print(const Message& message, const std::string& indent, std::string* text);

void print_nested(const Message& message, const std::string& name, const std::string& indent,
                  std::string* text) {
  *text += indent + name + " {\n";
  print(message, indent + "  ", text);
  *text += indent + "}\n";
}

void print(const Message& message, const std::string& indent, std::string* text) {
  const auto* access = message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  access->ListFields(message, &fields);
  std::ranges::sort(fields, {}, [](const FieldDescriptor* field) { return field->name(); });
  for (const auto* field : fields) {
    const std::string& name = field->name();
    if (field->message_type() == nullptr) {
      *text += indent + name + ": " + value_text(message, *field) + "\n";
    } else if (!field->is_repeated()) {
      print_nested(access->GetMessage(message, field), name, indent, text);
    } else {
      for (int i = 0; i < access->FieldSize(message, field); ++i) {
        print_nested(access->GetRepeatedMessage(message, field, i), name, indent, text);
      }
    }
  }
}

/// Calls visit(message, field, path) for every field that holds values, of `message` and of the
/// messages in it; enters(message, field) says into which.
template <typename Enters, typename Visit>
void each_value(const Message& message, const std::string& path, const Enters& enters,
                const Visit& visit) {
  const auto* access = message.GetReflection();
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor& field = *message.GetDescriptor()->field(i);
    const std::string here = field_path(path, field.name());
    if (field.message_type() == nullptr) {
      visit(message, field, here);
    } else if (field.is_repeated()) {
      for (int k = 0; k < access->FieldSize(message, &field); ++k) {
        each_value(access->GetRepeatedMessage(message, &field, k), item_path(here, k), enters,
                   visit);
      }
    } else if (enters(message, field)) {
      each_value(access->GetMessage(message, &field), here, enters, visit);
    }
  }
}

bool is_set(const Message& message, const FieldDescriptor& field) {
  const auto* access = message.GetReflection();
  return field.is_repeated() ? access->FieldSize(message, &field) > 0
                             : access->HasField(message, &field);
}

std::string without_quotes(const std::string& text) { return text.substr(1, text.size() - 2); }

}  // namespace

std::string shortest(double number) {
  char digits[32];  // the longest shortest double has 24 characters
  const double no_minus_zero = number + 0.0;
  const auto end = std::to_chars(digits, digits + sizeof digits, no_minus_zero).ptr;
  return {digits, end};
}

std::string readable(double number) {
  constexpr double exact_up_to = 1e15;
  if (std::abs(number) > exact_up_to || number != std::floor(number)) return shortest(number);
  return std::to_string(static_cast<long long>(number));
}

std::string value_text(const Message& message, const FieldDescriptor& field) {
  if (!field.is_repeated()) return scalar(message, field, -1);
  std::string text;
  for (int i = 0; i < message.GetReflection()->FieldSize(message, &field); ++i) {
    text += (i == 0 ? "" : ", ") + scalar(message, field, i);
  }
  return "[" + text + "]";
}

std::string sorted_text(const Message& message) {
  std::string text;
  print(message, "", &text);
  return text;
}

bool is_written_out(const FieldDescriptor& field) {
  const std::string& name = field.full_name();
  return name == "lab.proto.Spec.include" || name == "lab.proto.Spec.unset" ||
         name == "lab.proto.Spec.sweep" || name == "lab.proto.Score.range" ||
         name == "lab.proto.Start.spec" || name == "lab.proto.Start.set";
}

Texts written_fields(const Message& spec) {
  Texts texts;
  each_value(spec, "", is_set, [&](const Message& message, const auto& field, const auto& path) {
    if (is_set(message, field)) texts[path] = value_text(message, field);
  });
  return texts;
}

Texts all_fields(const Message& spec) {
  Texts texts;
  const auto enters = [](const Message& message, const FieldDescriptor& field) {
    return !is_written_out(field) &&
           (field.containing_oneof() == nullptr || is_set(message, field));
  };
  each_value(spec, "", enters, [&](const Message& message, const auto& field, const auto& path) {
    const bool known = field.is_repeated() || is_set(message, field) || field.has_default_value();
    if (!known || is_written_out(field)) return;
    const std::string text = value_text(message, field);
    const bool quoted = !field.is_repeated() && field.type() == FieldDescriptor::TYPE_STRING;
    texts[path] = quoted ? without_quotes(text) : text;
  });
  return texts;
}

}  // namespace lab::spec
