#pragma once
#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

#include "lab/spec/spec.h"

namespace lab::spec {

/// What one value of a spec must be for a field to be read: "schedule=COSINE|LINEAR".
struct ReadTerm {
  enum class Relation { there, is, is_not, below, above };

  std::string path;                 ///< of the value, as lab/spec/spec.proto writes it
  Relation relation;                ///< there: the list at `path` has something
  std::vector<std::string> values;  ///< of below and above one: a number or another value's path
};

/// Where a field is read, as lab/spec/spec.proto states it in `read_if`: all must hold, of each any
/// term. Nothing: everywhere.
using ReadIf = std::vector<std::vector<ReadTerm>>;
ReadIf read_if(const google::protobuf::FieldDescriptor& field);

/// "inputs is FIXED_DENSITY", "split is ADD_JUMP or ADD_TURN_LEFT", "there is a hint".
std::string in_words(const ReadIf& condition);

/// Throws base::Error (exit code 3) at a field that is not at its default though nothing reads it
/// in this spec: it would make another run of the same numbers. Taken is what a file sets where
/// what decides is set after it, by who includes the file, a sweep's axis or --set: the file serves
/// other runs too, who read it.
void check_read(const Spec& spec);

}  // namespace lab::spec
