#include "lab/train/shown_fragments.h"

#include <catch2/catch.hpp>
#include <limits>
#include <set>

#include "lab/train/questions.h"
#include "lab/train/remarks.h"
#include "tests/lab/spec/testing.h"
#include "tests/pieces.h"

using Catch::Matchers::Contains;

namespace lab::train {
namespace {

const std::string tail =
    "model { width: 8 heads: 2 blocks: 1 }\n"
    "train { steps: 60 batch: 16 }\n";

Lesson lesson(const std::string& text) {
  return lesson_of(spec::parse_spec(text + tail, "exp.textproto", "."));
}

const std::string sorting =
    "task { sorting { values: 12 } difficulty { low: 2 high: 6 }\n"
    "  coverage { fragment: 'neighbours' share: 0.5 seed: 3 } }\n";

/// What a part's training shows, read off its prompts.
std::multiset<std::string> shown(const Lesson& lesson, std::size_t part, const std::string& kind) {
  std::multiset<std::string> pieces;
  for_each_shown(lesson, 1'000'000, [&](const ShownAt& at, const tasks::Example& example) {
    if (at.part != part) return;
    const std::string prompt = lesson.mixture.task(part).vocabulary().text(example.prompt);
    pieces.merge(tests::pieces_of(kind, prompt));
  });
  return pieces;
}

std::set<std::string> different(const std::multiset<std::string>& pieces) {
  return {pieces.begin(), pieces.end()};
}

bool is_part(const std::set<std::string>& some, const std::set<std::string>& all) {
  return std::ranges::includes(all, some);
}

}  // namespace

TEST_CASE("a hint obeys the rules of the task, or those of its own") {
  const Lesson obeys = lesson(sorting + "hint { list_hint { kind: SUCCESSOR } }\n");
  const auto allowed = different(shown(obeys, 0, "neighbours"));
  CHECK(allowed.size() == 33);  // of 66
  CHECK(is_part(different(shown(obeys, 1, "neighbours")), allowed));

  const Lesson is_free = lesson(
      sorting + "hint { list_hint { kind: SUCCESSOR } coverage { fragment: 'neighbours' } }\n");
  CHECK(different(shown(is_free, 0, "neighbours")) == allowed);
  CHECK(different(shown(is_free, 1, "neighbours")).size() > 60);

  const Lesson own = lesson(sorting +
                            "hint { list_hint { kind: SUCCESSOR } coverage { fragment: "
                            "'neighbours' share: 0.8 seed: 3 } }\n");
  const auto more = different(shown(own, 1, "neighbours"));
  CHECK(more.size() <= 53);
  CHECK(more.size() > allowed.size());
  CHECK(is_part(allowed, different(shown(own, 0, "neighbours"))));
}

TEST_CASE("what a hint shows that is not made of the task's pieces is said") {
  const Lesson mixed = lesson(sorting + "hint { copy { values: 12 } difficulty { high: 5 } }\n");
  REQUIRE(remarks_on(mixed).size() == 1);
  CHECK_THAT(remarks_on(mixed)[0],
             Contains("hint[0].coverage: unique_copy is not made of `neighbours`"));
}

TEST_CASE("the pieces that training shows are counted as its prompts have them") {
  const Lesson mixed = lesson(sorting + "hint { list_hint { kind: COUNT } }\n");
  const ShownFragments counted = fragments_shown(mixed, 1'000'000);
  const tasks::Fragments& fragments = *mixed.mixture.task(0).fragments();
  for (std::size_t kind = 0; kind < fragments.kinds().size(); ++kind) {
    const std::string name(fragments.kinds()[kind].name);
    const auto own = shown(mixed, 0, name), hint = shown(mixed, 1, name);
    std::int64_t sum = 0;
    for (const auto& [fragment, count] : counted.by_part(0, kind)) {
      sum += count;
      CHECK(count == std::ssize(std::vector<int>(own.count(fragments.text(kind, fragment)))));
    }
    CHECK(sum == std::ssize(own));
    for (const auto& [fragment, count] : counted.by_all(0, kind)) {
      const std::string text = fragments.text(kind, fragment);
      CHECK(count == static_cast<std::int64_t>(own.count(text) + hint.count(text)));
    }
  }
}

TEST_CASE("facets say how many pieces of a question training never shows") {
  const Lesson asked =
      lesson(sorting +
             "score { examples: 100 facets: ['unseen_neighbours', 'length'] difficulties: [5] }\n");
  const auto seen = different(shown(asked, 0, "neighbours"));
  int slices = 0;
  for (const QuestionSet& set : questions_to_score(asked)) {
    for (const BlankScore& blank : set.blanks) {
      if (!blank.score.facet || blank.score.facet->name != "unseen_neighbours") continue;
      ++slices;
      CHECK((blank.score.facet->value == 0) == (set.pool == tasks::Pool::covered));
      for (const std::size_t place : blank.questions) {
        const auto& vocabulary = asked.mixture.joint().vocabulary();
        int unseen = 0;
        for (const auto& one : different(
                 tests::pieces_of("neighbours", vocabulary.text(set.questions[place].prompt)))) {
          unseen += seen.contains(one) ? 0 : 1;
        }
        CHECK(unseen == blank.score.facet->value);
      }
    }
  }
  CHECK(slices > 3);
}

TEST_CASE("a facet of pieces that the task is not made of is refused") {
  CHECK_THAT(lab_tests::complaint_about(sorting + "score { facets: ['unseen_bigram'] }\n"
                                                  "train { steps: 10 }\n"),
             Contains("sorting has no facet `unseen_bigram`") && Contains("unseen_neighbours"));
}

TEST_CASE("what is covered and what is not is asked where there are rules") {
  const Lesson asked = lesson(sorting);
  const std::vector<tasks::Pool> pools{tasks::Pool::covered, tasks::Pool::uncovered};
  CHECK(asked.spec.score.pools == pools);
}

TEST_CASE("rules of coverage are refused with their place") {
  const auto complaint = [](const std::string& rule) {
    return lab_tests::complaint_about("task { sorting {} coverage { " + rule +
                                      " } }\ntrain { steps: 10 }\n");
  };
  CHECK_THAT(complaint("fragment: 'neighbors'"),
             Contains("error: task: coverage: fragment: none is named `neighbors` (did you mean "
                      "`neighbours`?)"));
  CHECK_THAT(complaint("fragment: 'neighbours' share: 0.001"),
             Contains("coverage: share: must be at least 0.0"));
  CHECK_THAT(complaint("fragment: 'neighbours' share: 0.5 at_least: 3"), Contains("endless"));
  CHECK_THAT(complaint("share: 0.5"), Contains("fragment"));
  CHECK_THAT(complaint("fragment: 'neighbours' seed: 3"), Contains("share"));
}

TEST_CASE("where rules leave hardly a question it is said that they do") {
  CHECK_THAT(lab_tests::complaint_about(
                 "task { sorting { values: 30 inputs: DUPLICATE_RICH } difficulty { high: 20 }\n"
                 "  coverage { fragment: 'neighbours' share: 0.1 } }\ntrain { steps: 10 }\n"),
             Contains("has nothing to train on at difficulty") &&
                 Contains("; its rules of coverage leave hardly any question there"));
}

TEST_CASE("what is wrong with a task that has rules is not laid at their door") {
  CHECK_THAT(lab_tests::complaint_about(
                 "task { mode { few: 60 values: 50 }\n  coverage { fragment: 'value' "
                 "share: 0.5 } }\ntrain { steps: 10 }\n"),
             Contains("exp.textproto:1:1: error: task: few: "));
}

}  // namespace lab::train
