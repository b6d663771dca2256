#include "tasks/knowledge/world.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "base/error.h"

using Catch::Matchers::Contains;
using tasks::Pool;
using tasks::knowledge::AtomicFacts;
using tasks::knowledge::Fact;
using tasks::knowledge::IdentityRows;
using tasks::knowledge::knowledge_world;
using tasks::knowledge::KnowledgeConfig;
using tasks::knowledge::KnowledgeWorld;
using Question = std::pair<int, std::vector<int>>;

namespace {

const tasks::knowledge::KnowledgeConfig small{
    .entities = 30, .relations = 12, .out_degree = 8, .phi = 3};

std::set<Question> questions(const std::vector<tasks::knowledge::Fact>& facts) {
  std::set<Question> all;
  for (const tasks::knowledge::Fact& fact : facts) all.emplace(fact.head, fact.relations);
  return all;
}

std::size_t place(const tasks::knowledge::KnowledgeWorld& world, int head, int relation) {
  return static_cast<std::size_t>(head * world.config.relations + relation);
}

tasks::knowledge::KnowledgeConfig with_phi(double phi) {
  tasks::knowledge::KnowledgeConfig config = small;
  config.phi = phi;
  return config;
}

/// The share of the training questions whose first relation is number 0.
double share_of_first_relation(double zipf) {
  const tasks::knowledge::KnowledgeWorld world = tasks::knowledge::knowledge_world(
      {.entities = 40, .relations = 10, .out_degree = 10, .phi = 2, .zipf = zipf});
  double first = 0;
  const auto& trained = world.two_hop.at(tasks::Pool::train);
  for (const tasks::knowledge::Fact& fact : trained) first += fact.relations[0] == 0 ? 1 : 0;
  return first / static_cast<double>(trained.size());
}

}  // namespace

TEST_CASE("every entity has as many facts as the out-degree, each of another relation") {
  const tasks::knowledge::KnowledgeWorld world = tasks::knowledge::knowledge_world(small);
  CHECK(world.one_hop.at(tasks::Pool::train).size() == 240);
  for (int head = 0; head < 30; ++head) {
    int facts = 0;
    for (int relation = 0; relation < 12; ++relation) {
      const int tail = world.tails[place(world, head, relation)];
      facts += tail >= 0 ? 1 : 0;
      CHECK(tail < 30);
    }
    CHECK(facts == 8);
  }
}

TEST_CASE("phi is the number of two hop items for each fact in distribution") {
  const tasks::knowledge::KnowledgeWorld world = tasks::knowledge::knowledge_world(small);
  CHECK(world.two_hop.at(tasks::Pool::train).size() == 3 * 216);  // 0.9 of 240 facts
}

TEST_CASE("a phi above what the out-degree allows is an error that names the largest") {
  CHECK_THROWS_WITH(tasks::knowledge::knowledge_world(with_phi(9)),
                    Contains("phi: must be at most ") && Contains("216 facts in distribution") &&
                        Contains("got 9"));
  const tasks::knowledge::KnowledgeWorld world = tasks::knowledge::knowledge_world(with_phi(7));
  const auto left =
      world.two_hop.at(tasks::Pool::ii).size() + world.two_hop.at(tasks::Pool::validate).size();
  const double most = 7 + static_cast<double>(left) / 216;
  CHECK(most < 8);  // the out-degree
  CHECK(tasks::knowledge::knowledge_world(with_phi(most)).two_hop.at(tasks::Pool::ii).empty());
  CHECK_THROWS_AS(tasks::knowledge::knowledge_world(with_phi(most + 0.01)), base::Error);
}

TEST_CASE("facts out of distribution are trained on alone, or held out, or no fact is asked") {
  tasks::knowledge::KnowledgeConfig config = small;
  CHECK(tasks::knowledge::knowledge_world(config).one_hop.at(tasks::Pool::oo).empty());
  config.atomic = tasks::knowledge::AtomicFacts::in_distribution;
  const tasks::knowledge::KnowledgeWorld world = tasks::knowledge::knowledge_world(config);
  CHECK(world.one_hop.at(tasks::Pool::train).size() == 216);
  CHECK(world.one_hop.at(tasks::Pool::oo).size() == 24);
  for (const tasks::knowledge::Fact& fact : world.one_hop.at(tasks::Pool::oo)) {
    CHECK_FALSE(world.in_distribution[place(world, fact.head, fact.relations[0])]);
  }
  config.atomic = tasks::knowledge::AtomicFacts::none;
  CHECK(tasks::knowledge::knowledge_world(config).one_hop.at(tasks::Pool::train).empty());
}

TEST_CASE("identity rows lead from every entity to itself") {
  tasks::knowledge::KnowledgeConfig config = small;
  config.identity = tasks::knowledge::IdentityRows::on;
  const auto facts = tasks::knowledge::knowledge_world(config).one_hop.at(tasks::Pool::train);
  CHECK(facts.size() == 270);
  for (std::size_t i = 240; i < 270; ++i) {
    CHECK(facts[i].head == facts[i].tail);
    CHECK(facts[i].relations == std::vector{12});
  }
}

TEST_CASE("a graph does not change with what is trained on, and changes with its seed") {
  tasks::knowledge::KnowledgeConfig other = small;
  other.phi = 1;
  other.ood_share = 0.3;
  CHECK(tasks::knowledge::knowledge_world(other).tails ==
        tasks::knowledge::knowledge_world(small).tails);
  other.world_seed = 1;
  CHECK(tasks::knowledge::knowledge_world(other).tails !=
        tasks::knowledge::knowledge_world(small).tails);
  CHECK(questions(tasks::knowledge::knowledge_world(small).two_hop.at(tasks::Pool::train)) ==
        questions(tasks::knowledge::knowledge_world(small).two_hop.at(tasks::Pool::train)));
}

TEST_CASE("a power law makes training prefer the first relations") {
  CHECK(share_of_first_relation(0) == Approx(0.1).margin(0.06));  // 5 standard deviations
  CHECK(share_of_first_relation(1) > 0.2);
  CHECK(share_of_first_relation(2) > share_of_first_relation(1));
}

TEST_CASE("an impossible graph is an error that names the field") {
  const auto fails = [](const tasks::knowledge::KnowledgeConfig& config,
                        const std::string& message) {
    CHECK_THROWS_WITH(tasks::knowledge::knowledge_world(config), Contains(message));
  };
  fails({.entities = 1}, "entities: must be >= 2, got 1");
  fails({.entities = 1000000}, "entities: 1000000 times 20 squared are ");
  fails({.relations = 0}, "relations: must be >= 1, got 0");
  fails({.relations = 5, .out_degree = 6}, "out_degree: must be in 1..relations (5), got 6");
  fails({.phi = 0}, "phi: must be above 0, got 0");
  fails({.ood_share = 1}, "ood_share: must be in [0, 1), got 1");
  fails({.zipf = -1}, "zipf: must be >= 0, got -1");
  fails({.pool_items = 0}, "pool_items: must be >= 1, got 0");
}
