#include "lab/train/shared_questions.h"

#include <catch2/catch.hpp>

#include "tests/lab/spec/testing.h"

using Catch::Matchers::Contains;
using Catch::Matchers::Equals;
using lab_tests::complaint_about;

namespace {

const std::string train = "train { steps: 1000 }\n";

}  // namespace

TEST_CASE("tasks that give one prompt two answers are not mixed") {
  const auto check = [](const std::string& task, const std::string& hint) {
    CHECK_THAT(complaint_about("task { " + task + " }\nhint { " + hint + " name: 'b' }\n" + train),
               Contains("exp.textproto:2:1: error: task and hint[0] ask the same and want other "
                        "answers: `"));
    CHECK_THAT(complaint_about("task { " + task + " }\nhint { " + hint +
                               " name: 'b' weight: 0 }\n" + train),
               !Contains("want other answers"));
  };
  check("composition {}", "composition { world_seed: 1 }");
  check("composition {}", "composition { scratchpad: BRIDGES }");
  check("knowledge {}", "knowledge { world_seed: 1 }");
  check("comparison {}", "comparison { world_seed: 1 }");
}

TEST_CASE("tasks that say the same where they ask the same are mixed") {
  const auto check = [](const std::string& task, const std::string& hint) {
    CHECK_THAT(complaint_about("task { " + task + " }\nhint { " + hint + " name: 'b' }\n" + train),
               Equals("no error"));
  };
  check("sorting {}", "sorting { inputs: DUPLICATE_RICH }");
  check("sorting {}", "list_hint { kind: IDENTITY_COPY }");
  check("sorting {}", "copy {}");
  check("sorting {}", "count_up {}");
  check("parity {}", "parity_scratchpad { hints: OFF }");
  check("parity {}", "addition {}");
  check("addition {}", "addition { order: REVERSED }");
  check("blocksworld {}", "blocksworld { problems: GENERAL }");
  check("blocksworld {}", "plan_check {}");
  check("blocksworld {}", "blocksworld { trace: STACKING }");  // plans are right with any trace
  check("knowledge {}", "comparison {}");
}
