#include "lab/spec/reference/reference.h"

#include <google/protobuf/descriptor.pb.h>

#include <map>
#include <sstream>

#include "base/error.h"
#include "lab/spec/path.h"
#include "lab/spec/reference/schema.h"
#include "lab/spec/spec.pb.h"
#include "lab/spec/text.h"
#include "lab/spec/unread.h"

namespace lab::spec::reference {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
/// A file, and protobuf's path of a declaration in it.
struct Place {
  std::string file;
  std::vector<int> path;
  auto operator<=>(const Place&) const = default;
};

/// The place of what is declared in `outer`, as the `index`-th of its kind (a field's number).
Place within(Place outer, int kind, int index) {
  outer.path.insert(outer.path.end(), {kind, index});
  return outer;
}

std::string paragraph(const std::string& comment) {
  std::istringstream words(comment);
  std::string text;
  for (std::string word; words >> word;) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// Comments by declaration: that before it, else that behind it.
std::map<Place, std::string> comments() {
  google::protobuf::FileDescriptorSet files;
  base::promise(files.ParseFromString(schemas()), "the schemas are those of files");
  std::map<Place, std::string> all;
  for (const auto& file : files.file()) {
    for (const auto& location : file.source_code_info().location()) {
      const std::string& before = location.leading_comments();
      const std::string& behind = location.trailing_comments();
      all[{file.name(), {location.path().begin(), location.path().end()}}] =
          paragraph(before.empty() ? behind : before);
    }
  }
  return all;
}

Place place_of(const Descriptor& message) {
  if (message.containing_type() == nullptr) return {message.file()->name(), {4, message.index()}};
  return within(place_of(*message.containing_type()), 3, message.index());
}

Place place_of(const EnumDescriptor& values) {
  if (values.containing_type() == nullptr) return {values.file()->name(), {5, values.index()}};
  return within(place_of(*values.containing_type()), 4, values.index());
}

class Reference {
 public:
  std::vector<FieldDoc> all(const Descriptor& file) && {
    add_fields(file, "");
    return std::move(fields_);
  }

 private:
  void add_fields(const Descriptor& message, const std::string& path) {
    described_[&message] = path;
    for (int i = 0; i < message.field_count(); ++i) {
      const FieldDescriptor& field = *message.field(i);
      FieldDoc doc{field_path(path, field.name()) + (field.is_repeated() ? "[]" : ""),
                   type_of(field),
                   limits_of(field),
                   default_of(field),
                   read_if_of(field),
                   comments_[within(place_of(message), 2, i)],
                   {}};
      add_values(field, doc);
      const Descriptor* block = field.message_type();
      const auto before = block == nullptr ? described_.end() : described_.find(block);
      if (before != described_.end()) doc.type = "block, as " + before->second;
      const bool first = block != nullptr && before == described_.end();
      if (first) add_comment(*block, doc);
      const std::string where = doc.path;
      fields_.push_back(std::move(doc));
      if (first) add_fields(*block, where);
    }
  }

  /// What the schema says of a block itself, behind what it says of the field that it is in.
  void add_comment(const Descriptor& block, FieldDoc& doc) {
    const std::string& own = comments_[place_of(block)];
    if (!doc.comment.empty() && !own.empty()) doc.comment += " ";
    doc.comment += own;
  }

  static std::string type_of(const FieldDescriptor& field) {
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_DOUBLE:
        return "number";
      case FieldDescriptor::CPPTYPE_STRING:
        return "text";
      case FieldDescriptor::CPPTYPE_BOOL:
        return "true or false";
      case FieldDescriptor::CPPTYPE_ENUM:
        return "one of";
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return "block";
      default:
        return "whole number";
    }
  }

  static std::string limits_of(const FieldDescriptor& field) {
    if (!field.options().HasExtension(proto::limits)) return "";
    const auto& limits = field.options().GetExtension(proto::limits);
    return readable(limits.low()) + " to " + readable(limits.high());
  }

  static std::string default_of(const FieldDescriptor& field) {
    if (!field.has_default_value()) return "";
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_DOUBLE:
        return readable(field.default_value_double());
      case FieldDescriptor::CPPTYPE_STRING:
        return field.default_value_string();
      case FieldDescriptor::CPPTYPE_BOOL:
        return field.default_value_bool() ? "true" : "false";
      case FieldDescriptor::CPPTYPE_ENUM:
        return field.default_value_enum()->name();
      case FieldDescriptor::CPPTYPE_INT32:
        return std::to_string(field.default_value_int32());
      case FieldDescriptor::CPPTYPE_INT64:
        return std::to_string(field.default_value_int64());
      default:
        return std::to_string(field.default_value_uint64());
    }
  }

  static std::string read_if_of(const FieldDescriptor& field) { return in_words(read_if(field)); }

  void add_values(const FieldDescriptor& field, FieldDoc& doc) {
    if (field.enum_type() == nullptr) return;
    for (int i = 0; i < field.enum_type()->value_count(); ++i) {
      doc.values.emplace_back(field.enum_type()->value(i)->name(),
                              comments_[within(place_of(*field.enum_type()), 2, i)]);
    }
  }

  std::map<Place, std::string> comments_ = comments();
  std::map<const Descriptor*, std::string> described_;  ///< where
  std::vector<FieldDoc> fields_;
};

}  // namespace

std::vector<FieldDoc> fields_of(const Descriptor& file) { return Reference().all(file); }

std::vector<FieldDoc> spec_fields() { return fields_of(*proto::Spec::descriptor()); }

}  // namespace lab::spec::reference
