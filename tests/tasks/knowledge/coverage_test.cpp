#include "tasks/knowledge/coverage.h"

#include <catch2/catch.hpp>

#include "tasks/coverage/coverage.h"

using tasks::Pool;

TEST_CASE("a graph's coverage is that of its questions over two facts, pool after pool") {
  const auto world = tasks::knowledge::knowledge_world(
      {.entities = 15, .relations = 6, .out_degree = 4, .phi = 2, .ood_share = 0.2});
  const auto data = tasks::knowledge::function_of(world);
  CHECK(data.sizes == std::vector{15, 6, 6});
  CHECK(data.train.size() == world.two_hop.at(tasks::Pool::train).size());
  std::size_t held_out = 0;
  for (const auto& [pool, items] : world.two_hop) {
    if (pool == tasks::Pool::train) continue;
    for (const auto& item : items) {
      CHECK(data.held_out.at(held_out).x ==
            std::vector{item.head, item.relations[0], item.relations[1]});
      CHECK(data.held_out.at(held_out++).label == item.tail);
    }
  }
  CHECK(data.held_out.size() == held_out);
  CHECK_NOTHROW(tasks::coverage::require_valid(data));  // labels are those of the whole function
}

TEST_CASE("questions over facts that were never combined are covered by nothing but chance pairs") {
  const auto world = tasks::knowledge::knowledge_world(
      {.entities = 30, .relations = 10, .out_degree = 10, .phi = 6, .ood_share = 0.2});
  const auto data = tasks::knowledge::function_of(world);
  const auto cutoffs =
      tasks::coverage::k_cutoffs(data, {.equivalences = tasks::coverage::Equivalences::true_only,
                                        .index_sets = {tasks::coverage::index_set({1, 2})}});
  std::size_t next = 0;
  int covered = 0;
  for (const auto& [pool, items] : world.two_hop) {
    if (pool == tasks::Pool::train) continue;
    for (std::size_t i = 0; i < items.size(); ++i, ++next) {
      if (pool == tasks::Pool::ii) covered += cutoffs[next] > 0;
      if (pool == tasks::Pool::oi || pool == tasks::Pool::oo) CHECK(cutoffs[next] == 0);
    }
  }
  CHECK(covered > std::ssize(world.two_hop.at(tasks::Pool::ii)) / 2);
}
