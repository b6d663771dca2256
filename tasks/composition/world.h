#pragma once
#include "tasks/composition/world_data.h"

namespace tasks::composition {

/// Throws base::Error "<field>: ..." if there is no such world; that of `items` names the number of
/// tuples there are to train on.
CompositionWorld composition_world(const WorldConfig& config);

}  // namespace tasks::composition
