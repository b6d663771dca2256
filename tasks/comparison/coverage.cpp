#include "tasks/comparison/coverage.h"

namespace tasks::comparison {

FiniteFunction function_of(const ComparisonWorld& world) {
  const int entities = world.config.entities, attributes = world.config.attributes;
  FiniteFunction function{.sizes = {attributes, entities, entities}};
  coverage::InputCodes{function.sizes};  // throws if there are too many
  const auto label = [&](int attribute, int first, int second) {
    const int* values = world.values.data() + attribute * entities;
    return values[first] < values[second] ? 0 : values[first] == values[second] ? 1 : 2;
  };
  for (int attribute = 0; attribute < attributes; ++attribute) {
    for (int first = 0; first < entities; ++first) {
      for (int second = 0; second < entities; ++second) {
        function.truth.push_back(label(attribute, first, second));
      }
    }
  }
  for (const auto& [pool, items] : world.two_hop) {
    for (const Comparison& item : items) {
      const int first = item.entities[0], second = item.entities[1];
      function.add(pool, {{item.attribute, first, second}, label(item.attribute, first, second)});
    }
  }
  return function;
}

}  // namespace tasks::comparison
