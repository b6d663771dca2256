#pragma once
#include <string>

namespace lab::spec::reference {

/// lab/spec/spec.proto and lab/figure/read/figures.proto as a serialized FileDescriptorSet,
/// comments and all. (Generated from them when the program is built.)
std::string schemas();

}  // namespace lab::spec::reference
