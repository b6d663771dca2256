#include "tasks/comparison/coverage.h"

namespace tasks {

CoverageData coverage_data(const ComparisonWorld& world) {
  const int entities = world.config.entities, attributes = world.config.attributes;
  CoverageData data{.sizes = {attributes, entities, entities}};
  InputCodes{data.sizes};  // throws if there are too many
  const auto label = [&](int attribute, int first, int second) {
    const int* values = world.values.data() + attribute * entities;
    return values[first] < values[second] ? 0 : values[first] == values[second] ? 1 : 2;
  };
  for (int attribute = 0; attribute < attributes; ++attribute) {
    for (int first = 0; first < entities; ++first) {
      for (int second = 0; second < entities; ++second) {
        data.truth.push_back(label(attribute, first, second));
      }
    }
  }
  for (const auto& [pool, items] : world.two_hop) {
    auto& target = pool == Pool::train ? data.train : data.held_out;
    for (const Comparison& item : items) {
      const int first = item.entities[0], second = item.entities[1];
      target.push_back({{item.attribute, first, second}, label(item.attribute, first, second)});
    }
  }
  return data;
}

}  // namespace tasks
