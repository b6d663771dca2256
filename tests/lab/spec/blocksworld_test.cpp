#include <catch2/catch.hpp>

#include "tasks/catalog/catalog.h"
#include "tests/lab/spec/testing.h"

using namespace lab_tests;

namespace {

const std::string train = "train { steps: 1000 }\n";

tasks::blocksworld::BlocksworldConfig config_in(const std::string& task) {
  return std::get<tasks::blocksworld::BlocksworldConfig>(
      spec_of("task { " + task + " }\n" + train).main.task);
}

}  // namespace

TEST_CASE("Blocksworld is read from specs") {
  const auto config = config_in(
      "blocksworld { problems: K_TOWERS towers: 3 goal_order: TOP_DOWN planner: OPTIMAL names: 30 "
      "max_blocks: 12 trace: PROGRESSION trace_content: FILLER } difficulty { high: 6 } } model { "
      "max_positions: 2000");
  CHECK(config.problems == tasks::blocksworld::BlocksClass::k_towers);
  CHECK(config.towers == 3);
  CHECK(config.goal_order == tasks::blocksworld::BlocksGoalOrder::top_down);
  CHECK(config.planner == tasks::blocksworld::BlocksPlanner::optimal);
  CHECK(config.names == 30);
  CHECK(config.max_blocks == 12);
  CHECK(config.trace == tasks::blocksworld::BlocksTrace::progression);
  CHECK(config.trace_content == tasks::blocksworld::BlocksTraceContent::filler);
  CHECK(config_in("blocksworld {}").problems == tasks::blocksworld::BlocksClass::table_to_stack);
  CHECK(config_in("blocksworld {}").goal_order == tasks::blocksworld::BlocksGoalOrder::shuffled);
}

TEST_CASE("blocks are trained on from the fewest a class has unless told otherwise") {
  const auto low = [](const std::string& task) {
    return spec_of("task { " + task + " }\n" + train).main.difficulty.low;
  };
  CHECK(low("blocksworld {}") == 2);
  CHECK(low("blocksworld { problems: K_TOWERS }") == 4);
  CHECK(low("blocksworld {} difficulty { low: 7 }") == 7);
  CHECK(first_line(complaint_about("task { blocksworld {} difficulty { low: 1 } }\n" + train)) ==
        "exp.textproto:1:36: error: task.difficulty.low (1) must be within the difficulties of "
        "blocksworld, 2 to 20");
}

TEST_CASE("a hint about blocks takes over the problems of the task, but no trace to check") {
  const auto spec = spec_of(
      "task { blocksworld { problems: GENERAL names: 30 trace: STACKING } difficulty { high: 4 } "
      "}\n"
      "hint { plan_check { goal_order: TOP_DOWN } }\n"
      "hint { blocksworld { problems: TABLE_TO_STACK } name: \"easy\" }\n" +
      train);
  CHECK(spec.hints.at(0).name == "plan_check");
  CHECK(spec.hints.at(0).difficulty == tasks::Range{2, 4});
  const auto check = std::get<tasks::blocksworld::PlanCheckConfig>(spec.hints.at(0).task).blocks;
  CHECK(check.problems == tasks::blocksworld::BlocksClass::general);
  CHECK(check.names == 30);
  CHECK(check.goal_order == tasks::blocksworld::BlocksGoalOrder::top_down);
  CHECK(check.trace == tasks::blocksworld::BlocksTrace::none);
  const auto easy = std::get<tasks::blocksworld::BlocksworldConfig>(spec.hints.at(1).task);
  CHECK(easy.problems == tasks::blocksworld::BlocksClass::table_to_stack);
  CHECK(easy.trace == tasks::blocksworld::BlocksTrace::stacking);
}

TEST_CASE("a trace that cannot be is an error that names the field") {
  CHECK_THAT(
      complaint_about(
          "task { blocksworld { problems: GENERAL trace: UNIVERSAL planner: OPTIMAL } }\n" + train),
      Catch::Contains("planner: must be unstack_all"));
  CHECK_THAT(complaint_about("task { plan_check { trace: STACKING } }\n" + train),
             Catch::Contains("trace: plan_check has none"));
}
