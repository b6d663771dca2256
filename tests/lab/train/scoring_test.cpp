#include "lab/train/scoring.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "base/error.h"
#include "lab/train/packing.h"
#include "lab/train/trained_run.h"
#include "lab/train/trainer.h"
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
  const QuestionSet set = question_set(half.lesson.mixture, 0, tasks::Pool::test, 3, 100, 5);
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
  CHECK(counted.asked == 100);
  CHECK(counted.tokens == tokens);
  CHECK(counted.nats == Approx(nats));
  CHECK(counted.step == 400);
  CHECK(solved > 0);  // else the test would say little
  CHECK(solved < 100);
}

TEST_CASE("the values of a facet share out the questions, each scored as it is on its own") {
  HalfTrained half;
  half.lesson.spec.score.facets = {"distinct"};
  const QuestionSet set = question_set(half.lesson.mixture, 0, tasks::Pool::test, 3, 100, 5);
  const auto scored = [&](const QuestionSet& questions) {
    return score(questions, half.lesson, half.trainer.learner(), half.learned);
  };
  const std::vector<store::Score> scores = scored(set);
  REQUIRE(scores.size() == 4);  // all, and one, two or three values
  std::int64_t solved = 0, asked = 0;
  for (std::size_t i = 1; i < scores.size(); ++i) {
    QuestionSet alone{set.part, set.pool, set.difficulty, {}};
    for (const tasks::Example& question : set.questions) {
      const std::set<int> values(question.prompt.begin() + 1, question.prompt.end() - 1);
      if (std::ssize(values) == scores[i].facet->value) alone.questions.push_back(question);
    }
    CHECK(scores[i].asked == std::ssize(alone.questions));
    CHECK(scores[i].solved == scored(alone).front().solved);
    solved += scores[i].solved;
    asked += scores[i].asked;
  }
  CHECK(asked == 100);
  CHECK(solved == scores.front().solved);
}

TEST_CASE("where questions have many answers, decoded answers are judged") {
  const Lesson lesson = lesson_of(spec::parse_spec(R"(
task { blocksworld { names: 4 max_blocks: 4 goal_order: BOTTOM_UP } difficulty { high: 2 } }
model { width: 16 heads: 2 blocks: 2 positions: LEARNED max_positions: 40 }
train { steps: 30 batch: 16 learning_rate: 0.01 warmup: 10 }
)",
                                                   "plans.textproto", "."));
  const Mixture& mixture = lesson.mixture;
  Trainer trainer(lesson, 1);
  model::training::TrainingState learned = trainer.start();
  while (learned.step < lesson.spec.train.steps) trainer.step(learned);
  const QuestionSet set = question_set(mixture, 0, tasks::Pool::train, 2, 60, 5);
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
  CHECK(counted.asked == 60);
  CHECK(right > 0);
  CHECK(right < 60);
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
  const QuestionSet set = question_set(mixture, 0, tasks::Pool::train, 4, 10, 5);
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

TEST_CASE("all that the spec names is scored, hints where they were trained") {
  const Lesson lesson = tests::tiny_lesson({"score.pools=[TRAIN, TEST]"});
  const Mixture& mixture = lesson.mixture;
  std::vector<std::string> names;
  for (const QuestionSet& set : questions_to_score(lesson)) {
    CHECK(set.questions.size() == 30);
    names.push_back(mixture.part(set.part).name + " " + std::string(tasks::name(set.pool)) + " " +
                    std::to_string(set.difficulty));
  }
  CHECK(names == std::vector<std::string>{"sorting train 3", "sorting train 6", "sorting test 3",
                                          "sorting test 6", "successor train 3",
                                          "successor test 3"});
  const Lesson beyond = tests::tiny_lesson({"score.difficulties=[6]"});
  CHECK(questions_to_score(beyond).back().difficulty == 4);
  CHECK(questions_to_score(tests::tiny_lesson({"score.hints=false"})).size() == 2);
}

TEST_CASE("a hint of weight 0 is asked in the pools that are held out") {
  const Lesson lesson = tests::tiny_lesson({"hint[0].weight=0", "score.pools=[TRAIN, TEST]"});
  std::set<tasks::Pool> pools;
  for (const QuestionSet& set : questions_to_score(lesson)) {
    if (set.part == 1) pools.insert(set.pool);
  }
  CHECK(pools == std::set{tasks::Pool::test});
}

TEST_CASE("a finite pool is asked no more than it has, and nothing if it is empty") {
  const Lesson lesson =
      tests::tiny_lesson({"task={composition {entities: 8 items: 450 seen_ratio: 1}}", "hint=[]",
                          "score.difficulties=[]"});
  const Mixture& mixture = lesson.mixture;
  CHECK(lesson.spec.score.pools.size() == 4);
  const auto sets = questions_to_score(lesson);
  REQUIRE(sets.size() == 1);  // all calls are seen: there is no question of types 1 to 3
  CHECK(sets[0].pool == tasks::Pool::type_0);
  const auto all = question_set(mixture, 0, tasks::Pool::type_0, 2, 1000, 0);
  CHECK(std::ssize(all.questions) == tasks::pool_size(mixture.task(0), tasks::Pool::type_0, 2));
  CHECK(question_set(mixture, 0, tasks::Pool::train, 2, 1000, 0).questions.size() == 450);
  CHECK(question_set(mixture, 0, tasks::Pool::train, 2, 30, 0).questions.size() == 30);
}

TEST_CASE("every seed is asked the same questions") {
  const Lesson one = tests::tiny_lesson(), two = tests::tiny_lesson({"seed=7", "data_seed=8"});
  const auto first = questions_to_score(one), second = questions_to_score(two);
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].questions[11].prompt == second[i].questions[11].prompt);
  }
}

TEST_CASE("the running average is scored if one is kept") {
  model::training::TrainingState learned;
  learned.weights = {1};
  CHECK(&scored_weights(learned) == &learned.weights);
  learned.average = {2};
  CHECK(&scored_weights(learned) == &learned.average);
}

TEST_CASE("a question that does not fit the model is refused before training") {
  Lesson lesson = tests::tiny_lesson();
  lesson.spec.score.difficulties = {40};
  CHECK_THROWS_AS(questions_to_score(lesson), base::Error);
}

}  // namespace
}  // namespace lab::train
