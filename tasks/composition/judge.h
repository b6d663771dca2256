#pragma once
#include <span>
#include <vector>

#include "tasks/composition/world_data.h"

namespace tasks::composition {

/// The bridges and the answer, found by looking the formula up as it is written, one function after
/// the other: nothing that makes the world's items is used but the tables themselves.
std::vector<int> walked(const CompositionWorld& world, std::span<const int> inputs);

}  // namespace tasks::composition
