#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "tasks/knowledge/knowledge.h"
#include "tasks/pool.h"

namespace tasks::knowledge {
namespace {

using Place = std::pair<int, int>;  // head, relation
using Counts = std::map<Place, int>;

int tail(const KnowledgeWorld& world, Place fact) {
  return world.tails.at(
      static_cast<std::size_t>(fact.first * world.config.relations + fact.second));
}

bool in_distribution(const KnowledgeWorld& world, Place fact) {
  return world.in_distribution.at(
      static_cast<std::size_t>(fact.first * world.config.relations + fact.second));
}

/// The two facts of a question, of which the second starts where the first ends.
std::array<Place, 2> facts_of(const KnowledgeWorld& world, const Fact& question) {
  const Place first{question.head, question.relations.at(0)};
  return {first, {tail(world, first), question.relations.at(1)}};
}

/// How often the training questions have each fact, in the first hop and in the second.
std::array<Counts, 2> counted(const KnowledgeWorld& world) {
  std::array<Counts, 2> counts;
  for (const Fact& question : world.two_hop.at(Pool::train)) {
    const auto facts = facts_of(world, question);
    ++counts[0][facts[0]];
    ++counts[1][facts[1]];
  }
  return counts;
}

/// Where a question belongs that is not trained on, by its hops: i if in distribution and trained
/// on in this hop, o if out of distribution.
std::string expected_pool(const KnowledgeWorld& world, const std::array<Counts, 2>& counts,
                          const std::array<Place, 2>& facts) {
  std::string pool;
  for (const std::size_t hop : {0, 1}) {
    const bool used = counts.at(hop).contains(facts.at(hop));
    if (in_distribution(world, facts.at(hop)) && !used) return "unused";
    pool += used ? 'i' : 'o';
  }
  return pool;
}

/// Graphs of several sizes and seeds, from few training questions to many; all pools uncut.
std::vector<KnowledgeConfig> configs() {
  std::vector<KnowledgeConfig> all;
  for (const std::uint64_t seed : {0, 1, 2, 7}) {
    for (const double phi : {0.3, 1.0, 2.5}) {
      for (const AtomicFacts atomic :
           {AtomicFacts::all, AtomicFacts::in_distribution, AtomicFacts::none}) {
        all.push_back({.entities = 25,
                       .relations = 9,
                       .out_degree = 6,
                       .phi = phi,
                       .ood_share = 0.2,
                       .atomic = atomic,
                       .world_seed = seed,
                       .pool_items = 1 << 20});
      }
    }
    all.push_back({.entities = 30, .phi = 9, .ood_share = 0, .zipf = 2, .world_seed = seed});
    all.back().pool_items = 1 << 20;
  }
  return all;
}

std::size_t most(const KnowledgeConfig& config) {
  return static_cast<std::size_t>(config.entities) * static_cast<std::size_t>(config.out_degree) *
         static_cast<std::size_t>(config.out_degree);
}

/// Any number below the questions there are, so that pools must be cut down.
KnowledgeConfig sparse() { return {.phi = 1, .atomic = AtomicFacts::none, .pool_items = 300}; }

TEST_CASE("the uses of a fact of a graph are the training questions that have it, hop by hop") {
  for (const KnowledgeConfig& config : configs()) {
    const KnowledgeWorld world = knowledge_world(config);
    auto counts = counted(world);
    for (int head = 0; head < config.entities; ++head) {
      for (int relation = 0; relation < config.relations; ++relation) {
        const auto at = static_cast<std::size_t>(head * config.relations + relation);
        for (const std::size_t hop : {0, 1}) {
          REQUIRE(world.uses.at(hop).at(at) == counts.at(hop)[{head, relation}]);
        }
      }
    }
  }
}

TEST_CASE("two hops are shared out by what is out of distribution and by what training uses") {
  for (const KnowledgeConfig& config : configs()) {
    const KnowledgeWorld world = knowledge_world(config);
    INFO("phi " << config.phi << ", seed " << config.world_seed);
    const auto counts = counted(world);
    std::set<std::vector<int>> different;
    std::size_t wrong = 0, all = 0;
    for (const auto& [pool, questions] : world.two_hop) {
      all += questions.size();
      for (const Fact& question : questions) {
        const auto facts = facts_of(world, question);
        const std::string expected = expected_pool(world, counts, facts);
        const bool seen = pool == Pool::train || pool == Pool::validate;
        wrong += expected == (seen ? "ii" : name(pool)) ? 0 : 1;
        wrong += question.tail == tail(world, facts[1]) ? 0 : 1;
        different.insert({question.head, question.relations[0], question.relations[1]});
      }
    }
    CHECK(wrong == 0);
    CHECK(all == most(config));  // every question there is
    CHECK(different.size() == all);
    CHECK(world.one_hop.at(Pool::unused).empty());
    if (config.phi < 2) CHECK(world.two_hop.at(Pool::unused).size() > 100);
  }
}

TEST_CASE("a pool is not asked about what training leaves unused when it is cut down either") {
  const KnowledgeWorld world = knowledge_world(sparse());
  const auto counts = counted(world);
  for (const auto& [pool, questions] : world.two_hop) {
    INFO(name(pool));
    if (pool != Pool::train) CHECK(questions.size() == 300);
    for (const Fact& question : questions) {
      const bool unused = expected_pool(world, counts, facts_of(world, question)) == "unused";
      REQUIRE(unused == (pool == Pool::unused));
    }
  }
}

TEST_CASE("what nobody can know of a graph without single facts is among the unused") {
  const KnowledgeWorld world = knowledge_world(sparse());
  const auto counts = counted(world);
  const auto occurs = [&](Place fact) {
    return counts[0].contains(fact) || counts[1].contains(fact);
  };
  std::map<Pool, int> unknowable;
  for (const Pool pool : {Pool::validate, Pool::ii, Pool::unused}) {
    for (const Fact& question : world.two_hop.at(pool)) {
      unknowable[pool] += std::ranges::all_of(facts_of(world, question), occurs) ? 0 : 1;
    }
  }
  CHECK(unknowable[Pool::validate] == 0);
  CHECK(unknowable[Pool::ii] == 0);
  CHECK(unknowable[Pool::unused] > 30);
}

TEST_CASE("known counts the facts that training has in their hops") {
  const Knowledge task({.phi = 1});
  const std::map<Pool, int> expected{{Pool::train, 2}, {Pool::validate, 2}, {Pool::ii, 2},
                                     {Pool::io, 1},    {Pool::oi, 1},       {Pool::oo, 0}};
  for (const auto& [pool, known] : expected) {
    for (std::uint64_t i = 0; i < 30; ++i) {
      REQUIRE(task.facets(example_at(task, pool, 2, 0, i)).at("known") == known);
    }
  }
  std::set<int> of_unused;
  for (std::uint64_t i = 0; i < 300; ++i) {
    of_unused.insert(task.facets(example_at(task, Pool::unused, 2, 0, i)).at("known"));
  }
  CHECK(of_unused == std::set{0, 1});
}

TEST_CASE("alone a fact is known if training has it in either hop") {
  const Knowledge task({.phi = 1});
  const auto counts = counted(task.world());
  int known = 0;
  for (std::int64_t i = 0; i < task.pool_size(Pool::train, 1); ++i) {
    const Fact& fact = task.world().one_hop.at(Pool::train).at(static_cast<std::size_t>(i));
    const Place place{fact.head, fact.relations[0]};
    const int expected = counts[0].contains(place) || counts[1].contains(place) ? 1 : 0;
    REQUIRE(task.facets(task.pool_item(Pool::train, 1, i)).at("known") == expected);
    known += expected;
  }
  CHECK(known > 1000);  // of 2000, of which 200 are out of distribution
  CHECK(known < 1700);
}

TEST_CASE("a counterfactual asks over facts that training has in their hops") {
  const Knowledge task({.phi = 1});
  base::Random random(1, "counterfactual");
  int found = 0;
  for (std::uint64_t i = 0; i < 200; ++i) {
    const auto pair = counterfactual_of(task, example_at(task, Pool::ii, 2, 0, i), random);
    if (!pair) continue;
    ++found;
    const Example changed{pair->changed, {}, 2};
    REQUIRE(task.facets(changed).at("known") == 2);
  }
  CHECK(found > 100);
}

}  // namespace
}  // namespace tasks::knowledge
