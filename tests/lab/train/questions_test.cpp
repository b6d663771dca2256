#include "lab/train/questions.h"

#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "base/error.h"
#include "tests/lab/train/set_of.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::train {
namespace {

Lesson lesson_of_task(const std::string& task, const std::string& difficulty) {
  return lesson_of(spec::parse_spec("task { " + task + " difficulty { " + difficulty +
                                        " } }\n"
                                        "model { width: 16 heads: 2 blocks: 1 }\n"
                                        "train { steps: 1000 }\n",
                                    "asked.textproto", "."));
}

/// The row of all questions of a pool, before anybody answers.
store::Score asked(const std::string& task, const std::string& trained, tasks::Pool pool,
                   int difficulty, int count) {
  Lesson lesson = lesson_of_task(task, trained);
  return tests::set_of(lesson, pool, difficulty, count).blanks.front().score;
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
  Lesson lesson = tests::tiny_lesson({"task={composition {entities: 8 items: 450 seen_ratio: 1}}",
                                      "hint=[]", "score.difficulties=[]"});
  const Mixture& mixture = lesson.mixture;
  CHECK(lesson.spec.score.pools.size() == 4);
  const auto sets = questions_to_score(lesson);
  REQUIRE(sets.size() == 1);  // all calls are seen: there is no question of types 1 to 3
  CHECK(sets[0].pool == tasks::Pool::type_0);
  const auto all = tests::set_of(lesson, tasks::Pool::type_0, 2, 1000);
  CHECK(std::ssize(all.questions) == tasks::pool_size(mixture.task(0), tasks::Pool::type_0, 2));
  CHECK(tests::set_of(lesson, tasks::Pool::train, 2, 1000).questions.size() == 450);
  CHECK(tests::set_of(lesson, tasks::Pool::train, 2, 30).questions.size() == 30);
}

TEST_CASE("every seed is asked the same questions") {
  const Lesson one = tests::tiny_lesson(), two = tests::tiny_lesson({"seed=7", "data_seed=8"});
  const auto first = questions_to_score(one), second = questions_to_score(two);
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].questions[11].prompt == second[i].questions[11].prompt);
  }
}

TEST_CASE("a question that does not fit the model is refused before training") {
  Lesson lesson = tests::tiny_lesson();
  lesson.spec.score.difficulties = {40};
  CHECK_THROWS_AS(questions_to_score(lesson), base::Error);
}

TEST_CASE(
    "a pool of few questions is asked each of them once, and its score says how many differ") {
  const store::Score bits =
      asked("parity { max_bits: 20 }", "low: 4 high: 20", tasks::Pool::test, 4, 1000);
  CHECK(bits.asked == bits.different);
  CHECK(bits.asked < 16);
  // `count` of raspl at 30: numbers up to 200.
  const store::Score count =
      asked("count_up { numbers: 200 }", "low: 1 high: 20", tasks::Pool::test, 30, 500);
  CHECK(count.asked == 19);
  CHECK(count.different == 19);
}

TEST_CASE("questions that are the same up to the task's symmetry are asked, but not counted") {
  // Up to renaming four blocks have few problems, and many names.
  const store::Score general = asked("blocksworld { problems: GENERAL planner: OPTIMAL }",
                                     "low: 3 high: 5", tasks::Pool::test, 4, 200);
  CHECK(general.asked == 200);
  CHECK(*general.different < 60);
  CHECK(*general.different > 1);
  // 30 sets of 29 different values out of 30, each in very many orders.
  const store::Score distinct = asked("sorting { values: 30 inputs: DISTINCT }", "low: 1 high: 20",
                                      tasks::Pool::train, 29, 400);
  CHECK(distinct.asked == 400);
  CHECK(*distinct.different <= 30);
}

TEST_CASE("the best constant answer is that of what is asked, whatever the task's own chance") {
  const auto share = [](const store::Score& score) {
    return static_cast<double>(*score.guess.constant) / static_cast<double>(score.asked);
  };
  const store::Score zeros = asked("boolean_and {}", "low: 4 high: 20", tasks::Pool::test, 4, 1000);
  CHECK(zeros.guess.chance == 0.5);
  CHECK(zeros.guess.constant == zeros.asked);
  const store::Score parity = asked("parity {}", "low: 5 high: 20", tasks::Pool::test, 7, 1000);
  CHECK(parity.guess.chance == 0.5);
  CHECK(parity.asked < 20);
  CHECK(share(parity) == 0.7);
  const store::Score distinct = asked("sorting { values: 30 inputs: DISTINCT }", "low: 1 high: 20",
                                      tasks::Pool::test, 29, 1000);
  CHECK(share(distinct) > 0.4);
  CHECK(share(distinct) * static_cast<double>(*distinct.different) >= 1);  // one of so many sets
}

