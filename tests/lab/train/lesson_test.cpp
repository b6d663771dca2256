#include "lab/train/lesson.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "tests/lab/spec/testing.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::train {
namespace {

TEST_CASE("a lesson's model has the vocabulary of all its tasks") {
  const Lesson lesson = tests::tiny_lesson();
  CHECK(lesson.mixture.size() == 2);
  CHECK(lesson.model.vocabulary == lesson.mixture.joint().vocabulary().size());
  CHECK(lesson.model.vocabulary > lesson.mixture.task(0).vocabulary().size());
  CHECK(lesson.model.width == 16);
}

TEST_CASE("a planned run's lesson is that of the spec it was planned from") {
  const Lesson lesson = tests::tiny_lesson({"hint[0].weight=0.5"});
  const Lesson again = lesson_of(lesson.spec);
  CHECK(again.spec.text == lesson.spec.text);
  CHECK(again.spec.fingerprint == lesson.spec.fingerprint);
  CHECK(again.mixture.part(1).weight == 0.5);
}

TEST_CASE("a spec whose tasks cannot be made is read, and no lesson is made of it") {
  const std::string text =
      "task { composition { entities: 8 items: 100000 } }\ntrain { steps: 1000 }\n";
  const spec::Spec spec = spec::parse_spec(text, "exp.textproto", ".");
  CHECK(spec.value_at("task.composition.items") == "100000");
  CHECK(spec.run.score.pools.size() == 4);
  CHECK(lab_tests::complaint([&] {
          lesson_of(spec);
        }).starts_with("exp.textproto:1:1: error: task: items: must be at most "));
}

}  // namespace
}  // namespace lab::train
