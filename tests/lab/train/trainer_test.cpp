#include "lab/train/trainer.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::train {
namespace {

TEST_CASE("the learning rate rises to the peak and ends at the final rate") {
  spec::TrainSpec train;
  train.steps = 110;
  train.warmup = 10;
  train.learning_rate = 2;
  train.final_rate = 0.1;
  for (const spec::Schedule schedule : {spec::Schedule::cosine, spec::Schedule::linear}) {
    train.schedule = schedule;
    CHECK(learning_rate(train, 0) == Approx(0.2));
    CHECK(learning_rate(train, 9) == Approx(2));
    CHECK(learning_rate(train, 59) == Approx(1.1));  // halfway between 2 and 0.2
    CHECK(learning_rate(train, 109) == Approx(0.2));
  }
  CHECK(learning_rate(train, 34) == Approx(1.55));  // linear: a quarter of the way
  train.schedule = spec::Schedule::cosine;
  CHECK(learning_rate(train, 34) > 1.7);
  train.schedule = spec::Schedule::constant;
  CHECK(learning_rate(train, 109) == 2);
  train.warmup = 0;
  CHECK(learning_rate(train, 0) == 2);
  train.warmup = train.steps;
  CHECK(learning_rate(train, 109) == Approx(2));
}

TEST_CASE("training makes the loss smaller") {
  const Lesson lesson = tests::tiny_lesson({"train.steps=150"});
  Trainer trainer(lesson, 1);
  model::training::TrainingState learned = trainer.start();
  double first = 0, last = 0;
  for (int s = 0; s < 150; ++s) {
    const model::layers::LossSum loss = trainer.step(learned).report.loss;
    if (s < 20) first += loss.nats / loss.weight / 20;
    if (s >= 130) last += loss.nats / loss.weight / 20;
  }
  CHECK(learned.step == 150);
  CHECK(last < 0.8 * first);
}

TEST_CASE("a loss that is not finite names the step and leaves the state as it was") {
  const Lesson lesson = tests::tiny_lesson();
  Trainer trainer(lesson, 1);
  model::training::TrainingState learned = trainer.start();
  trainer.step(learned);
  learned.weights[3] = std::numeric_limits<float>::infinity();
  const model::training::TrainingState before = learned;
  CHECK_THROWS_WITH(trainer.step(learned), Catch::Contains("step 2") && Catch::Contains("finite"));
  CHECK(learned.step == 1);
  CHECK(learned.weights == before.weights);
  CHECK(learned.first == before.first);
}

}  // namespace
}  // namespace lab::train
