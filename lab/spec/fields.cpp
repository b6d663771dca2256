#include "lab/spec/values.h"

#include "base/numbers.h"
#include "lab/spec/defaults.h"
#include "lab/spec/document.h"
#include "lab/spec/explain.h"
#include "lab/spec/limits.h"
#include "lab/spec/path.h"
#include "lab/spec/text.h"

namespace lab {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using Steps = std::vector<PathStep>;

proto::Spec filled_spec(const std::string& text, const std::string& place) {
  const Document document = parse_document(text, place);
  check_limits(document);
  return filled_in(derived_defaults(document.spec), document.spec);
}

/// The field that the path ends at, by the schema alone.
const FieldDescriptor& field_at(const Steps& steps, const Origin& origin) {
  const Descriptor* block = proto::Spec::descriptor();
  const FieldDescriptor* field = nullptr;
  std::string path;
  for (const PathStep& step : steps) {
    if (block == nullptr) fail(origin, "`" + path + "` has no fields");
    field = block->FindFieldByName(step.name);
    if (field == nullptr) fail(origin, no_such_field(*block, step.name));
    path = child(path, step.name);
    if (step.index && !field->is_repeated()) fail(origin, "`" + path + "` is not a list");
    block = field->message_type();
  }
  return *field;
}

/// Whether a run's spec says it otherwise: includes, sweeps and ranges are written out in it.
bool is_written_out(const Steps& steps) {
  const std::string& first = steps.front().name;
  const bool range = steps.size() > 1 && first == "score" && steps[1].name == "range";
  return first == "include" || first == "sweep" || range;
}

/// The block that a step leads to, or null if there is no such task or hint.
const Message* block_at(const Message& around, const PathStep& step) {
  const auto* access = around.GetReflection();
  const FieldDescriptor* field = around.GetDescriptor()->FindFieldByName(step.name);
  if (field->is_repeated()) {
    const int index = step.index.value_or(0);
    const bool there = index < access->FieldSize(around, field);
    return there ? &access->GetRepeatedMessage(around, field, index) : nullptr;
  }
  const bool chosen = field->containing_oneof() == nullptr || access->HasField(around, field);
  return chosen ? &access->GetMessage(around, field) : nullptr;
}

std::string without_quotes(const std::string& text) { return text.substr(1, text.size() - 2); }

/// Promise: `steps` are those of a field.
std::optional<std::string> value_at(const Steps& steps, const proto::Spec& filled) {
  const Message* block = &filled;
  for (std::size_t i = 0; i + 1 < steps.size() && block != nullptr; ++i) {
    block = block_at(*block, steps[i]);
  }
  if (block == nullptr) return std::nullopt;
  const FieldDescriptor* field = block->GetDescriptor()->FindFieldByName(steps.back().name);
  if (field->is_repeated()) return value_text(*block, *field);
  const bool set = block->GetReflection()->HasField(*block, field);
  if (!set && !field->has_default_value()) return std::nullopt;
  const std::string text = value_text(*block, *field);
  return field->cpp_type() == FieldDescriptor::CPPTYPE_STRING ? without_quotes(text) : text;
}

/// Whether `value` is one that the field may have and that is written in one way only, but for
/// numbers.
bool is_plain(const FieldDescriptor& field, const std::string& value) {
  if (field.is_repeated()) return false;
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_MESSAGE:
    case FieldDescriptor::CPPTYPE_STRING:
      return false;
    case FieldDescriptor::CPPTYPE_ENUM:
      return field.enum_type()->FindValueByName(value) != nullptr;
    case FieldDescriptor::CPPTYPE_BOOL:
      return value == "true" || value == "false";
    default:
      return number_in<double>(value).has_value();
  }
}

}  // namespace

void require_field(const std::string& path, const std::string& place) {
  const Origin origin{.place = place};
  const Steps steps = path_steps(path, origin);
  field_at(steps, origin);
  if (is_written_out(steps)) {
    fail(origin, "`" + path + "` is in no run's spec: what it stands for is written out there");
  }
}

void require_value(const std::string& path, const std::string& place) {
  require_field(path, place);
  const Origin origin{.place = place};
  const Steps steps = path_steps(path, origin);
  const FieldDescriptor& field = field_at(steps, origin);
  if (field.message_type() != nullptr) {
    fail(origin, "`" + path + "` is a block: wanted one of its fields");
  }
  if (steps.back().index) fail(origin, "`" + path + "`: wanted the list, as a whole");
}

std::vector<std::optional<std::string>> values_at(const std::vector<std::string>& paths,
                                                  const std::string& text,
                                                  const std::string& place) {
  if (paths.empty()) return {};
  const proto::Spec filled = filled_spec(text, place);
  std::vector<std::optional<std::string>> values;
  for (const std::string& path : paths) {
    require_value(path, place);
    values.push_back(value_at(path_steps(path, {.place = place}), filled));
  }
  return values;
}

std::optional<bool> plainly_holds(const std::string& path, const std::string& value,
                                  const std::string& text, const std::string& place) {
  const Origin origin{.place = place};
  const Steps steps = path_steps(path, origin);
  if (!is_plain(field_at(steps, origin), value)) return std::nullopt;
  const std::optional<std::string> found = value_at(steps, filled_spec(text, place));
  if (!found) return false;
  const std::optional<double> number = number_in<double>(value);
  return number ? number_in<double>(*found) == number : *found == value;
}

}  // namespace lab
