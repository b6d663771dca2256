#include "tasks/composition/target.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "base/error.h"
#include "tasks/composition/composition.h"
#include "tasks/composition/judge.h"
#include "tests/tasks/coverage/plain_cover.h"

using Catch::Matchers::Contains;
using tasks::Pool;
using tasks::composition::Composition;
using tasks::composition::composition_world;
using tasks::composition::CompositionFormula;
using tasks::composition::CompositionWorld;
using tasks::composition::WorldConfig;

namespace {

constexpr int all_items = 1 << 24;

/// What is asked in distribution.
std::set<std::vector<int>> asked_in(const CompositionWorld& world) {
  std::set<std::vector<int>> asked;
  for (const Pool pool : {Pool::type_0, Pool::validate}) {
    for (const auto& item : world.pools.at(pool)) asked.insert(item.inputs);
  }
  return asked;
}

double plain_share(const CompositionWorld& world, int k) {
  std::map<std::vector<int>, int> train;
  for (const auto& item : world.pools.at(Pool::train)) train[item.inputs] = item.answer();
  const auto covered = tests::plainly_covered(train, k);
  const auto asked = asked_in(world);
  double count = 0;
  for (const auto& inputs : asked) count += covered.contains(inputs) ? 1 : 0;
  return count / static_cast<double>(asked.size());
}

/// Of each k the questions of a pool that have it, by their facets.
std::map<int, int> cutoffs_in(const Composition& task, Pool pool) {
  std::map<int, int> counts;
  const int hops = task.difficulties().low;
  for (std::int64_t i = 0; i < task.pool_size(pool, hops); ++i) {
    ++counts[task.facets(task.pool_item(pool, hops, i)).at("k_cutoff")];
  }
  return counts;
}

/// The share of what is asked in distribution with a facet of at least k.
double share_by_facet(const Composition& task, int k) {
  double reached = 0, asked = 0;
  for (const Pool pool : {Pool::type_0, Pool::validate}) {
    for (const auto& [cutoff, count] : cutoffs_in(task, pool)) {
      asked += count;
      reached += cutoff >= k ? count : 0;
    }
  }
  return reached / asked;
}

}  // namespace

TEST_CASE("a world built to a target has it by the definition, and is else the world it was") {
  for (const WorldConfig& plain :
       {WorldConfig{.entities = 12, .items = 400, .pool_items = all_items},
        WorldConfig{.entities = 12, .items = 420, .pool_items = all_items, .answer_noise = 0.05},
        WorldConfig{.formula = CompositionFormula::non_tree,
        .entities = 12,
        .items = 500,
        .pool_items = all_items},
        WorldConfig{.entities = 11,
        .items = 300,
        .operators = tasks::composition::Operators::shared,
        .pool_items = all_items}}) {
    const CompositionWorld before = composition_world(plain);
    const double drawn = plain_share(before, 3);
    for (const double change : {-0.1, 0.1}) {
      WorldConfig config = plain;
      config.target = {3, {drawn + change}};
      const CompositionWorld after = composition_world(config);
      INFO(name(plain.formula) << " from " << drawn << " by " << change);
      CHECK(plain_share(after, 3) == Approx(drawn + change).margin(0.0051));
      CHECK(after.tables == before.tables);
      CHECK(after.pools.at(Pool::train).size() == before.pools.at(Pool::train).size());
      for (const Pool pool : {Pool::type_1, Pool::type_2, Pool::type_3}) {
        CHECK(std::ranges::equal(after.pools.at(pool), before.pools.at(pool), {},
                                 &tasks::composition::ComposedItem::inputs,
                                 &tasks::composition::ComposedItem::inputs));
      }
      const auto seen = [](const CompositionWorld& world) {
        std::vector<std::vector<bool>> cells;
        for (const auto& uses : world.uses) {
          auto& of_call = cells.emplace_back();
          for (const int times : uses) of_call.push_back(times > 0);
        }
        return cells;
      };
      CHECK(seen(after) == seen(before));
      REQUIRE(after.built);
      CHECK(after.built->asked == std::ssize(asked_in(after)));
      if (after.built->uses_moved == 0) CHECK(after.uses == before.uses);
    }
  }
}

TEST_CASE("a world built to a target has as many wrong labels as the one that was drawn") {
  WorldConfig config{.entities = 14, .items = 700, .answer_noise = 0.1};
  const auto wrong = [](const CompositionWorld& world) {
    int count = 0;
    for (const auto& item : world.pools.at(Pool::train)) {
      count += item.answer() != tasks::composition::walked(world, item.inputs).back() ? 1 : 0;
    }
    return count;
  };
  const int drawn = wrong(composition_world(config));
  config.target = {2, {0.9, 0.8}};
  CHECK(wrong(composition_world(config)) == drawn);
}

