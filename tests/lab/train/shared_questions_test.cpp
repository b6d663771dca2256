#include "lab/train/shared_questions.h"

#include <catch2/catch.hpp>

#include "tasks/pool.h"
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

TEST_CASE("a file and a task that makes its questions hold out the same, or are not mixed") {
  const lab_tests::TemporaryFolder folder;
  const std::string sorting = "sorting { values: 9 } difficulty { low: 2 high: 2 }";
  const auto lesson = lab_tests::lesson_from("task { " + sorting + " }\n" + train);
  const tasks::Task& task = lesson.mixture.task(0);
  const auto write = [&](tasks::Pool of, const std::string& said) {
    const tasks::Example one = tasks::example_at(task, of, 2, 0, 0);
    const std::string line = "{\"prompt\": \"" + task.vocabulary().text(one.prompt) +
                             "\", \"answer\": \"" + task.vocabulary().text(one.answer) +
                             "\", \"pool\": \"" + said + "\"}\n";
    folder.write("q.jsonl", line + "{\"prompt\": \"1\", \"answer\": \"2\", \"pool\": \"train\"}\n");
  };
  const std::string questions = "file { path: '" + (folder.path() / "q.jsonl").string() + "' }";
  const std::string as_hint = "task { " + sorting + " }\nhint { " + questions + " }\n" + train;
  const std::string as_task = "task { " + questions + " }\nhint { " + sorting + " }\n" + train;
  using tasks::Pool;
  write(Pool::train, "train");
  CHECK_THAT(complaint_about(as_hint), Equals("no error"));
  CHECK_THAT(complaint_about(as_task), Equals("no error"));
  write(Pool::test, "train");
  CHECK_THAT(complaint_about(as_hint),
             Contains("hint[0]: file trains on 1 questions of held-out pools of sorting"));
  write(Pool::train, "test");
  CHECK_THAT(complaint_about(as_task),
             Contains("hint[0]: sorting trains on 1 questions of held-out pools of file"));
  write(Pool::test, "test");
  CHECK_THAT(complaint_about(as_task), Equals("no error"));
}
