#pragma once
#include <google/protobuf/text_format.h>

#include <functional>
#include <string>

#include "lab/spec/origin.h"
#include "lab/spec/spec.pb.h"

namespace lab::spec {

/// A spec as it was written: set fields only, and where each was set.
struct Document {
  proto::Spec spec;
  Origins origins;
};

/// The fields of one text; its includes are not read. Throws base::Error (exit code 3) with the
/// position of the first mistake.
Document parse_document(const std::string& text, const std::string& origin);

/// The origin of the `index`-th value of a field (-1: not a list).
using OriginOf = std::function<Origin(const google::protobuf::FieldDescriptor& field, int index,
                                      const google::protobuf::TextFormat::ParseInfoTree* tree)>;

/// Records an origin for every field set in `message`, whose path is `path` ("" for the spec).
/// `tree` may be null.
void record_origins(const google::protobuf::Message& message,
                    const google::protobuf::TextFormat::ParseInfoTree* tree,
                    const std::string& path, const OriginOf& origin_of, Origins* origins);

/// Throws base::Error (exit code 3) at the first number outside the limits that lab/spec/spec.proto
/// states for it, or not finite.
void check_limits(const Document& document);

}  // namespace lab::spec
