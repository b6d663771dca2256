#include "lab/train/shown_scores.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/lab/train/tiny_run.h"

namespace lab::train {
namespace {

/// Half of ten questions of the tiny run's main task, trained on from 1 to 4 items.
store::Score half_solved() {
  store::Score score{60, "sorting", tasks::Pool::train, 3, 5, 10, 1.5, 40};
  score.different = 8;
  score.guess = {.chance = 0.25, .frequent = 1, .constant = 2};
  return score;
}

std::string cell(const store::Score& score, std::string_view column) {
  const base::Table table = shown_scores(std::span(&score, 1), tests::tiny_spec());
  return table.rows.at(0).at(table.column(column));
}

bool has_note(const store::Score& score) {
  const base::Table table = shown_scores(std::span(&score, 1), tests::tiny_spec());
  return table.columns.back() == "note" && table.rows[0].back() == not_above_guessing;
}

nlohmann::json json_of(const store::Score& score) {
  return nlohmann::json::parse(json_scores(std::span(&score, 1), tests::tiny_spec())).at(0);
}

TEST_CASE("a score is shown with its different questions, an interval over these, and guessing") {
  const store::Score score = half_solved();
  CHECK(cell(score, "different") == "8");
  CHECK(cell(score, "low") == "0.2152");  // of 4 in 8
  CHECK(cell(score, "high") == "0.7848");
  CHECK(cell(score, "chance") == "0.25");
  CHECK(cell(score, "frequent") == "1");
  CHECK(cell(score, "constant") == "2");
  const nlohmann::json json = json_of(score);
  CHECK(json.at("different") == 8);
  CHECK(json.at("guess") == 0.25);
  CHECK(json.at("above_guess") == true);
}

TEST_CASE("a score that is not above guessing is marked") {
  store::Score score = half_solved();
  CHECK_FALSE(has_note(score));
  score.guess.constant = 5;
  CHECK(has_note(score));
  CHECK(json_of(score).at("above_guess") == false);
}

TEST_CASE("the train pool is called train only where it is trained on") {
  store::Score score = half_solved();
  CHECK(cell(score, "pool") == "train");
  CHECK(json_of(score).at("trained_on") == true);
  score.difficulty = 6;
  CHECK(cell(score, "pool") == untrained_pool);
  CHECK(json_of(score).at("pool") == "train");
  CHECK(json_of(score).at("trained_on") == false);
  score.pool = tasks::Pool::test;
  CHECK(cell(score, "pool") == "test");
  CHECK(json_of(score).at("trained_on") == false);
}

TEST_CASE("what an older version did not save is unknown, and nothing is made of it") {
  store::Score score = half_solved();
  score.different = std::nullopt;
  score.guess = {};
  for (const char* column : {"different", "low", "high", "chance", "frequent", "constant"}) {
    CHECK(cell(score, column) == "unknown");
    CHECK(json_of(score).at(column).is_null());
  }
  CHECK(cell(score, "exact_match") == "0.5000");
  CHECK_FALSE(has_note(score));
  CHECK(json_of(score).at("above_guess").is_null());
}

}  // namespace
}  // namespace lab::train