TEST_CASE("the most frequent answer of training is counted among what is asked") {
  // Two of the three lengths trained on are even.
  Lesson lesson = lesson_of_task("list_hint { kind: PARITY_OF_LENGTH }", "low: 2 high: 4");
  const store::Score even = tests::set_of(lesson, tasks::Pool::test, 6, 50).blanks.front().score;
  const store::Score odd = tests::set_of(lesson, tasks::Pool::test, 7, 50).blanks.front().score;
  CHECK(even.guess.frequent == 50);
  CHECK(odd.guess.frequent == 0);
  CHECK(odd.guess.constant == 50);
}

TEST_CASE("of a finite pool the most frequent answer is exact, and need not be asked") {
  Lesson lesson = lesson_of_task("scan {}", "low: 2 high: 2");
  const QuestionSet set = tests::set_of(lesson, tasks::Pool::train, 2, 100000);
  const store::Score& score = set.blanks.front().score;
  CHECK(score.guess.frequent == score.guess.constant);  // of all that is trained on
  CHECK(score.asked == tasks::pool_size(lesson.mixture.task(0), tasks::Pool::train, 2));
}

TEST_CASE("where questions have many answers a constant one is judged") {
  Lesson lesson = lesson_of_task("blocksworld { names: 4 max_blocks: 4 }", "low: 2 high: 2");
  const QuestionSet set = tests::set_of(lesson, tasks::Pool::train, 2, 60);
  const tasks::Task& task = lesson.mixture.task(0);
  std::int64_t best = 0;
  for (const tasks::Example& constant : set.questions) {
    std::int64_t solved = 0;
    for (const tasks::Example& question : set.questions) {
      solved += task.solves(question.prompt, constant.answer) ? 1 : 0;
    }
    best = std::max(best, solved);
  }
  CHECK(set.blanks.front().score.guess.constant == best);
  CHECK(best >= 1);
}

TEST_CASE("of a facet's values those who guess know none: each has the level of all") {
  Lesson lesson = lesson_of_task("parity {}", "low: 5 high: 20");
  lesson.spec.score.facets = {"ones"};
  const QuestionSet set = tests::set_of(lesson, tasks::Pool::train, 6, 1000);
  REQUIRE(set.blanks.size() > 3);
  const store::GuessLevels& all = set.blanks.front().score.guess;
  const auto all_asked = static_cast<double>(set.blanks.front().score.asked);
  CHECK(*all.constant < set.blanks.front().score.asked);
  std::int64_t asked = 0, different = 0;
  for (std::size_t i = 1; i < set.blanks.size(); ++i) {
    const store::Score& score = set.blanks[i].score;
    CHECK(score.guess.facet_constant == score.asked);  // ones decide
    const double level = static_cast<double>(*all.constant) / all_asked;
    const auto of_slice = static_cast<double>(*score.guess.constant);
    CHECK(of_slice == Approx(level * static_cast<double>(score.asked)).margin(0.5));
    CHECK((*score.guess.frequent == 0 || *score.guess.frequent == score.asked));
    CHECK(score.asked == std::ssize(set.blanks[i].questions));
    asked += score.asked;
    different += *score.different;
  }
  CHECK(asked == set.blanks.front().score.asked);
  CHECK(different == set.blanks.front().score.different);
  CHECK(all.facet_constant == std::nullopt);
}

TEST_CASE(
    "judged constant answers of a facet's values have what the best has of all, and the best of "
    "each") {
  Lesson lesson =
      lesson_of_task("blocksworld { problems: GENERAL planner: OPTIMAL }", "low: 3 high: 5");
  lesson.spec.score.facets = {"plan_length"};
  const QuestionSet set = tests::set_of(lesson, tasks::Pool::train, 4, 60);
  REQUIRE(set.blanks.size() > 2);
  std::int64_t constant = 0, own = 0;
  for (std::size_t i = 1; i < set.blanks.size(); ++i) {
    constant += *set.blanks[i].score.guess.constant;
    own += *set.blanks[i].score.guess.facet_constant;
  }
  const std::int64_t all = *set.blanks.front().score.guess.constant;
  CHECK(std::abs(constant - all) <= std::ssize(set.blanks) / 2 + 1);
  CHECK(own > constant);
}

TEST_CASE("a task that is only asked has no most frequent answer of training") {
  const Lesson lesson = tests::tiny_lesson({"hint[0].weight=0"});
  int only_asked = 0;
  for (const QuestionSet& set : questions_to_score(lesson)) {
    const store::GuessLevels& guess = set.blanks.front().score.guess;
    CHECK(guess.frequent.has_value() == (set.part == 0));
    CHECK(guess.constant.has_value());
    only_asked += set.part == 1 ? 1 : 0;
  }
  CHECK(only_asked > 0);
}

}  // namespace
}  // namespace lab::train
