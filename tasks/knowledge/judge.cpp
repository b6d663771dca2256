#include "tasks/knowledge/judge.h"

namespace tasks::knowledge {

std::optional<int> followed(const KnowledgeWorld& world, int head, std::span<const int> relations) {
  int at = head;
  for (const int relation : relations) {
    if (relation == world.config.relations) continue;  // "same"
    at = world.tails.at(static_cast<std::size_t>(at * world.config.relations + relation));
    if (at < 0) return std::nullopt;
  }
  return at;
}

}  // namespace tasks::knowledge
