#include "lab/train/training_data.h"

#include <catch2/catch.hpp>
#include <map>

#include "tests/lab/train/tiny_run.h"

namespace lab::train {
namespace {

std::vector<int> tokens_of(const std::vector<model::layers::Batch>& chunks) {
  std::vector<int> all;
  for (const model::layers::Batch& chunk : chunks) {
    all.insert(all.end(), chunk.tokens.begin(), chunk.tokens.end());
    all.insert(all.end(), chunk.positions.begin(), chunk.positions.end());
  }
  return all;
}

TEST_CASE("a step's batch depends on the spec and the step alone") {
  const Lesson lesson = tests::tiny_lesson(), again = tests::tiny_lesson();
  const auto third = tokens_of(training_batch(lesson, 3, 1));
  training_batch(again, 0, 1);
  CHECK(tokens_of(training_batch(again, 3, 4)) == third);
  CHECK(tokens_of(training_batch(lesson, 4, 1)) != third);
  const Lesson other = tests::tiny_lesson({"data_seed=9"});
  CHECK(tokens_of(training_batch(other, 3, 1)) != third);
}

TEST_CASE("no setting of the model changes the data") {
  const Lesson lesson = tests::tiny_lesson();
  const Lesson wide = tests::tiny_lesson({"model.width=32", "seed=5", "train.steps=99"});
  CHECK(tokens_of(training_batch(lesson, 3, 1)) == tokens_of(training_batch(wide, 3, 1)));
}

TEST_CASE("parts are drawn by weight and difficulties uniformly") {
  const Lesson lesson = tests::tiny_lesson({"hint[0].weight=3"});
  std::map<std::size_t, int> parts;
  std::map<int, int> difficulties;
  for (std::uint64_t i = 0; i < 8000; ++i) {
    const Draw draw = training_draw(lesson, i);
    parts[draw.part] += 1;
    difficulties[draw.difficulty] += 1;
  }
  CHECK(parts[0] == Approx(2000).margin(200));  // five standard deviations
  CHECK(parts[1] == Approx(6000).margin(200));
  REQUIRE(difficulties.size() == 4);
  for (const auto& [difficulty, count] : difficulties) CHECK(count == Approx(2000).margin(200));
}

TEST_CASE("a hint of weight 0 is never drawn") {
  const Lesson lesson = tests::tiny_lesson({"hint[0].weight=0"});
  for (std::uint64_t i = 0; i < 2000; ++i) CHECK(training_draw(lesson, i).part == 0);
  CHECK_THROWS_WITH(tests::tiny_spec({"task.weight=0"}),
                    Catch::Contains("task.weight (0) must be above 0"));
}

TEST_CASE("every training example is of the training pool and speaks the joint vocabulary") {
  const Lesson lesson = tests::tiny_lesson();
  const Mixture& mixture = lesson.mixture;
  for (std::uint64_t i = 0; i < 200; ++i) {
    const std::size_t part = training_draw(lesson, i).part;
    const tasks::Example joint = training_example(lesson, i);
    const auto prompt = mixture.joint().to_own(part, joint.prompt);
    CHECK(tasks::pool_of(mixture.task(part), prompt) == tasks::Pool::train);
    CHECK(mixture.task(part).solves(prompt, mixture.joint().to_own(part, joint.answer)));
  }
}

}  // namespace
}  // namespace lab::train