TEST_CASE("thirty entities are built to 60 % at k = 3 by the facet, from all that is usual") {
  for (const int items : {3000, 4400}) {
    const Composition task(
        {.world = {.entities = 30, .items = items, .pool_items = all_items, .target = {3, {0.6}}}});
    CHECK(share_by_facet(task, 3) == Approx(0.6).margin(0.005));
    CHECK(task.world().built->uses_moved == 0);
  }
  const Composition tail({.world = {.entities = 30,
                                    .items = 3700,
                                    .pool_items = all_items,
                                    .target = {1, {1, 0.9, 0.6, 0.3}}}});
  for (const auto& [k, share] : {std::pair(2, 0.9), {3, 0.6}, {4, 0.3}}) {
    CHECK(share_by_facet(tail, k) == Approx(share).margin(0.005));
  }
}

TEST_CASE("a target that the draw meets leaves every item as it is") {
  const WorldConfig plain{.entities = 14, .items = 700};
  const CompositionWorld before = composition_world(plain);
  WorldConfig config = plain;
  config.target = {3, {0.5}};
  const auto built = composition_world(config).built;
  REQUIRE(built);
  config.target.share = {static_cast<double>(built->shares[0].drawn) /
                         static_cast<double>(built->asked)};
  const CompositionWorld after = composition_world(config);
  for (const auto& [pool, items] : before.pools) {
    CHECK(std::ranges::equal(items, after.pools.at(pool), {},
                             &tasks::composition::ComposedItem::inputs,
                             &tasks::composition::ComposedItem::inputs));
  }
  CHECK(after.built->exchanged == 0);
}

TEST_CASE(
    "pools at each k hold so many items of each cutoff, or all, and others are as they were") {
  const WorldConfig plain{.entities = 16, .items = 900, .pool_items = all_items};
  WorldConfig config = plain;
  config.pool_items = 70;
  config.pool_at_each_k = 25;
  const Composition whole({.world = plain}), cut({.world = config});
  for (const Pool pool : {Pool::type_0, Pool::validate}) {
    std::map<int, int> wanted = cutoffs_in(whole, pool);
    REQUIRE(wanted.size() > 4);
    for (auto& [k, count] : wanted) count = std::min(count, 25);
    CHECK(cutoffs_in(cut, pool) == wanted);
  }
  CHECK(cut.pool_size(Pool::type_1, 2) == 70);
  CHECK(cut.pool_size(Pool::train, 2) == 900);
  config.world_seed = 1;
  CHECK(Composition({.world = config}).pool_size(Pool::type_1, 2) == 70);
}

TEST_CASE("targets that no world can have are errors that name the field") {
  const auto fails = [](const WorldConfig& config, const std::string& message) {
    CHECK_THROWS_WITH(composition_world(config), Contains(message));
  };
  fails({.entities = 10, .items = 200, .target = {1, {0.5}}},
        "k 1: wanted 50 %, came to 100 %, drawn first 100 %, reached ");
  fails({.target = {0, {0.5}}}, "target.k: must be >= 1, got 0");
  fails({.target = {3, {0.5, 0.6}}}, "target.share: 0.6 after 0.5");
  fails({.pool_at_each_k = -1}, "pool_at_each_k: must be >= 0, got -1");
  fails({.entities = 102, .target = {3, {0.5}}},
        "target.share: 102 entities to the power of 3 inputs are more than the 2^20 tuples");
  fails({.entities = 102, .pool_at_each_k = 9}, "pool_at_each_k: 102 entities to the power of 3 ");
}

TEST_CASE("calls are numbered by call, then by cell") {
  const CompositionWorld world = composition_world({.entities = 5, .items = 20});
  const auto function = tasks::composition::called_function(world);
  CHECK(function.calls == 2);
  CHECK(function.truth.size() == 125);
  const auto made = function.made_for(2 * 25 + 4 * 5 + 3);  // t2 t4 t3
  const auto values = tasks::composition::walked(world, std::vector{2, 4, 3});
  CHECK(made[0] == 2 * 5 + 4);
  CHECK(made[1] == 25 + values[0] * 5 + 3);
  CHECK(function.truth[2 * 25 + 4 * 5 + 3] == values[1]);
}
