#pragma once
#include <google/protobuf/text_format.h>

#include <filesystem>
#include <functional>
#include <string>

#include "lab/spec/origin.h"
#include "lab/spec/spec.pb.h"

namespace lab {

/// A spec as it was written: set fields only, and where each was set.
struct Document {
  proto::Spec spec;
  Origins origins;
};

/// The fields of one text; its includes are not read. Throws base::Error (exit code 3) with the
/// position of the first mistake.
Document parse_document(const std::string& text, const std::string& place);

/// The same with its includes below it (paths relative to `folder`): lists that are set replace
/// those included, other fields win. Throws also for a missing file and for a circle of includes.
Document load_document(const std::string& text, const std::string& place,
                       const std::filesystem::path& folder);

/// load_document of a file. Throws base::Error (exit code 3) also if it cannot be read.
Document read_document(const std::filesystem::path& file);

/// The origin of the `index`-th value of a field (-1: not a list).
using OriginOf = std::function<Origin(const google::protobuf::FieldDescriptor& field, int index,
                                      const google::protobuf::TextFormat::ParseInfoTree* tree)>;

/// Records an origin for every field set in `message`, whose path is `path` ("" for the spec).
/// `tree` may be null.
void record_origins(const google::protobuf::Message& message,
                    const google::protobuf::TextFormat::ParseInfoTree* tree,
                    const std::string& path, const OriginOf& origin_of, Origins* origins);

/// "path.name", or "name" if path is empty.
std::string child(const std::string& path, const std::string& name);

/// "path[index]".
std::string item(const std::string& path, int index);

}  // namespace lab
