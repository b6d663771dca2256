#pragma once
#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

namespace lab::spec::reference {

/// What a schema says of one field.
struct FieldDoc {
  std::string path;       ///< as in --set: "model.width"; of a list "hint[]"
  std::string type;       ///< "whole number", "number", "text", "true or false", "one of", "block"
  std::string limits;     ///< "1 to 4096", or empty
  std::string otherwise;  ///< the default, or empty
  std::string read_if;    ///< "inputs is FIXED_DENSITY", or empty: everywhere
  std::string comment;    ///< one paragraph, or empty
  std::vector<std::pair<std::string, std::string>> values;  ///< of "one of": name, comment
};

/// Every field of such a file, in the order of its schema; a block's fields follow it. A block that
/// was described before says where, and is not described again.
std::vector<FieldDoc> fields_of(const google::protobuf::Descriptor& file);

/// The same of a spec.
std::vector<FieldDoc> spec_fields();

}  // namespace lab::spec::reference
