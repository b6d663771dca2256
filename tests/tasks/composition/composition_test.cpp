#include "tasks/composition/composition.h"

#include <catch2/catch.hpp>
#include <map>

#include "base/error.h"
#include "tasks/composition/judge.h"
#include "tasks/pool.h"

using Catch::Matchers::Contains;
using tasks::Pool;
using tasks::composition::Composition;
using tasks::composition::CompositionFormula;
using tasks::composition::Scratchpad;

namespace {

/// The world of section 1.3's worked example, as far as it goes: five entities, two functions.
tasks::composition::CompositionWorld five_entities(tasks::composition::CompositionFormula formula) {
  tasks::composition::CompositionWorld world;
  world.config = {.formula = formula, .entities = 5};
  world.tables = {std::vector<int>(25), std::vector<int>(125), std::vector<int>(25)};
  world.tables[0][0 * 5 + 1] = 3;
  world.tables[0][2 * 5 + 4] = 3;
  return world;
}

}  // namespace

TEST_CASE("the judge walks the formula as it is written") {
  auto world = five_entities(tasks::composition::CompositionFormula::two_hop);
  world.tables[1][3 * 5 + 2] = 1;
  CHECK(tasks::composition::walked(world, std::vector{2, 4, 2}) == std::vector{3, 1});
  CHECK(tasks::composition::walked(world, std::vector{0, 1, 2}) == std::vector{3, 1});

  world = five_entities(tasks::composition::CompositionFormula::three_hop);
  world.tables[1][3 * 5 + 2] = 1;
  world.tables[2][1 * 5 + 0] = 4;
  CHECK(tasks::composition::walked(world, std::vector{2, 4, 2, 0}) == std::vector{3, 1, 4});

  world = five_entities(tasks::composition::CompositionFormula::parallel_two_hop);
  world.tables[1][4 * 5 + 0] = 2;
  world.tables[2][3 * 5 + 2] = 1;
  CHECK(tasks::composition::walked(world, std::vector{0, 1, 4, 0}) == std::vector{3, 2, 1});

  world = five_entities(tasks::composition::CompositionFormula::non_tree);
  world.tables[1][(3 * 5 + 4) * 5 + 2] = 1;
  CHECK(tasks::composition::walked(world, std::vector{2, 4, 2}) == std::vector{3, 1});
}

TEST_CASE("a scratchpad changes the answers of a composition and nothing else") {
  const tasks::composition::Composition plain({}),
      bridged({.world = {}, .scratchpad = tasks::composition::Scratchpad::bridges}),
      filled({.world = {}, .scratchpad = tasks::composition::Scratchpad::filler});
  for (std::uint64_t i = 0; i < 50; ++i) {
    const auto asked = tasks::example_at(plain, tasks::Pool::type_0, 2, 1, i),
               with_bridge = tasks::example_at(bridged, tasks::Pool::type_0, 2, 1, i),
               with_filler = tasks::example_at(filled, tasks::Pool::type_0, 2, 1, i);
    CHECK(with_bridge.prompt == asked.prompt);
    CHECK(with_filler.prompt == asked.prompt);
    const std::string answer = plain.vocabulary().text(asked.answer);
    CHECK_THAT(bridged.vocabulary().text(with_bridge.answer), Catch::EndsWith(" " + answer));
    CHECK(filled.vocabulary().text(with_filler.answer) == "_ " + answer);
    CHECK(bridged.question_key(asked.prompt) == plain.question_key(asked.prompt));
    CHECK(bridged.solves(asked.prompt, with_bridge.answer));
    CHECK_FALSE(bridged.solves(asked.prompt, asked.answer));
    CHECK(filled.solves(asked.prompt, with_filler.answer));
  }
}

TEST_CASE("chance is how often the most frequent answer is right") {
  const tasks::composition::Composition task({.world = {.entities = 6, .items = 50}});
  std::map<int, int> answers;
  for (int cell = 0; cell < 216; ++cell) {
    ++answers[tasks::composition::walked(task.world(),
                                         std::vector{cell / 36, cell / 6 % 6, cell % 6})
                  .back()];
  }
  int most = 0;
  for (const auto& [answer, count] : answers) most = std::max(most, count);
  CHECK(task.chance(2) == Approx(most / 216.0));
  CHECK(task.chance(2) >= 1 / 6.0);
  const tasks::composition::Composition bridged(
      {.world = {.entities = 6, .items = 50},
       .scratchpad = tasks::composition::Scratchpad::bridges});
  CHECK(bridged.chance(2) < task.chance(2));
  CHECK(bridged.chance(2) >= 1 / 36.0);
}

TEST_CASE("the same tuple of other functions is another question") {
  const tasks::composition::Composition task({}), other_seed({.world = {.world_seed = 1}}),
      less({.world = {.items = 100, .seen_ratio = 0.5}}),
      other_formula({.world = {.formula = tasks::composition::CompositionFormula::non_tree}});
  const auto prompt = task.vocabulary().tokens("<two_hop> t1 t2 t3 =");
  CHECK(task.question_key(prompt) == less.question_key(prompt));
  CHECK(task.question_key(prompt) != other_seed.question_key(prompt));
  CHECK(task.question_key(prompt) !=
        other_formula.question_key(other_formula.vocabulary().tokens("<non_tree> t1 t2 t3 =")));
}

TEST_CASE("facets tell how often training makes each call of a question") {
  const tasks::composition::Composition task({});
  for (std::uint64_t i = 0; i < 50; ++i) {
    const auto unseen_first = task.facets(tasks::example_at(task, tasks::Pool::type_2, 2, 0, i));
    CHECK(unseen_first.at("f1_uses") == 0);
    CHECK(unseen_first.at("f2_uses") > 0);
    CHECK(unseen_first.at("hops") == 2);
  }
}

TEST_CASE("wrong bridges need bridges") {
  CHECK_THROWS_WITH(tasks::composition::Composition({.world = {.bridge_noise = 0.1}}),
                    Contains("bridge_noise: "));
}

TEST_CASE("training is asked with its noise, and noise is wrong") {
  const tasks::composition::Composition task({.world = {.answer_noise = 1}});
  const auto trained = tasks::example_at(task, tasks::Pool::train, 2, 0, 0);
  CHECK_FALSE(task.solves(trained.prompt, trained.answer));
  const auto tested = tasks::example_at(task, tasks::Pool::type_0, 2, 0, 0);
  CHECK(task.solves(tested.prompt, tested.answer));
}
