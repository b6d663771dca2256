#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "base/error.h"
#include "tasks/catalog/catalog.h"
#include "tasks/pool.h"
#include "tests/pieces.h"

// Rules of coverage in worlds whose questions are listed.

namespace tasks {
namespace {

using Catch::Matchers::Contains;

std::set<std::string> pieces_of(const Task& task, Pool pool, const std::string& kind) {
  std::set<std::string> all;
  const int difficulty = task.difficulties().high;
  for (std::int64_t i = 0; i < *pool_size(task, pool, difficulty); ++i) {
    const Example one = task.finite_pools()->pool_item(pool, difficulty, i);
    for (const auto& piece : tests::pieces_of(kind, task.vocabulary().text(one.prompt))) {
      all.insert(piece);
    }
  }
  return all;
}

/// Every question of `uncovered` has a piece that training never shows, and those in distribution
/// have none.
void check_pools(const Task& task, const std::string& kind, Pool in_distribution) {
  const auto seen = pieces_of(task, Pool::train, kind);
  const int difficulty = task.difficulties().high;
  const auto is_seen = [&](const std::string& piece) { return seen.contains(piece); };
  for (const Pool pool : {in_distribution, Pool::validate, Pool::uncovered}) {
    REQUIRE(*pool_size(task, pool, difficulty) > 0);
    for (std::int64_t i = 0; i < *pool_size(task, pool, difficulty); ++i) {
      const Example one = task.finite_pools()->pool_item(pool, difficulty, i);
      const std::string prompt = task.vocabulary().text(one.prompt);
      INFO(name(pool) << ' ' << prompt);
      CHECK(std::ranges::all_of(tests::pieces_of(kind, prompt), is_seen) ==
            (pool != Pool::uncovered));
    }
  }
}

}  // namespace

TEST_CASE(
    "of a knowledge graph training shows a share of the facts in a hop, in as many questions") {
  const knowledge::KnowledgeConfig config{
      .entities = 40, .relations = 8, .out_degree = 8, .phi = 3};
  const auto is_free = catalog::make_task(config);
  const std::vector<CoverageRule> rules{{"first_hop", 0.6, 1}};
  const auto task = catalog::make_task(config, rules);
  CHECK(pool_size(*task, Pool::train, 2) == pool_size(*is_free, Pool::train, 2));
  CHECK(pieces_of(*task, Pool::train, "first_hop").size() <= 173);  // .6 of .9 of 320
  CHECK(pieces_of(*task, Pool::train, "first_hop").size() > 150);
  check_pools(*task, "first_hop", Pool::ii);
  CHECK(pools_of(*is_free).back() == Pool::unused);
}

TEST_CASE("a fact is in distribution that training shows as often as the rule wants") {
  const knowledge::KnowledgeConfig config{
      .entities = 40, .relations = 8, .out_degree = 8, .phi = 3};
  const std::vector<CoverageRule> rules{{"first_hop", 1, 0, 3}};
  const auto task = catalog::make_task(config, rules);
  std::multiset<std::string> shown;
  for (std::int64_t i = 0; i < *pool_size(*task, Pool::train, 2); ++i) {
    const Example one = task->finite_pools()->pool_item(Pool::train, 2, i);
    shown.merge(tests::pieces_of("first_hop", task->vocabulary().text(one.prompt)));
  }
  for (const std::string& piece : pieces_of(*task, Pool::ii, "first_hop")) {
    CHECK(shown.count(piece) >= 3);
  }
}

TEST_CASE("of functions training shows a share of the cells in a call, in as many items") {
  composition::CompositionConfig config;
  config.world.items = 700;
  const auto is_free = catalog::make_task(config);
  const std::vector<CoverageRule> rules{{"f1", 0.5, 1}};
  const auto task = catalog::make_task(config, rules);
  CHECK(pool_size(*task, Pool::train, 2) == pool_size(*is_free, Pool::train, 2));
  const auto seen = pieces_of(*task, Pool::train, "f1");
  CHECK(seen.size() <= 140);  // half of .7 of 400
  CHECK(seen.size() > 130);
  for (const Pool pool : {Pool::type_0, Pool::validate, Pool::type_3}) {
    for (const std::string& cell : pieces_of(*task, pool, "f1")) CHECK(seen.contains(cell));
  }
  for (const Pool pool : {Pool::type_1, Pool::type_2}) {
    for (const std::string& cell : pieces_of(*task, pool, "f1")) CHECK(!seen.contains(cell));
  }
}

TEST_CASE("of a table training compares a share of the facts of each attribute, in as many pairs") {
  const comparison::ComparisonConfig config{.entities = 40, .attributes = 4, .phi = 6};
  const auto is_free = catalog::make_task(config);
  const std::vector<CoverageRule> rules{{"compared", 0.6, 1}};
  const auto task = catalog::make_task(config, rules);
  CHECK(pool_size(*task, Pool::train, 2) == pool_size(*is_free, Pool::train, 2));
  CHECK(pieces_of(*task, Pool::train, "compared").size() == 4 * 22);  // of 36 each
  check_pools(*task, "compared", Pool::ii);
}

TEST_CASE("of commands training shows a share of the frames of verbs") {
  const scan::ScanConfig config{{.train_items = 3000}};
  const std::vector<CoverageRule> rules{{"framed", 0.7, 1}};
  const auto task = catalog::make_task(config, rules);
  CHECK(pool_size(*task, Pool::train, 2) == 3000);
  CHECK(pieces_of(*task, Pool::train, "framed").size() == 71);  // of 102
  check_pools(*task, "framed", Pool::test);
  const std::vector<CoverageRule> pairs{{"joined", 0.5, 1}};
  const auto joined = catalog::make_task(config, pairs);
  CHECK(pieces_of(*joined, Pool::train, "joined").size() == 25);  // of 2 * 25
  check_pools(*joined, "joined", Pool::test);
}

TEST_CASE("leaving out questions of a world leaves out questions, and no pieces") {
  const scan::ScanConfig config{{.train_items = 3000}};
  const std::vector<CoverageRule> rules{{"question", 0.5, 1}};
  const auto task = catalog::make_task(config, rules);
  CHECK(pieces_of(*task, Pool::train, "framed").size() == 102);
  CHECK(*pool_size(*task, Pool::uncovered, 2) > 10'000);
  CHECK(*pool_size(*task, Pool::uncovered, 2) < 10'910);
}

TEST_CASE("rules that a world can't have are refused as rules") {
  const auto made = [](const catalog::TaskConfig& config, std::vector<CoverageRule> rules) {
    return catalog::make_task(config, rules);
  };
  CHECK_THROWS_WITH(made(scan::ScanConfig{}, {{"frame", 0.5}}),
                    Contains("coverage: fragment: none is named `frame`"));
  CHECK_THROWS_WITH(made(scan::ScanConfig{}, {{"framed", 0.5, 0, 2}}), Contains("at_least"));
  CHECK_THROWS_WITH(made(knowledge::KnowledgeConfig{}, {{"fact", 0.5}}),
                    Contains("coverage: fragment: none is named `fact`"));
}

}  // namespace tasks
