#include "lab/train/scoring.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "lab/train/packing.h"
#include "lab/train/trained_run.h"
#include "lab/train/trainer.h"
#include "tests/lab/train/set_of.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::train {
namespace {

/// A model that has learned some of it: right on part of the questions.
struct HalfTrained {
  Lesson lesson = tests::tiny_lesson(
      {"train.steps=400", "train.learning_rate=0.005", "position_ids=PLAIN", "hint=[]"});
  Trainer trainer{lesson, 1};
  model::training::TrainingState learned = trainer.start();

  HalfTrained() {
    while (learned.step < 400) trainer.step(learned);
  }
};

TEST_CASE("a score is what counting by hand gives, and what greedy decoding finds") {
  HalfTrained half;
  const QuestionSet set = tests::set_of(half.lesson, tasks::Pool::test, 3, 100);
  const store::Score counted =
      score(set, half.lesson, half.trainer.learner(), half.learned).front();
  const model::layers::Flat<float>& weights = half.learned.average;
  const int end = half.lesson.mixture.joint().vocabulary().id(tasks::end_token);
  int solved = 0, tokens = 0;
  double nats = 0;
  for (const tasks::Example& question : set.questions) {
    const auto alone = half.trainer.learner().predict(
        weights, pack(std::span(&question, 1), 1000, half.lesson.model.max_positions));
    bool right = true;
    for (std::size_t i = 0; i < question.answer.size(); ++i) {
      right = right && alone[0][i].token == question.answer[i];
      nats += alone[0][i].nats;
      ++tokens;
    }
    solved += right ? 1 : 0;
    const int limit = static_cast<int>(question.answer.size());
    const auto decoded = half.trainer.learner().decode(weights, std::span(&question.prompt, 1),
                                                       std::span(&limit, 1), end);
    CHECK((decoded[0] == question.answer) == right);
  }
  CHECK(counted.solved == solved);
  CHECK(counted.asked == std::ssize(set.questions));
  CHECK(counted.tokens == tokens);
  CHECK(counted.nats == Approx(nats));
  CHECK(counted.step == 400);
  CHECK(solved > 0);  // else the test would say little
  CHECK(solved < counted.asked);
}

TEST_CASE("the values of a facet share out the questions, each scored as it is on its own") {
  HalfTrained half;
  half.lesson.spec.score.facets = {"distinct"};
  const QuestionSet set = tests::set_of(half.lesson, tasks::Pool::test, 3, 100);
  const auto scored = [&](const QuestionSet& questions) {
    return score(questions, half.lesson, half.trainer.learner(), half.learned);
  };
  const std::vector<store::Score> scores = scored(set);
  REQUIRE(scores.size() == 4);  // all, and one, two or three values
  std::int64_t solved = 0, asked = 0;
  for (std::size_t i = 1; i < scores.size(); ++i) {
    QuestionSet alone{set.part, set.pool, set.difficulty, {}, {BlankScore{}}};
    for (const tasks::Example& question : set.questions) {
      const std::set<int> values(question.prompt.begin() + 1, question.prompt.end() - 1);
      if (std::ssize(values) != scores[i].facet->value) continue;
      alone.blanks.front().questions.push_back(alone.questions.size());
      alone.questions.push_back(question);
    }
    CHECK(scores[i].asked == std::ssize(alone.questions));
    CHECK(scores[i].solved == scored(alone).front().solved);
    solved += scores[i].solved;
    asked += scores[i].asked;
  }
  CHECK(asked == std::ssize(set.questions));
  CHECK(solved == scores.front().solved);
}

TEST_CASE("where questions have many answers, decoded answers are judged") {
  Lesson lesson = lesson_of(spec::parse_spec(R"(
task { blocksworld { names: 4 max_blocks: 4 goal_order: BOTTOM_UP } difficulty { high: 2 } }
model { width: 16 heads: 2 blocks: 2 positions: LEARNED max_positions: 40 }
train { steps: 30 batch: 16 learning_rate: 0.01 warmup: 10 }
)",
                                             "plans.textproto", "."));
  const Mixture& mixture = lesson.mixture;
  Trainer trainer(lesson, 1);
  model::training::TrainingState learned = trainer.start();
  while (learned.step < lesson.spec.train.steps) trainer.step(learned);
  const QuestionSet set = tests::set_of(lesson, tasks::Pool::train, 2, 60);
  const store::Score counted = score(set, lesson, trainer.learner(), learned).front();
  const int end = mixture.joint().vocabulary().id(tasks::end_token);
  int right = 0, same = 0;
  for (const tasks::Example& question : set.questions) {
    const int limit = mixture.task(0).answer_limit(question.prompt);
    const auto answer = trainer.learner().decode(learned.weights, std::span(&question.prompt, 1),
                                                 std::span(&limit, 1), end)[0];
    right += mixture.task(0).solves(question.prompt, answer) ? 1 : 0;
    same += answer == question.answer ? 1 : 0;
  }
  CHECK(counted.solved == right);
  CHECK(counted.exact == same);
  CHECK(counted.asked == std::ssize(set.questions));
  CHECK(right > 0);
  CHECK(right < counted.asked);
}

TEST_CASE("an answer that would outgrow the positions is wrong, and no error") {
  Lesson lesson = lesson_of(spec::parse_spec(R"(
task {
  blocksworld { problems: GENERAL planner: OPTIMAL names: 4 max_blocks: 4 }
  difficulty { high: 4 }
}
model { width: 16 heads: 2 blocks: 2 positions: LEARNED }
train { steps: 10 batch: 16 warmup: 1 }
)",
                                             "plans.textproto", "."));
  const Mixture& mixture = lesson.mixture;
  lesson.spec.score_seed = 5;
  const QuestionSet set = tests::set_of(lesson, tasks::Pool::train, 4, 10);
  std::size_t wanted = 0, allowed = 0;
  for (const tasks::Example& question : set.questions) {
    const auto limit = static_cast<std::size_t>(mixture.task(0).answer_limit(question.prompt));
    wanted = std::max(wanted, question.prompt.size() + question.answer.size());
    allowed = std::max(allowed, question.prompt.size() + limit);
  }
  REQUIRE(wanted < allowed);
  lesson.model.max_positions = static_cast<model::arithmetic::Index>(wanted);
  Trainer trainer(lesson, 1);
  const store::Score counted = score(set, lesson, trainer.learner(), trainer.start()).front();
  CHECK(counted.asked == 10);
  CHECK(counted.solved == 0);
}

TEST_CASE("the running average is scored if one is kept") {
  model::training::TrainingState learned;
  learned.weights = {1};
  CHECK(&scored_weights(learned) == &learned.weights);
  learned.average = {2};
  CHECK(&scored_weights(learned) == &learned.average);
}

}  // namespace
}  // namespace lab::train
