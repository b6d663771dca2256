#include "lab/spec/fields.h"

#include <algorithm>
#include <vector>

#include "base/numbers.h"
#include "lab/spec/explain.h"
#include "lab/spec/path.h"
#include "lab/spec/spec.pb.h"
#include "lab/spec/text.h"

namespace lab::spec {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

/// The field that the path ends at.
const FieldDescriptor& field_at(const std::string& path, const Origin& origin) {
  return *fields_on(path, origin).back();
}

}  // namespace

std::vector<const FieldDescriptor*> fields_on(const std::string& path, const Origin& origin) {
  std::vector<const FieldDescriptor*> fields;
  const Descriptor* block = proto::Spec::descriptor();
  std::string here;
  for (const PathStep& step : path_steps(path, origin)) {
    if (block == nullptr) fail(origin, "`" + here + "` has no fields");
    const FieldDescriptor* field = block->FindFieldByName(step.name);
    if (field == nullptr) {
      fail(origin, no_such_field(*block, step.name, fields.empty() ? "" : fields.back()->name()));
    }
    here = field_path(here, step.name);
    if (step.index && !field->is_repeated()) fail(origin, "`" + here + "` is not a list");
    fields.push_back(field);
    block = field->message_type();
  }
  return fields;
}

const FieldDescriptor& schema_field(const std::string& path) {
  return field_at(path, {.name = path});
}

std::string with_first_hint(const std::string& path) {
  const std::string hint = "hint";
  return path.starts_with(hint + ".") ? item_path(hint, 0) + path.substr(hint.size()) : path;
}

void require_field(const std::string& path, const std::string& origin) {
  const Origin where{.name = origin};
  const auto fields = fields_on(path, where);
  if (std::ranges::any_of(fields, [](const auto* field) { return is_written_out(*field); })) {
    fail(where, "`" + path + "` is in no run's spec: what it stands for is written out there");
  }
}

void require_value(const std::string& path, const std::string& origin) {
  require_field(path, origin);
  const Origin where{.name = origin};
  if (field_at(path, where).message_type() != nullptr) {
    fail(where, "`" + path + "` is a block: wanted one of its fields");
  }
  if (path_steps(path, where).back().index) {
    fail(where, "`" + path + "`: wanted the list, as a whole");
  }
}

bool is_plain(const std::string& path, const std::string& value) {
  const FieldDescriptor& field = schema_field(path);
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
      return base::number_in<double>(value).has_value();
  }
}

std::vector<std::string> task_kinds() {
  const auto* kinds = proto::Part::descriptor()->FindOneofByName("kind");
  std::vector<std::string> names;
  for (int i = 0; i < kinds->field_count(); ++i) names.push_back(kinds->field(i)->name());
  return names;
}

}  // namespace lab::spec
