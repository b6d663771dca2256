#include "tasks/composition/coverage.h"

#include <catch2/catch.hpp>

#include "tasks/composition/composition.h"
#include "tasks/pool.h"

using tasks::Pool;
using tasks::composition::CompositionFormula;

TEST_CASE("a world's coverage is that of its items, pool after pool") {
  const auto world = tasks::composition::composition_world({.entities = 8, .items = 120});
  const auto data = tasks::composition::function_of(world);
  CHECK(data.sizes == std::vector{8, 8, 8});
  CHECK(data.truth.size() == 512);
  CHECK(data.train.size() == 120);
  std::size_t held_out = 0;
  for (const auto& [pool, items] : world.pools) {
    if (pool == tasks::Pool::train) continue;
    for (const auto& item : items) CHECK(data.held_out.at(held_out++).x == item.inputs);
  }
  CHECK(data.held_out.size() == held_out);
  CHECK_NOTHROW(tasks::coverage::require_valid(data));
}

TEST_CASE("noise in training changes labels there and nowhere else") {
  const auto world =
      tasks::composition::composition_world({.entities = 8, .items = 120, .answer_noise = 0.5});
  const auto data = tasks::composition::function_of(world);
  CHECK_NOTHROW(tasks::coverage::require_valid(data));
  const tasks::coverage::InputCodes codes(data.sizes);
  int wrong = 0;
  for (const auto& item : data.train) {
    wrong += item.label != data.truth.at(static_cast<std::size_t>(codes.code(item.x)));
  }
  CHECK(wrong > 20);
}

TEST_CASE("the facet k_cutoff is the cutoff that coverage finds, in every pool") {
  const tasks::composition::Composition task({.world = {.entities = 10, .items = 300}});
  const auto data = tasks::composition::function_of(task.world());
  const auto cutoffs = tasks::coverage::k_cutoffs(data);
  auto next = cutoffs.begin();
  for (const tasks::Pool pool : task.pools()) {
    const std::int64_t size = task.pool_size(pool, 2);
    for (std::int64_t i = 0; i < size; ++i) {
      const int facet = task.facets(task.pool_item(pool, 2, i)).at("k_cutoff");
      CHECK(facet == (pool == tasks::Pool::train ? 300 : *next++));
    }
  }
  CHECK(next == cutoffs.end());
}

TEST_CASE("path ambiguity costs coverage: two hops are covered where a shared argument is not") {
  const auto share = [](tasks::composition::CompositionFormula formula) {
    const auto world =
        tasks::composition::composition_world({.formula = formula, .entities = 20, .items = 1300});
    const auto data = tasks::composition::function_of(world);
    const auto cutoffs =
        tasks::coverage::k_cutoffs(data, {.index_sets = {tasks::coverage::index_set({1, 2})}});
    std::size_t at = 0;
    double covered = 0, asked = 0;
    for (const auto& [pool, items] : world.pools) {
      if (pool == tasks::Pool::train) continue;
      for (std::size_t i = 0; i < items.size(); ++i, ++at) {
        if (pool != tasks::Pool::type_0) continue;
        ++asked;
        covered += cutoffs[at] >= 2;
      }
    }
    return covered / asked;
  };
  CHECK(share(tasks::composition::CompositionFormula::two_hop) > 0.85);
  CHECK(share(tasks::composition::CompositionFormula::non_tree) < 0.5);
}
