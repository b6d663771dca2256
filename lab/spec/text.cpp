#include "lab/spec/text.h"

#include <google/protobuf/text_format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <vector>

namespace lab {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

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

std::string small_letters(std::string name) {
  std::ranges::transform(name, name.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

std::string sorted_text(const Message& message) {
  std::string text;
  print(message, "", &text);
  return text;
}

}  // namespace lab
