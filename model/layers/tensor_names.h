#pragma once
#include <string_view>

#include "model/layers/layout.h"

namespace model::layers {

/// Whether `said` means this tensor: by its name, or by the beginning of it up to a dot, which
/// means all that begin so: "block.0", "block.0.norm1".
bool is_meant(const Tensor& tensor, std::string_view said);

}  // namespace model::layers
