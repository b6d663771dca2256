#include "lab/store/scores.h"

#include <catch2/catch.hpp>

#include "base/error.h"

namespace lab::store {
namespace {

const Score some_score{40, "sorting", tasks::Pool::validate, 7, 3, 10, 0.1 + 0.2, 80};

TEST_CASE("scores read back from their table exactly") {
  const std::vector<Score> scores{some_score, {0, "count", tasks::Pool::train, 1, 0, 1, 1e-300, 2}};
  const base::Table table = scores_table(scores);
  CHECK(table.columns == std::vector<std::string>{"step", "task", "pool", "difficulty", "solved",
                                                  "asked", "different", "chance", "frequent",
                                                  "constant", "nats", "tokens"});
  const std::vector<Score> back = scores_of(base::parse_tsv(base::tsv(table), "here"), "here");
  REQUIRE(back.size() == 2);
  CHECK(base::tsv(scores_table(back)) == base::tsv(table));
  CHECK(back[0].nats == some_score.nats);
  CHECK(back[1].nats == 1e-300);
  CHECK(back[0].pool == tasks::Pool::validate);
}

TEST_CASE("a column for exact answers is there if a score has them, empty for the others") {
  Score planned = some_score;
  planned.exact = 2;
  const std::vector<Score> scores{some_score, planned};
  const base::Table table = scores_table(scores);
  CHECK(table.columns.back() == "exact");
  CHECK(table.rows[0].back() == "");
  CHECK(table.rows[1].back() == "2");
  const std::vector<Score> back = scores_of(base::parse_tsv(base::tsv(table), "here"), "here");
  CHECK(back[0].exact == std::nullopt);
  CHECK(back[1].exact == 2);
  const std::vector<ResultRow> rows{{"s", "f", 0, {}, planned}, {"s", "f", 1, {}, some_score}};
  const auto results = results_of(base::parse_tsv(base::tsv(results_table(rows)), "here"), "here");
  CHECK(results[0].score.exact == 2);
  CHECK(results[1].score.exact == std::nullopt);
}

TEST_CASE("the score of one value of a facet reads back, and a facet without a number is refused") {
  Score sliced = some_score;
  sliced.facet = {"k_cutoff", 2};
  const std::vector<Score> scores{some_score, sliced};
  base::Table table = scores_table(scores);
  CHECK(table.rows[1].back() == "k_cutoff=2");
  const std::vector<Score> back = scores_of(base::parse_tsv(base::tsv(table), "here"), "here");
  CHECK(back[0].facet == std::nullopt);
  CHECK(back[1].facet == sliced.facet);
  table.rows[1].back() = "k_cutoff";
  CHECK_THROWS_WITH(scores_of(table, "here"),
                    "here: row 2, column facet: wanted name=number, as in k_cutoff=2, found "
                    "`k_cutoff`");
}

TEST_CASE(
    "an older table's constant of a facet's rows is the facet's own, and no level of guessing") {
  Score sliced = some_score;
  sliced.facet = {"k_cutoff", 2};
  sliced.guess = {.chance = 0.1, .frequent = 2, .constant = 3, .facet_constant = 10};
  const std::vector<Score> scores{some_score, sliced};
  base::Table table = scores_table(scores);
  CHECK(table.columns.back() == "facet_constant");
  const Score back = scores_of(table, "here")[1];
  CHECK(back.guess == sliced.guess);
  CHECK(guess_level(back) == 0.3);
  sliced.guess.frequent = 10;  // another guesser, who is worse on all questions
  CHECK(guess_level(sliced) == 0.3);
  table.columns.pop_back();
  for (auto& row : table.rows) row.pop_back();
  const Score older = scores_of(table, "here")[1];
  CHECK(older.guess.constant == std::nullopt);
  CHECK(older.guess.facet_constant == 3);
  CHECK(guess_level(older) == 0.1);
}

TEST_CASE("what is known of a score's questions reads back, and what is not stays unknown") {
  Score known = some_score;
  known.different = 9;
  known.guess = {.chance = 1.0 / 3, .frequent = 0, .constant = 4};
  const std::vector<Score> scores{known, some_score};
  const std::vector<Score> back =
      scores_of(base::parse_tsv(base::tsv(scores_table(scores)), "here"), "here");
  CHECK(back[0].different == 9);
  CHECK(back[0].guess == known.guess);
  CHECK(back[1].different == std::nullopt);
  CHECK(back[1].guess == GuessLevels{});
}

TEST_CASE("a table of an older version does not know how many questions differ, nor guessing") {
  const base::Table old = base::parse_tsv(
      "step\ttask\tpool\tdifficulty\tsolved\tasked\tnats\ttokens\n"
      "40\tsorting\ttest\t7\t3\t10\t0.5\t80\n",
      "old.tsv");
  const Score score = scores_of(old, "old.tsv").at(0);
  CHECK(score.asked == 10);
  CHECK(score.different == std::nullopt);
  CHECK(score.guess == GuessLevels{});
  CHECK(interval(score) == std::nullopt);
  CHECK(guess_level(score) == std::nullopt);
  CHECK(is_above_guess(score));  // nothing is held against it
  const base::Table written = scores_table(std::vector<Score>{score});
  CHECK(written.rows[0][written.column("different")].empty());
}

TEST_CASE("an interval rests on the different questions, not on how often they were asked") {
  Score score = some_score;
  score.solved = 780;
  score.asked = 1000;
  score.different = 20;
  const base::Estimate few = interval(score).value();
  CHECK(few.middle == 0.78);
  // 15.6 of 20: center (p + z^2/2n) / (1 + z^2/n), half z sqrt(p (1 - p)/n + z^2/4n^2) / (1 +
  // z^2/n)
  CHECK(few.low == Approx(0.5626).margin(5e-5));
  CHECK(few.high == Approx(0.9072).margin(5e-5));
  score.different = 1000;
  const base::Estimate many = interval(score).value();
  CHECK(many.low == Approx(base::wilson(780, 1000).low));
  CHECK(many.high == Approx(base::wilson(780, 1000).high));
  score.solved = 1000;
  score.different = 1;
  CHECK(interval(score)->low < 0.25);  // one question, asked a thousand times
  CHECK(interval(score)->high == 1);
}

TEST_CASE("the level of guessing is the highest of the three, and at it a score is not above it") {
  Score score = some_score;  // 3 of 10
  score.guess = {.chance = 0.1, .frequent = 2, .constant = 3};
  CHECK(guess_level(score) == 0.3);
  CHECK_FALSE(is_above_guess(score));
  score.guess.constant = 2;
  CHECK(guess_level(score) == 0.2);
  CHECK(is_above_guess(score));
  score.guess.frequent = 4;
  CHECK(guess_level(score) == 0.4);
  CHECK_FALSE(is_above_guess(score));
  score.guess = {.chance = 0.3, .frequent = std::nullopt, .constant = 0};
  CHECK(guess_level(score) == 0.3);
  CHECK_FALSE(is_above_guess(score));
}

TEST_CASE("counts of questions that cannot be are refused") {
  const auto refused = [](const char* column, const char* cell) {
    base::Table table = scores_table(std::vector<Score>{some_score});
    table.rows[0][table.column(column)] = cell;
    CHECK_THROWS_WITH(scores_of(table, "here"), Catch::Contains(column));
  };
  refused("different", "11");
  refused("different", "0");
  refused("frequent", "-1");
  refused("constant", "11");
  refused("chance", "1.5");
  refused("chance", "low");
}

TEST_CASE("curves over training are of all questions of a set, not of facets or of none") {
  const auto scored = [](std::int64_t step, int difficulty, std::int64_t solved) {
    return Score{step, "sorting", tasks::Pool::test, difficulty, solved, 10};
  };
  Score facet = scored(20, 3, 9), unasked = scored(20, 6, 0);
  facet.facet = {"distinct", 2};
  unasked.asked = 0;
  const std::vector<Score> scores{scored(20, 3, 5), facet, unasked, scored(40, 3, 8),
                                  scored(40, 6, 1)};
  const std::vector<StepValues> curves = curves_of(scores);
  using Values = decltype(StepValues::values);
  REQUIRE(curves.size() == 2);
  CHECK(curves[0].step == 20);
  CHECK(curves[0].values == Values{{"sorting test/3", 0.5}});
  CHECK(curves[1].step == 40);
  CHECK(curves[1].values == Values{{"sorting test/3", 0.8}, {"sorting test/6", 0.1}});
}

TEST_CASE("results read back from their table exactly, settings in order") {
  const std::vector<ResultRow> rows{
      {"hints", "0123456789abcdef", 18446744073709551615u, {{"z", "a=b"}, {"a", "1"}}, some_score},
      {"hints", "fedcba9876543210", 0, {}, some_score}};
  const base::Table table = results_table(rows);
  const auto back = results_of(base::parse_tsv(base::tsv(table), "here"), "here");
  REQUIRE(back.size() == 2);
  CHECK(back[0].settings == rows[0].settings);
  CHECK(back[0].seed == rows[0].seed);
  CHECK(back[1].settings.empty());
  CHECK(base::tsv(results_table(back)) == base::tsv(table));
}

TEST_CASE("a settings value that would split in two is refused") {
  CHECK_THROWS_AS(results_table(std::vector<ResultRow>{{"s", "f", 0, {{"a", "1;b=2"}}, {}}}),
                  base::Error);
  CHECK_THROWS_AS(results_table(std::vector<ResultRow>{{"s", "f", 0, {{"a=b", "1"}}, {}}}),
                  base::Error);
}

TEST_CASE("a percentage of solved questions is whole wherever it can be") {
  Score score = some_score;
  for (const std::int64_t asked : {100, 300}) {
    score.asked = asked;
    for (int percent = 0; percent <= 100; ++percent) {
      score.solved = percent * asked / 100;
      CHECK(score.percent() == percent);
    }
  }
  score.solved = 75;
  CHECK(score.share() == 0.25);
}

TEST_CASE("a cell that is no number is named by place, row and column") {
  base::Table table = scores_table(std::vector<Score>{some_score, some_score});
  table.rows[1][4] = "3x";
  CHECK_THROWS_WITH(scores_of(table, "scores.tsv"),
                    "scores.tsv: row 2, column solved: wanted a number, found `3x`");
  table.rows[1][4] = "11";
  CHECK_THROWS_WITH(scores_of(table, "scores.tsv"),
                    "scores.tsv: row 2: wanted 0 <= solved <= asked, found 11 and 10");
}

}  // namespace
}  // namespace lab::store
