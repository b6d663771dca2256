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
#include "base/utf8.h"
#include "lab/spec/explain.h"
#include "lab/spec/fields.h"
#include "lab/spec/path.h"
#include "lab/spec/rivals.h"

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
    fail(origin, "wanted path=value, path+=value or ~path, found `" + text + "`");
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

/// `holder`: the field that the message is the value of, or null.
const FieldDescriptor& field_named(const Message& message, const std::string& name,
                                   const FieldDescriptor* holder, const Origin& origin) {
  const auto* field = message.GetDescriptor()->FindFieldByName(name);
  if (field == nullptr) {
    fail(origin,
         no_such_field(*message.GetDescriptor(), name, holder == nullptr ? "" : holder->name()));
  }
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

/// What says the same as a field of the path in other words is taken back.
Target find_target(const std::vector<PathStep>& path, const Origin& origin, Document* document) {
  Target target{.message = &document->spec, .field = nullptr, .index = {}, .path = ""};
  for (const PathStep& step : path) {
    if (target.field != nullptr) {
      target.message = descend(target, origin);
      if (target.index) target.path = item_path(target.path, *target.index);
    }
    target.field = &field_named(*target.message, step.name, target.field, origin);
    clear_rival(*target.field, target.path, target.message, &document->origins);
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

/// Where the text in quotes that begins at `start` ends, a backslash keeping what follows it:
/// `start` if none begins there, npos if it has no end.
std::size_t end_of_quotes(const std::string& text, std::size_t start) {
  const char quote = text[start];
  if (quote != '"' && quote != '\'') return start;
  for (std::size_t at = start + 1; at < text.size(); ++at) {
    if (text[at] == quote) return at;
    if (text[at] == '\\') ++at;
  }
  return std::string::npos;
}

/// Bare strings gain quotes, also inside [a, b].
std::string with_quotes(const FieldDescriptor& field, const std::string& value) {
  if (field.cpp_type() != FieldDescriptor::CPPTYPE_STRING) return value;
  const bool list = field.is_repeated() && value.starts_with('[') && value.ends_with(']');
  if (!list) return quoted(value);
  std::string result;
  const std::string inside = value.substr(1, value.size() - 2);
  for (std::size_t start = 0; start < inside.size();) {
    const auto closed = end_of_quotes(inside, start);
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

/// Whether the value is many, with commas between, where one is wanted.
bool is_several(const Target& target, const std::string& value) {
  const bool list = target.field->is_repeated() || target.field->message_type() != nullptr;
  return !list && value.find(',') != std::string::npos;
}

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
  if (!parsed && is_several(target, value)) {
    fail(origin, "`" + target.path + "`: wanted one value, found `" + value +
                     "`; several are an axis of a sweep: sweep { axis { path: \"" + target.path +
                     "\" values: [...] } }");
  }
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

/// The block that holds the last field, or null if none of them was set.
Message* holder_of(const std::vector<const FieldDescriptor*>& fields,
                   const std::vector<PathStep>& path, const Origin& origin, Message* spec) {
  Message* holder = spec;
  for (std::size_t i = 0; i + 1 < fields.size(); ++i) {
    const auto* access = holder->GetReflection();
    if (!fields[i]->is_repeated()) {
      if (!access->HasField(*holder, fields[i])) return nullptr;
      holder = access->MutableMessage(holder, fields[i]);
      continue;
    }
    if (!path[i].index) {
      fail(origin,
           "`" + path[i].name + "` is a list: say which one, as in " + path[i].name + "[0]");
    }
    if (*path[i].index >= access->FieldSize(*holder, fields[i])) return nullptr;
    holder = access->MutableRepeatedMessage(holder, fields[i], *path[i].index);
  }
  return holder;
}

/// Takes a field back: it has its default again, as if no layer before had set it.
void unset(const std::string& path, const Origin& origin, Document* document) {
  const std::vector<PathStep> steps = path_steps(path, origin);
  const auto fields = fields_on(path, origin);
  if (steps.back().index) {
    fail(origin, "`" + path + "`: items are not taken back one by one: set the list, as in " +
                     steps.back().name + "=[...], or take all of it back");
  }
  Message* holder = holder_of(fields, steps, origin, &document->spec);
  if (holder != nullptr) holder->GetReflection()->ClearField(holder, fields.back());
  document->origins.erase(path);
}

void forbid(const Assignment& assignment, const Origin& origin) {
  if (assignment.path[0].name == "include") {
    fail(origin, "`include` cannot be set: includes are read before");
  }
}

}  // namespace

void apply_set(const std::string& text, const Origin& origin, Document* document) {
  if (base::first_no_utf8(text)) fail(origin, "wanted UTF-8");
  if (text.starts_with('~')) return unset(base::trimmed(text.substr(1)), origin, document);
  const Assignment assignment = parse_assignment(text, origin);
  forbid(assignment, origin);
  const Target target = find_target(assignment.path, origin, document);
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
