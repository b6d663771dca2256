#pragma once
#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

#include "lab/spec/origin.h"

namespace lab::spec {

/// The fields of a path as in --set, one in the other, by the schema alone. Throws base::Error
/// (exit code 3) at `origin` if it has none there.
std::vector<const google::protobuf::FieldDescriptor*> fields_on(const std::string& path,
                                                                const Origin& origin);

/// What the schema says of the field at a path as in --set. Throws base::Error (exit code 3) if it
/// has none there.
const google::protobuf::FieldDescriptor& schema_field(const std::string& path);

/// "hint[0].weight" for "hint.weight"; other paths as they are.
std::string with_first_hint(const std::string& path);

/// Throws base::Error (exit code 3), "origin: error: no field `widht` in `model` (did you mean
/// `width`?)", unless the spec of some run may have a field at this path, as in --set.
void require_field(const std::string& path, const std::string& origin);

/// The same for one that holds a value: no block, and of a list no single item.
void require_value(const std::string& path, const std::string& origin);

/// Whether `value` is one that the field may have and that is written in one way only, but for
/// numbers. Throws base::Error (exit code 3) if there is no such field.
bool is_plain(const std::string& path, const std::string& value);

/// "sorting", "parity", ...: what a part of a spec may be.
std::vector<std::string> task_kinds();

}  // namespace lab::spec
