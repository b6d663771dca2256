#include "lab/spec/explain.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/names.h"
#include "base/text.h"
#include "lab/spec/aliases.h"
#include "lab/spec/path.h"
#include "lab/spec/spec.pb.h"
#include "lab/spec/text.h"

namespace lab::spec {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

std::vector<const FieldDescriptor*> fields_of(const Descriptor& message) {
  std::vector<const FieldDescriptor*> fields;
  for (int i = 0; i < message.field_count(); ++i) fields.push_back(message.field(i));
  return fields;
}

/// All fields of all messages of the schema.
std::vector<const FieldDescriptor*> all_fields() {
  std::vector<const FieldDescriptor*> fields;
  const auto* file = proto::Spec::descriptor()->file();
  for (int i = 0; i < file->message_type_count(); ++i) {
    const auto some = fields_of(*file->message_type(i));
    fields.insert(fields.end(), some.begin(), some.end());
  }
  return fields;
}

/// What a user calls the message: the fields that hold it, or else its type.
std::string names_of(const Descriptor& message) {
  constexpr std::size_t most_named = 3;
  std::vector<std::string> holders;
  for (const auto* field : all_fields()) {
    const std::string holder = "`" + field->name() + "`";
    if (field->message_type() == &message && std::ranges::count(holders, holder) == 0) {
      holders.push_back(holder);
    }
  }
  if (&message == proto::Spec::descriptor()) return "a spec";
  if (!holders.empty() && holders.size() <= most_named) return base::joined(holders, " or ");
  return "`" + base::small_letters(message.name()) + "`";
}

/// Paths from the top of a spec to the fields of this name, those of a hint left out: a task has
/// them too.
void add_paths_to(const std::string& name, const Descriptor& block, const std::string& path,
                  std::vector<std::string>* paths) {
  for (const auto* field : fields_of(block)) {
    const std::string here = field_path(path, field->name());
    if (field->name() == name) paths->push_back(here);
    if (field->message_type() == nullptr || field->is_repeated() || is_written_out(*field))
      continue;
    add_paths_to(name, *field->message_type(), here, paths);
  }
}

/// The one field of this name, wherever it is: nothing if there is none, or if there are more.
std::optional<std::string> only_path_to(const std::string& name) {
  std::vector<std::string> paths;
  add_paths_to(name, *proto::Spec::descriptor(), "", &paths);
  return paths.size() == 1 ? std::optional(paths[0]) : std::nullopt;
}

/// " (did you mean ...?)" for a field of a message.
std::string field_meant(const std::string& name, const std::vector<std::string>& names) {
  const std::string ours = our_name_of(name).value_or(name);
  if (std::ranges::count(names, ours) > 0) return base::did_you_mean(ours, names);
  if (const auto elsewhere = only_path_to(ours)) return " (did you mean `" + *elsewhere + "`?)";
  return base::did_you_mean_or_all(name, names);
}

/// The values of all fields of this name: which of them is meant, the parser does not say.
std::vector<std::string> values_of(const std::string& field_name) {
  std::vector<std::string> names;
  for (const auto* field : all_fields()) {
    const auto* type = field->name() == field_name ? field->enum_type() : nullptr;
    for (int i = 0; type != nullptr && i < type->value_count(); ++i) {
      const std::string& name = type->value(i)->name();
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

std::string no_such_value(const std::vector<std::string>& names, const std::string& field,
                          const std::string& value) {
  const std::string ours = our_name_of(value).value_or(base::capital_letters(value));
  const bool known = std::ranges::count(names, ours) > 0;
  return "`" + value + "` is no value of `" + field + "`" +
         base::did_you_mean_or_all(known ? ours : base::capital_letters(value), names);
}

std::vector<std::string> quoted_parts(const std::string& text) {
  std::vector<std::string> parts;
  for (auto open = text.find('"'); open != std::string::npos;) {
    const auto close = text.find('"', open + 1);
    if (close == std::string::npos) break;
    parts.push_back(text.substr(open + 1, close - open - 1));
    open = text.find('"', close + 1);
  }
  return parts;
}

}  // namespace

std::string no_such_field(const Descriptor& message, const std::string& name,
                          const std::string& called) {
  std::vector<std::string> names;
  for (const auto* field : fields_of(message)) names.push_back(field->name());
  const bool of_specs = message.file() == proto::Spec::descriptor()->file();
  return "no field `" + name + "` in " + (called.empty() ? names_of(message) : "`" + called + "`") +
         (of_specs ? field_meant(name, names) : base::did_you_mean_or_all(name, names));
}

Explanation explain(const std::string& complaint) {
  const auto parts = quoted_parts(complaint);
  if (parts.size() == 2 && complaint.find("has no field named") != std::string::npos) {
    const auto* pool = proto::Spec::descriptor()->file()->pool();
    const auto* message = pool->FindMessageTypeByName(parts[0]);
    if (message != nullptr) return {no_such_field(*message, parts[1]), parts[1]};
  }
  if (parts.size() == 2 && complaint.starts_with("Unknown enumeration value")) {
    const std::vector<std::string> names = values_of(parts[1]);
    if (!names.empty()) return {no_such_value(names, parts[1], parts[0]), parts[0]};
  }
  constexpr std::string_view no_text = "Expected string, got: ";
  if (complaint.starts_with(no_text)) {
    const std::string word = complaint.substr(no_text.size());
    return {"wanted text in quotes, found `" + word + "`: write \"" + word + "\"", ""};
  }
  std::string text = complaint;
  const bool points_past_name = text.find(" is specified ") != std::string::npos;
  if (text.ends_with('.')) text.pop_back();
  return {text, points_past_name && !parts.empty() ? parts[0] : ""};
}

}  // namespace lab::spec
