#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "tasks/comparison/comparison.h"
#include "tasks/pool.h"

namespace tasks::comparison {
namespace {

using Place = std::pair<int, int>;  // attribute, entity
using Counts = std::map<Place, int>;

/// How many training questions have each fact: of a pair both orders are asked.
Counts counted(const ComparisonWorld& world) {
  Counts counts;
  for (const Comparison& asked : world.two_hop.at(Pool::train)) {
    for (const int entity : asked.entities) ++counts[{asked.attribute, entity}];
  }
  return counts;
}

/// Where a pair belongs that is not trained on, by its entities: i if in distribution and compared
/// in training, o if out of distribution.
std::string expected_pool(const ComparisonWorld& world, const Counts& counts,
                          const Comparison& asked) {
  std::string pool;
  for (const int entity : asked.entities) {
    const auto at = static_cast<std::size_t>(asked.attribute * world.config.entities + entity);
    const bool used = counts.contains({asked.attribute, entity});
    if (world.in_distribution.at(at) && !used) return "unused";
    pool += used ? 'i' : 'o';
  }
  return pool == "oi" ? "io" : pool;
}

/// Tables of several seeds, from few training pairs to many; all pools uncut.
std::vector<ComparisonConfig> configs() {
  std::vector<ComparisonConfig> all;
  for (const std::uint64_t seed : {0, 1, 2, 7}) {
    for (const double phi : {0.3, 1.0, 3.0, 8.0}) {
      for (const double ood : {0.0, 0.2}) {
        all.push_back({.entities = 30,
                       .attributes = 4,
                       .values = 6,
                       .phi = phi,
                       .ood_share = ood,
                       .world_seed = seed,
                       .pool_items = 1 << 20});
      }
    }
  }
  return all;
}

TEST_CASE("the uses of a fact of a table are the training pairs that have it") {
  for (const ComparisonConfig& config : configs()) {
    const ComparisonWorld world = comparison_world(config);
    Counts counts = counted(world);
    for (int attribute = 0; attribute < config.attributes; ++attribute) {
      for (int entity = 0; entity < config.entities; ++entity) {
        const auto at = static_cast<std::size_t>(attribute * config.entities + entity);
        REQUIRE(2 * world.uses.at(at) == counts[{attribute, entity}]);
      }
    }
  }
}

TEST_CASE("pairs are shared out by what is out of distribution and by what training uses") {
  for (const ComparisonConfig& config : configs()) {
    const ComparisonWorld world = comparison_world(config);
    INFO("phi " << config.phi << ", seed " << config.world_seed);
    const Counts counts = counted(world);
    std::map<std::vector<int>, Pool> all;
    std::size_t wrong = 0, asked_in_all = 0;
    for (const auto& [pool, comparisons] : world.two_hop) {
      asked_in_all += comparisons.size();
      for (const Comparison& asked : comparisons) {
        const bool seen = pool == Pool::train || pool == Pool::validate;
        wrong += expected_pool(world, counts, asked) == (seen ? "ii" : name(pool)) ? 0 : 1;
        all[{asked.attribute, asked.entities[0], asked.entities[1]}] = pool;
      }
    }
    CHECK(wrong == 0);
    CHECK(all.size() == 4 * 30 * 29);  // every question there is
    CHECK(asked_in_all == all.size());
    for (const auto& [asked, pool] : all) REQUIRE(all.at({asked[0], asked[2], asked[1]}) == pool);
    if (config.phi < 2) CHECK(world.two_hop.at(Pool::unused).size() > 100);
  }
}

TEST_CASE("at one pair for each fact all that is asked in distribution was compared in training") {
  for (const std::uint64_t seed : {0, 1, 2}) {
    const ComparisonTask task({.phi = 1, .world_seed = seed});
    const Counts counts = counted(task.world());
    for (const Pool pool : {Pool::ii, Pool::validate}) {
      CHECK(task.pool_size(pool, 2) == 2000);  // cut down
      for (const Comparison& asked : task.world().two_hop.at(pool)) {
        for (const int entity : asked.entities) {
          REQUIRE(counts.contains({asked.attribute, entity}));
        }
      }
    }
    CHECK(task.pool_size(Pool::unused, 2) == 2000);
    CHECK(task.pool_size(Pool::unused, 1) == 0);
  }
}

TEST_CASE("known counts the facts that training compares") {
  const ComparisonTask task({.phi = 1});
  const std::map<Pool, std::set<int>> expected{{Pool::train, {2}}, {Pool::validate, {2}},
                                               {Pool::ii, {2}},    {Pool::io, {1}},
                                               {Pool::oo, {0}},    {Pool::unused, {0, 1}}};
  for (const auto& [pool, known] : expected) {
    std::set<int> found;
    for (std::uint64_t i = 0; i < 300; ++i) {
      found.insert(task.facets(example_at(task, pool, 2, 0, i)).at("known"));
    }
    CHECK(found == known);
  }
}

}  // namespace
}  // namespace tasks::comparison
