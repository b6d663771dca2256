#pragma once
#include <google/protobuf/descriptor.h>

#include <optional>
#include <string>
#include <vector>

#include "lab/spec/spec.h"

namespace lab::spec {

/// Where a field is read, as lab/spec/spec.proto states it: `read_if`.
struct ReadIf {
  std::string path;                 ///< of the field that decides, or of a list
  std::vector<std::string> values;  ///< any of these; none: the list at `path` has something
};

/// Nothing if the field is read everywhere.
std::optional<ReadIf> read_if(const google::protobuf::FieldDescriptor& field);

/// "inputs is FIXED_DENSITY", "split is ADD_JUMP or ADD_TURN_LEFT", "there is a hint".
std::string in_words(const ReadIf& condition);

/// Throws base::Error (exit code 3) at a field that is not at its default though nothing reads it
/// in this spec: it would make another run of the same numbers. Taken is what an included file set
/// where the spec that includes it sets what decides.
void check_read(const Spec& spec);

}  // namespace lab::spec
