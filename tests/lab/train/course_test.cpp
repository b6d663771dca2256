#include "lab/train/course.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "base/error.h"
#include "lab/train/lesson.h"
#include "lab/train/memory.h"
#include "lab/train/questions.h"
#include "lab/train/shown_examples.h"
#include "lab/train/training_data.h"
#include "tests/lab/spec/testing.h"

namespace lab::train {
namespace {

using Catch::Contains;
using lab_tests::complaint_about;

/// A run of 100 steps of 32 examples whose task says this beside its kind.
std::string text_with(const std::string& said, const std::string& more = "") {
  return "task { sorting { values: 9 } difficulty { low: 2 high: 6 } " + said +
         " }\nmodel { width: 8 heads: 1 blocks: 1 }\ntrain { steps: 100 batch: 32 warmup: 0 }\n" +
         more;
}

constexpr std::uint64_t examples = 3200;

/// How often each difficulty comes in the examples from step `first` to before step `end`.
std::map<int, double> shares_of(const Lesson& lesson, int first, int end) {
  std::map<int, double> shares;
  for (int i = 32 * first; i < 32 * end; ++i) {
    shares[training_draw(lesson, static_cast<std::uint64_t>(i)).difficulty] +=
        1.0 / (32 * (end - first));
  }
  return shares;
}

/// Within five deviations of a count of so many draws.
void check_near(double found, double wanted, int draws) {
  CHECK(std::abs(found - wanted) < 5 * std::sqrt(wanted * (1 - wanted) / draws) + 1e-9);
}

spec::MixturePart part_of_text(const std::string& said) {
  return lab_tests::lesson_from(text_with(said)).spec.main;
}

std::set<std::vector<tasks::Token>> asked_in(const Lesson& lesson, tasks::Pool pool) {
  std::set<std::vector<tasks::Token>> prompts;
  const std::vector<int> difficulties{2, 3, 4, 5, 6};
  for (const QuestionSet& set : questions_of(lesson, 0, std::span(&pool, 1), difficulties)) {
    for (const tasks::Example& one : set.questions) CHECK(prompts.insert(one.prompt).second);
  }
  return prompts;
}

}  // namespace

TEST_CASE("the highest difficulty rises from its first to all there is, and stays") {
  const std::string said = "curriculum { first: 3 steps: 60 }";
  const spec::MixturePart part = part_of_text(said);
  CHECK(trained_range(part, 0) == tasks::Range{2, 3});
  CHECK(trained_range(part, 19) == tasks::Range{2, 3});
  CHECK(trained_range(part, 20) == tasks::Range{2, 4});
  CHECK(trained_range(part, 59) == tasks::Range{2, 5});
  CHECK(trained_range(part, 60) == tasks::Range{2, 6});
  CHECK(trained_range(part, 99) == tasks::Range{2, 6});
  CHECK(trained_range(part_of_text("curriculum { steps: 60 }"), 0) == tasks::Range{2, 2});
  CHECK(trained_range(part_of_text(""), 0) == tasks::Range{2, 6});
  const Lesson lesson = lab_tests::lesson_from(text_with(said));
  CHECK(shares_of(lesson, 0, 20).rbegin()->first == 3);
  CHECK(shares_of(lesson, 20, 40).rbegin()->first == 4);
  const auto at_the_end = shares_of(lesson, 60, 100);
  REQUIRE(at_the_end.size() == 5);
  for (const auto& [difficulty, share] : at_the_end) check_near(share, 0.2, 1280);
}

TEST_CASE("lengths come uniformly, in proportion, or as listed") {
  const auto uniform = shares_of(lab_tests::lesson_from(text_with("")), 0, 100);
  const auto by_length =
      shares_of(lab_tests::lesson_from(text_with("lengths: PROPORTIONAL")), 0, 100);
  const auto listed = shares_of(
      lab_tests::lesson_from(text_with("lengths: LISTED shares: [1, 0, 3, 0, 4]")), 0, 100);
  for (int difficulty = 2; difficulty <= 6; ++difficulty) {
    check_near(uniform.at(difficulty), 0.2, examples);
    check_near(by_length.at(difficulty), difficulty / 20.0, examples);
  }
  REQUIRE(listed.size() == 3);
  check_near(listed.at(2), 1.0 / 8, examples);
  check_near(listed.at(4), 3.0 / 8, examples);
  check_near(listed.at(6), 4.0 / 8, examples);
}

TEST_CASE("a curriculum keeps to the shares of the difficulties it has come to") {
  const Lesson lesson = lab_tests::lesson_from(
      text_with("lengths: LISTED shares: [1, 3, 1, 1, 1] curriculum { first: 3 steps: 90 }"));
  const auto begin = shares_of(lesson, 0, 30);
  REQUIRE(begin.size() == 2);
  check_near(begin.at(2), 0.25, 960);
}

TEST_CASE("a weight changes linearly from the first step to the last") {
  const std::string hint =
      "hint { list_hint {} weight: 3 last_weight: 0 difficulty { high: 6 } }\n";
  const Lesson lesson = lab_tests::lesson_from(text_with("", hint));
  const spec::MixturePart& part = lesson.spec.hints.at(0);
  CHECK(trained_weight(part, 0, 100) == 3);
  CHECK(trained_weight(part, 33, 100) == Approx(2));
  CHECK(trained_weight(part, 99, 100) == 0);
  CHECK(trained_weight(lesson.spec.main, 50, 100) == 1);
  double early = 0, late = 0, wanted_early = 0, wanted_late = 0;
  for (int step = 0; step < 100; ++step) {
    const double share = trained_weight(part, step, 100) / (1 + trained_weight(part, step, 100));
    (step < 50 ? wanted_early : wanted_late) += share / 50;
    for (int i = 0; i < 32; ++i) {
      const Draw draw = training_draw(lesson, static_cast<std::uint64_t>(32 * step + i));
      if (step == 99) CHECK(draw.part == 0);
      (step < 50 ? early : late) += draw.part == 1 ? 1.0 / 1600 : 0;
    }
  }
  check_near(early, wanted_early, 1600);
  check_near(late, wanted_late, 1600);
}

TEST_CASE("a hint that begins at weight 0 is trained on, and asked in pool train") {
  const std::string hint =
      "hint { list_hint {} weight: 0 last_weight: 1 difficulty { high: 6 } }\n";
  const Lesson lesson =
      lab_tests::lesson_from(text_with("", hint + "score { pools: [TRAIN] difficulties: [4] }\n"));
  CHECK(lesson.spec.hints.at(0).is_trained());
  CHECK(questions_to_score(lesson).size() == 2);
  CHECK(training_draw(lesson, 0).part == 0);
}

TEST_CASE("training items are all that is shown, come again, and are what pool train asks") {
  const Lesson lesson = lab_tests::lesson_from(text_with("train_items: 40"));
  CHECK(items_by_difficulty(lesson.spec.main) ==
        std::map<int, std::int64_t>{{2, 8}, {3, 8}, {4, 8}, {5, 8}, {6, 8}});
  const auto items = asked_in(lesson, tasks::Pool::train);
  CHECK(items.size() == 40);
  std::set<std::vector<tasks::Token>> shown, visited;
  for (std::uint64_t i = 0; i < examples; ++i) {
    shown.insert(training_example(lesson, i).prompt);
  }
  CHECK(shown == items);
  for_each_shown(lesson, examples, [&](const ShownAt& at, const tasks::Example& example) {
    visited.insert(lesson.mixture.joint_of(at.part, example).prompt);
  });
  CHECK(visited == items);
  for (const auto& prompt : asked_in(lesson, tasks::Pool::test)) CHECK(!items.contains(prompt));
}

TEST_CASE("training items count as memory that a run takes") {
  const auto bytes = [](const std::string& said) {
    return total(memory_to_train(lab_tests::lesson_from(text_with(said)), 1));
  };
  const std::int64_t more = bytes("train_items: 4000") - bytes("");
  CHECK(more > 4000 * 400);
  CHECK(more == bytes("train_items: 8000") - bytes("train_items: 4000"));
}

TEST_CASE("training items are those of the data's seed, shared out as lengths say") {
  const auto items = [](const std::string& more) {
    return asked_in(lab_tests::lesson_from(text_with("train_items: 40", more)), tasks::Pool::train);
  };
  CHECK(items("") == items("seed: 8\n"));
  CHECK(items("") != items("data_seed: 8\n"));
  const spec::MixturePart part =
      part_of_text("train_items: 25 lengths: LISTED shares: [1, 0, 1, 0, 8]");
  CHECK(items_by_difficulty(part) == std::map<int, std::int64_t>{{2, 3}, {4, 3}, {6, 19}});
  std::int64_t sum = 0;
  for (const auto& [difficulty, count] :
       items_by_difficulty(part_of_text("train_items: 23 lengths: PROPORTIONAL"))) {
    CHECK(count >= 1);
    sum += count;
  }
  CHECK(sum == 23);
}

TEST_CASE("what of a course cannot be is refused with its place") {
  CHECK_THAT(complaint_about(text_with("curriculum { first: 3 }")),
             Contains("exp.textproto:1:60: error: task.curriculum.steps must be given"));
  CHECK_THAT(complaint_about(text_with("curriculum { first: 6 steps: 9 }")),
             Contains("task.curriculum.first (6) must be at least 2 and below 6"));
  CHECK_THAT(complaint_about(text_with("curriculum { steps: 100 }")),
             Contains("task.curriculum.steps (100) must be below train.steps (100)"));
  CHECK_THAT(complaint_about(text_with("lengths: LISTED shares: [1, 2]")),
             Contains("task.shares: wanted 5, one for each difficulty from 2 to 6, found 2"));
  CHECK_THAT(complaint_about(text_with("lengths: LISTED shares: [0, 0, 0, 0, 0]")),
             Contains("task.shares: none above 0 up to difficulty 6"));
  CHECK_THAT(
      complaint_about(text_with("lengths: LISTED shares: [0, 0, 1, 1, 1] curriculum { steps: 9 }")),
      Contains("task.shares: none above 0 up to difficulty 2, where training begins"));
  CHECK_THAT(complaint_about(text_with("shares: [1, 2, 3, 4, 5]")),
             Contains("read only where lengths is LISTED"));
  CHECK_THAT(complaint_about(text_with("last_weight: 2")),
             Contains("task.last_weight is read only where"));
  CHECK_THAT(complaint_about(text_with("last_weight: 0", "hint { list_hint {} last_weight: 0 }\n")),
             Contains("every weight is 0 at the last step"));
  CHECK_THAT(complaint_about(text_with("", "hint { list_hint {} last_weight: 1 }\n")),
             Contains("hint[0].last_weight (1) is what `weight` is: leave it out"));
  CHECK_THAT(complaint_about(text_with("train_items: 4")),
             Contains("task.train_items (4) must be at least 5, one for each difficulty"));
  CHECK_THAT(complaint_about("task { composition {} train_items: 9 }\ntrain { steps: 9 }\n"),
             Contains("task: train_items: the questions of") && Contains("are listed"));
}

}  // namespace lab::train
