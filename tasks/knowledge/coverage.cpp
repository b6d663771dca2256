#include "tasks/knowledge/coverage.h"

namespace tasks::knowledge {
namespace {

std::vector<int> truth_of(const KnowledgeWorld& world) {
  const int entities = world.config.entities, relations = world.config.relations;
  const auto tail = [&](int head, int relation) {
    return world.tails[static_cast<std::size_t>(head * relations + relation)];
  };
  std::vector<int> truth;
  for (int head = 0; head < entities; ++head) {
    for (int first = 0; first < relations; ++first) {
      const int bridge = tail(head, first);
      for (int second = 0; second < relations; ++second) {
        const int end = bridge < 0 ? bridge : tail(bridge, second);
        truth.push_back(end < 0 ? entities : end);
      }
    }
  }
  return truth;
}

}  // namespace

FiniteFunction function_of(const KnowledgeWorld& world) {
  const int relations = world.config.relations;
  FiniteFunction function{.sizes = {world.config.entities, relations, relations}};
  coverage::InputCodes{function.sizes};  // throws if there are too many
  function.truth = truth_of(world);
  for (const auto& [pool, items] : world.two_hop) {
    for (const Fact& item : items) {
      function.add(pool, {{item.head, item.relations[0], item.relations[1]}, item.tail});
    }
  }
  return function;
}

}  // namespace tasks::knowledge
