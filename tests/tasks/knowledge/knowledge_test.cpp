#include "tasks/knowledge/knowledge.h"

#include <catch2/catch.hpp>
#include <map>

#include "base/error.h"
#include "tasks/knowledge/judge.h"

using tasks::Pool;
using tasks::knowledge::Knowledge;

TEST_CASE("the judge follows facts, and nothing follows from one that is not there") {
  tasks::knowledge::KnowledgeWorld world;
  world.config = {.entities = 3, .relations = 2, .out_degree = 1};
  world.tails = {2, -1, -1, -1, -1, 1};  // r0 of e0 is e2, r1 of e2 is e1
  const auto end = [&](int head, const std::vector<int>& relations) {
    return tasks::knowledge::followed(world, head, relations);
  };
  CHECK(end(0, {0}) == 2);
  CHECK(end(0, {0, 1}) == 1);
  CHECK(end(1, {2}) == 1);  // same
  CHECK(end(0, {1}) == std::nullopt);
  CHECK(end(0, {0, 0}) == std::nullopt);
}

TEST_CASE("what the graph says nothing about has no right answer") {
  const tasks::knowledge::Knowledge task(
      {.entities = 10, .relations = 8, .out_degree = 2, .phi = 1});
  const auto& words = task.vocabulary();
  int unknown = 0;
  for (int relation = 0; relation < 8; ++relation) {
    const auto prompt = words.tokens("<knowledge> e0 r" + std::to_string(relation) + " =");
    int right = 0;
    for (int tail = 0; tail < 10; ++tail) {
      right += task.solves(prompt, words.tokens("e" + std::to_string(tail) + " .")) ? 1 : 0;
    }
    CHECK(right <= 1);
    unknown += right == 0 ? 1 : 0;
  }
  CHECK(unknown == 6);
}

TEST_CASE("identity rows are asked at one hop and solved by the entity itself") {
  const tasks::knowledge::Knowledge task({.identity = tasks::knowledge::IdentityRows::on});
  const auto& words = task.vocabulary();
  const auto last =
      task.pool_item(tasks::Pool::train, 1, task.pool_size(tasks::Pool::train, 1) - 1);
  CHECK(words.text(last.prompt) == "<knowledge> e99 same =");
  CHECK(words.text(last.answer) == "e99 .");
  CHECK(task.solves(last.prompt, last.answer));
}

TEST_CASE("chance is how often the most frequent entity is the answer") {
  const tasks::knowledge::Knowledge task(
      {.entities = 12, .relations = 6, .out_degree = 3, .phi = 1});
  for (const int hops : {1, 2}) {
    std::map<int, int> counts;
    int questions = 0, most = 0;
    for (int code = 0; code < 12 * 36; ++code) {
      const std::vector relations{code / 6 % 6, code % 6};
      if (hops == 1 && code % 6 != 0) continue;
      const auto end =
          tasks::knowledge::followed(task.world(), code / 36, std::span(relations).first(hops));
      if (!end) continue;
      ++questions;
      most = std::max(most, ++counts[*end]);
    }
    CHECK(questions == (hops == 1 ? 36 : 108));
    CHECK(task.chance(hops) == Approx(static_cast<double>(most) / questions));
  }
}

TEST_CASE("without atomic facts there are two hops only") {
  const tasks::knowledge::Knowledge task({.atomic = tasks::knowledge::AtomicFacts::none});
  CHECK(task.difficulties() == tasks::Range{2, 2});
  CHECK_THROWS_AS(task.pool_size(tasks::Pool::train, 1), base::Error);
}

TEST_CASE("a question about facts has one key however much is trained on") {
  const tasks::knowledge::Knowledge task({}), less({.phi = 2, .ood_share = 0.2}),
      other({.world_seed = 1});
  const auto prompt = task.vocabulary().tokens("<knowledge> e1 r2 r3 =");
  CHECK(task.question_key(prompt) == less.question_key(prompt));
  CHECK(task.question_key(prompt) != other.question_key(prompt));
  CHECK(task.question_key(prompt) !=
        task.question_key(task.vocabulary().tokens("<knowledge> e1 r3 r2 =")));
}
