#include "tasks/blocksworld/plan_check.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "base/error.h"
#include "tasks/blocksworld/blocksworld.h"
#include "tasks/pool.h"

namespace tasks::blocksworld {
namespace {

bool solves(const PlanCheck& task, const std::string& plan, const std::string& answer) {
  const std::string problem = "<plan_check> on b table on d table on r d goal on b r on d b plan ";
  return task.solves(task.vocabulary().tokens(problem + plan + "="),
                     task.vocabulary().tokens(answer));
}

TEST_CASE("the first bad action is named, or else the first fact that does not hold") {
  const PlanCheck task({});
  CHECK(solves(task, "unstack r d put-down r pick-up b stack b r pick-up d stack d b ", "right ."));
  CHECK(solves(task, "pick-up d stack d b stack d b ", "bad pick-up d ."));
  CHECK(solves(task, "unstack r d put-down r pick-up d stack d b pick-up b ", "bad pick-up b ."));
  CHECK(solves(task, "unstack r d put-down r pick-up d stack d b ", "unmet on b r ."));
  CHECK(solves(task, "pick-up b stack b r ", "unmet on d b ."));
  CHECK(solves(task, "", "unmet on b r ."));
  CHECK_FALSE(solves(task, "", "unmet on d b ."));
  CHECK_FALSE(solves(task, "", "right ."));
}

TEST_CASE("half of the plans are right, and the others fail in every way") {
  for (const auto problems : {BlocksClass::table_to_stack, BlocksClass::general}) {
    const PlanCheck task({{.problems = problems}});
    std::map<std::string, int> verdicts;
    for (std::uint64_t i = 0; i < 2000; ++i) {
      base::Random random(1, "verdicts", i);
      const Example example = task.sample(2 + static_cast<int>(i % 5), random);
      ++verdicts[task.vocabulary().name(example.answer[0])];
      CHECK(task.facets(example).at("right") == (example.answer.size() == 2 ? 1 : 0));
    }
    CHECK(std::abs(verdicts["right"] - 1000) < 100);  // 4.5 standard deviations
    CHECK(verdicts["bad"] > 300);
    CHECK(verdicts["unmet"] > 200);
  }
}

TEST_CASE("half of the spoiled plans are as long as they were, whatever it takes to spoil one") {
  const PlanCheck task({{.problems = BlocksClass::table_to_stack}});
  int spoiled = 0, as_long = 0;
  for (std::uint64_t i = 0; i < 4000; ++i) {
    base::Random random(1, "ways", i);
    const Example example = task.sample(2, random);
    if (example.answer.size() == 2) continue;  // right
    const auto plan =
        std::ranges::find(example.prompt, task.vocabulary().id("plan")) - example.prompt.begin();
    ++spoiled;
    as_long += std::ssize(example.prompt) - plan > 5 ? 1 : 0;  // both actions are there
  }
  CHECK(std::abs(as_long - spoiled / 2) < 100);  // 4.5 standard deviations
}

TEST_CASE("a checked plan has the key of its problem") {
  const BlocksworldConfig config{.problems = BlocksClass::general};
  const Blocksworld planning(config);
  const PlanCheck checking({config});
  for (std::uint64_t i = 0; i < 50; ++i) {
    const Example example = example_at(checking, Pool::test, 5, 1, i);
    std::string prompt = checking.vocabulary().text(example.prompt);
    prompt = "<blocksworld>" + prompt.substr(12, prompt.find(" plan") - 12) + " =";
    const auto asked = planning.vocabulary().tokens(prompt);
    CHECK(planning.question_key(asked) == checking.question_key(example.prompt));
    CHECK(pool_of(planning, asked) == Pool::test);
  }
}

TEST_CASE("a checked plan has no trace") {
  CHECK_THROWS_WITH(PlanCheck({{.trace = BlocksTrace::stacking}}), "trace: plan_check has none");
}

}  // namespace
}  // namespace tasks::blocksworld
