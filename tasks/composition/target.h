#pragma once
#include "tasks/composition/world_data.h"
#include "tasks/coverage/training_items.h"

namespace tasks::composition {

/// The world's functions as coverage::built_to_target takes them, all but the labels `shown`. Calls
/// are numbered by call, then by cell.
coverage::CalledFunction called_function(const CompositionWorld& world);

}  // namespace tasks::composition
