#pragma once
#include <optional>
#include <span>

#include "tasks/knowledge/world.h"

namespace tasks::knowledge {

/// Where the relations lead from `head`, one fact after the other; nothing if the graph lacks one
/// of these facts. Knows no pools, and nothing that makes them.
std::optional<int> followed(const KnowledgeWorld& world, int head, std::span<const int> relations);

}  // namespace tasks::knowledge
