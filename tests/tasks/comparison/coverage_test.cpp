#include "tasks/comparison/coverage.h"

#include <catch2/catch.hpp>

TEST_CASE("a comparison's label is what its two values say") {
  const auto world =
      tasks::comparison::comparison_world({.entities = 12, .attributes = 3, .values = 5, .phi = 2});
  const auto data = tasks::comparison::function_of(world);
  CHECK(data.sizes == std::vector{3, 12, 12});
  CHECK_NOTHROW(tasks::coverage::require_valid(data));
  for (const auto& item : data.held_out) {
    const auto value = [&](int entity) {
      return world.values.at(static_cast<std::size_t>(item.x[0] * 12 + entity));
    };
    const int first = value(item.x[1]), second = value(item.x[2]);
    CHECK(item.label == 1 + (first > second) - (first < second));
  }
}
