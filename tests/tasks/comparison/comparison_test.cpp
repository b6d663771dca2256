#include "tasks/comparison/comparison.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "base/error.h"

using Catch::Matchers::Contains;
using tasks::Pool;
using tasks::comparison::Comparison;
using tasks::comparison::comparison_world;
using tasks::comparison::ComparisonConfig;
using tasks::comparison::ComparisonTask;
using tasks::comparison::ComparisonWorld;

namespace {

const tasks::comparison::ComparisonConfig small{
    .entities = 20, .attributes = 4, .values = 6, .phi = 8};

std::size_t place(const tasks::comparison::ComparisonWorld& world, int attribute, int entity) {
  return static_cast<std::size_t>(attribute * world.config.entities + entity);
}

}  // namespace

TEST_CASE("phi is the number of comparisons for each fact in distribution") {
  const tasks::comparison::ComparisonWorld world = tasks::comparison::comparison_world(small);
  CHECK(world.two_hop.at(tasks::Pool::train).size() == 8 * 72);  // 0.9 of 80 facts
  CHECK(world.one_hop.at(tasks::Pool::train).size() == 80);
  CHECK(world.one_hop.at(tasks::Pool::ii).empty());
}

TEST_CASE("what is compared in training is at most all there is, and phi says so") {
  tasks::comparison::ComparisonConfig config = small;
  config.phi = 17;  // 18 entities in distribution, each compared to 17
  CHECK(tasks::comparison::comparison_world(config).two_hop.at(tasks::Pool::ii).empty());
  config.phi = 17.1;
  CHECK_THROWS_WITH(tasks::comparison::comparison_world(config),
                    Contains("phi: must be at most 17 (1224"));
}

TEST_CASE("comparisons are right for every pair of values") {
  const tasks::comparison::ComparisonTask task(small);
  const auto& words = task.vocabulary();
  std::map<std::string, int> answers;
  for (int first = 0; first < 20; ++first) {
    for (int second = 0; second < 20; ++second) {
      if (first == second) continue;
      const int a = task.world().values[place(task.world(), 2, first)],
                b = task.world().values[place(task.world(), 2, second)];
      const std::string right = a < b ? "less ." : a > b ? "greater ." : "equal .";
      const auto prompt = words.tokens("<comparison> a2 e" + std::to_string(first) + " e" +
                                       std::to_string(second) + " =");
      for (const std::string answer : {"less .", "equal .", "greater ."}) {
        CHECK(task.solves(prompt, words.tokens(answer)) == (answer == right));
      }
      CHECK(task.facets({prompt, {}, 2}).at("gap") == std::abs(a - b));
      ++answers[right];
    }
  }
  CHECK(answers.size() == 3);  // else this shows little
}

TEST_CASE("chance is the share of the most frequent answer") {
  const tasks::comparison::ComparisonTask task(small);
  std::map<std::string, int> values, orders;
  base::Random random(1, "chance");
  const auto most = [](const std::map<std::string, int>& counts) {
    int largest = 0;
    for (const auto& [answer, count] : counts) largest = std::max(largest, count);
    return largest / 20000.0;
  };
  for (int i = 0; i < 20000; ++i) {
    ++values[task.vocabulary().text(task.sample(1, random).answer)];
    ++orders[task.vocabulary().text(task.sample(2, random).answer)];
  }
  CHECK(task.chance(1) == Approx(most(values)).margin(0.015));
  CHECK(task.chance(2) == Approx(most(orders)).margin(0.015));
}

TEST_CASE("the two orders of a pair are one question") {
  const tasks::comparison::ComparisonTask task({});
  const auto key = [&](const std::string& text) {
    return task.question_key(task.vocabulary().tokens(text));
  };
  CHECK(key("<comparison> a1 e2 e3 =") == key("<comparison> a1 e3 e2 ="));
  CHECK(key("<comparison> a1 e2 e3 =") != key("<comparison> a2 e2 e3 ="));
  CHECK(key("<comparison> a1 e2 e3 =") != key("<comparison> a1 e2 ="));
  CHECK_THROWS_AS(key("<comparison> a1 e2 e2 ="), base::Error);
}

TEST_CASE("an impossible table is an error that names the field") {
  const auto fails = [](const tasks::comparison::ComparisonConfig& config,
                        const std::string& message) {
    CHECK_THROWS_WITH(tasks::comparison::comparison_world(config), Contains(message));
  };
  fails({.entities = 1}, "entities: must be >= 2, got 1");
  fails({.entities = 5000}, "entities: 5000 squared times 8 attributes are ");
  fails({.attributes = 0}, "attributes: must be >= 1, got 0");
  fails({.values = 1}, "values: must be >= 2, got 1");
  fails({.phi = -1}, "phi: must be above 0, got -1");
  fails({.ood_share = 1}, "ood_share: must be in [0, 1), got 1");
  fails({.pool_items = 1}, "pool_items: must be >= 2, got 1");
}
