#include "lab/spec/unread.h"

#include <algorithm>

#include "base/text.h"
#include "lab/spec/fields.h"
#include "lab/spec/path.h"
#include "lab/spec/spec.pb.h"

namespace lab::spec {
namespace {

/// The path of what decides about the field at `path`: from the spec's top if it has a dot or is a
/// list, else beside the field.
std::string decider_of(const std::string& path, const ReadIf& condition) {
  const std::string& decider = condition.path;
  if (condition.values.empty() || decider.find('.') != std::string::npos) return decider;
  const auto block = path.rfind('.');
  return block == std::string::npos ? decider : field_path(path.substr(0, block), decider);
}

bool has_items(const Spec& spec, const std::string& list) {
  return std::ranges::any_of(
      spec.filled, [&](const auto& field) { return field.first.starts_with(list + "["); });
}

/// Why the condition does not hold: "it is UNIFORM"; nothing if it does.
std::optional<std::string> why_not(const Spec& spec, const ReadIf& condition,
                                   const std::string& decider) {
  if (condition.values.empty()) {
    return has_items(spec, decider) ? std::nullopt : std::optional("there is none");
  }
  const std::string found = spec.value_at(decider).value_or("not there");
  if (std::ranges::count(condition.values, found) > 0) return std::nullopt;
  return "it is " + found;
}

/// Whether an included file set the field, and who includes it set what decides otherwise: the file
/// serves others too, who read it.
bool is_taken_over(const Origins& origins, const std::string& path, const std::string& decider) {
  const Origin *field = origins.exact(path), *later = origins.exact(decider);
  if (field == nullptr || later == nullptr) return false;
  const std::string& own_file = origins.nearest("").name;
  const bool included = field->line > 0 && field->note.empty() && field->name != own_file;
  return included && field->name != later->name;
}

/// The value is told only where the place does not show it.
std::string called(const Origins& origins, const std::string& path, const std::string& value) {
  const Origin* origin = origins.exact(path);
  return origin == nullptr || origin->note.empty() ? path : origins.shown(path, value);
}

}  // namespace

std::optional<ReadIf> read_if(const google::protobuf::FieldDescriptor& field) {
  if (!field.options().HasExtension(proto::read_if)) return std::nullopt;
  const std::string& text = field.options().GetExtension(proto::read_if);
  const auto equals = text.find('=');
  if (equals == std::string::npos) return ReadIf{text, {}};
  return ReadIf{text.substr(0, equals), base::split(text.substr(equals + 1), '|')};
}

std::string in_words(const ReadIf& condition) {
  if (condition.values.empty()) return "there is a " + condition.path;
  return condition.path + " is " + base::joined(condition.values, " or ");
}

void check_read(const Spec& spec) {
  for (const auto& [path, value] : spec.written) {
    const std::optional<ReadIf> condition = read_if(schema_field(path));
    if (!condition) continue;
    const std::string decider = decider_of(path, *condition);
    const std::optional<std::string> why = why_not(spec, *condition, decider);
    if (!why || is_taken_over(spec.origins, path, decider)) continue;
    spec.origins.fail_at({path}, called(spec.origins, path, value) + " is read only where " +
                                     in_words(*condition) + ", and " + *why + ": leave it out");
  }
}

}  // namespace lab::spec
