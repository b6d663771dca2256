#include "lab/spec/set.h"

#include <fmt/format.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/stubs/strutil.h>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "lab/spec/explain.h"
#include "lab/spec/path.h"

namespace lab::spec {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::TextFormat;

struct Assignment {
  std::vector<PathStep> path;
  bool append = false;
  std::string value;
};

Assignment parse_assignment(const std::string& text, const Origin& origin) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0) {
    fail(origin, "wanted path=value or path+=value, found `" + text + "`");
  }
  Assignment result;
  result.append = text[equals - 1] == '+';
  result.value = base::trimmed(std::string_view(text).substr(equals + 1));
  const auto end = equals - (result.append ? 1 : 0);
  result.path = path_steps(base::trimmed(std::string_view(text).substr(0, end)), origin);
  return result;
}

/// Where a value goes: a field of a message inside the spec.
struct Target {
  Message* message;
  const FieldDescriptor* field;
  std::optional<int> index;
  std::string path;
};

const FieldDescriptor& field_named(const Message& message, const std::string& name,
                                   const Origin& origin) {
  const auto* field = message.GetDescriptor()->FindFieldByName(name);
  if (field == nullptr) fail(origin, no_such_field(*message.GetDescriptor(), name));
  return *field;
}

void check_index(const Target& target, const Origin& origin) {
  if (!target.index) return;
  if (!target.field->is_repeated()) fail(origin, "`" + target.path + "` is not a list");
  const int size = target.message->GetReflection()->FieldSize(*target.message, target.field);
  if (*target.index >= size) {
    fail(origin, fmt::format("`{}`: the list has {}{}", item_path(target.path, *target.index), size,
                             size == 1 ? " item" : " items"));
  }
}

/// The message that `target` names, made if there is none.
Message* descend(const Target& target, const Origin& origin) {
  const auto* access = target.message->GetReflection();
  if (target.field->message_type() == nullptr) {
    fail(origin, "`" + target.path + "` has no fields");
  }
  if (!target.field->is_repeated()) return access->MutableMessage(target.message, target.field);
  if (!target.index) {
    fail(origin, "`" + target.path + "` is a list: say which one, as in " + target.path + "[0]");
  }
  return access->MutableRepeatedMessage(target.message, target.field, *target.index);
}

Target find_target(const std::vector<PathStep>& path, Message* spec, const Origin& origin) {
  Target target{.message = spec, .field = nullptr, .index = {}, .path = ""};
  for (const PathStep& step : path) {
    if (target.field != nullptr) {
      target.message = descend(target, origin);
      if (target.index) target.path = item_path(target.path, *target.index);
    }
    target.field = &field_named(*target.message, step.name, origin);
    target.index = step.index;
    target.path = field_path(target.path, step.name);
    check_index(target, origin);
  }
  return target;
}

std::string quoted(const std::string& word) {
  const bool bare = word.empty() || (word[0] != '"' && word[0] != '\'');
  return bare ? '"' + google::protobuf::CEscape(word) + '"' : word;
}

/// Bare strings gain quotes, also inside [a, b].
std::string with_quotes(const FieldDescriptor& field, const std::string& value) {
  if (field.cpp_type() != FieldDescriptor::CPPTYPE_STRING) return value;
  const bool list = field.is_repeated() && value.starts_with('[') && value.ends_with(']');
  if (!list) return quoted(value);
  std::string result;
  const std::string inside = value.substr(1, value.size() - 2);
  for (std::size_t start = 0; start < inside.size();) {
    const bool string = inside[start] == '"' || inside[start] == '\'';
    const auto closed = string ? inside.find(inside[start], start + 1) : start;
    const auto comma = std::min(inside.find(',', closed), inside.size());
    const std::string word = base::trimmed(std::string_view(inside).substr(start, comma - start));
    result += (result.empty() ? "" : ",") + quoted(word);
    start = std::min(inside.find_first_not_of(" \t", comma + 1), inside.size());
  }
  return "[" + result + "]";
}

class FirstComplaint final : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int, int, const std::string& complaint) override {
    if (text.empty()) text = complaint;
  }
  std::string text;
};

/// A message like the target's in which only the target's field is set, to `value`.
std::unique_ptr<Message> parse_value(const Target& target, const std::string& value,
                                     const Origin& origin) {
  std::unique_ptr<Message> scratch(target.message->New());
  FirstComplaint complaint;
  TextFormat::Parser parser;
  parser.RecordErrorsTo(&complaint);
  const std::string text = target.field->name() + ": " + with_quotes(*target.field, value);
  const bool parsed = !value.empty() && parser.ParseFromString(text, scratch.get());
  if (value.empty()) complaint.text = "wanted a value after `=`";
  if (!parsed) fail(origin, "`" + target.path + "`: " + explain(complaint.text).text);
  std::vector<const FieldDescriptor*> set;
  scratch->GetReflection()->ListFields(*scratch, &set);
  if (set.size() > 1 || (set.size() == 1 && set[0] != target.field)) {
    fail(origin, "`" + target.path + "`: wanted one value, found `" + value + "`");
  }
  return scratch;
}

/// Puts the one value in `scratch` in the place of item `index`.
void replace_item(const Target& target, const Message& scratch, const Origin& origin) {
  const auto* access = target.message->GetReflection();
  if (access->FieldSize(scratch, target.field) != 1) {
    fail(origin, "`" + item_path(target.path, *target.index) + "`: wanted one value");
  }
  target.message->MergeFrom(scratch);
  const int last = access->FieldSize(*target.message, target.field) - 1;
  access->SwapElements(target.message, target.field, *target.index, last);
  access->RemoveLast(target.message, target.field);
}

void forbid(const Assignment& assignment, const Origin& origin) {
  if (assignment.path[0].name == "include") {
    fail(origin, "`include` cannot be set: includes are read before");
  }
}

}  // namespace

void apply_set(const std::string& text, const Origin& origin, Document* document) {
  const Assignment assignment = parse_assignment(text, origin);
  forbid(assignment, origin);
  const Target target = find_target(assignment.path, &document->spec, origin);
  if (assignment.append && (!target.field->is_repeated() || target.index)) {
    fail(origin, "`" + target.path + "` is not a list, += appends to lists");
  }
  const auto scratch = parse_value(target, assignment.value, origin);
  std::string changed = target.path;
  if (target.index) {
    replace_item(target, *scratch, origin);
    changed = item_path(target.path, *target.index);
  } else {
    const auto* access = target.message->GetReflection();
    if (!assignment.append) access->ClearField(target.message, target.field);
    target.message->MergeFrom(*scratch);
  }
  if (!assignment.append) document->origins.erase(changed);
  const auto from_here = [&](const FieldDescriptor&, int, const TextFormat::ParseInfoTree*) {
    return origin;
  };
  Origins everything(origin.name);
  record_origins(document->spec, nullptr, "", from_here, &everything);
  document->origins.add_missing_below(changed, everything);
}

void apply_overrides(const std::vector<std::string>& overrides, Document* document) {
  for (const std::string& text : overrides) {
    const std::string name = "--set " + text;
    apply_set(text, {.name = name, .note = "from " + name}, document);
  }
}

}  // namespace lab::spec
