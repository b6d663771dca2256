#pragma once
#include <string>

namespace lab::spec::reference {

/// lab/spec/spec.proto as a serialized FileDescriptorSet, comments and all. (Generated from it when
/// the program is built.)
std::string spec_schema();

}  // namespace lab::spec::reference
