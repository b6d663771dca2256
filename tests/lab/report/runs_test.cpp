#include "lab/report/runs.h"

#include <catch2/catch.hpp>

#include "tests/lab/command/checkout.h"

namespace lab::report {
namespace {

using tasks::Pool;

store::Score score_of(tasks::Pool pool, std::int64_t step, int difficulty, std::int64_t solved) {
  store::Score score;
  score.step = step;
  score.task = "sorting";
  score.pool = pool;
  score.difficulty = difficulty;
  score.solved = solved;
  score.asked = 100;
  score.different = 100;
  return score;
}

/// The only row of the table of the first planned run with these scores, under its head.
std::string runs_of(const std::vector<std::pair<std::string, store::Score>>& scores) {
  const tests::Checkout here;
  ReportExperiment one;
  const spec::plan::SweepPlan plan = paper::plans_of(here.experiment(), paper::Scale::cpu).at(0);
  one.sweeps.push_back({"cpu.textproto", "", plan});
  for (const auto& [sweep, score] : scores) {
    one.rows.push_back({sweep, plan.runs.at(0).spec.fingerprint, 1, {}, score});
  }
  return runs_table(one).code;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a run shows what it solves last and hardest in every pool held out") {
  store::Score facet = score_of(tasks::Pool::oo, 9, 4, 99);
  facet.facet = store::FacetValue{"length", 4};
  const std::string code = runs_of({{"main", score_of(tasks::Pool::ii, 6, 4, 10)},
                                    {"main", score_of(tasks::Pool::ii, 9, 2, 20)},
                                    {"main", score_of(tasks::Pool::ii, 9, 4, 30)},
                                    {"main", facet},
                                    {"main", score_of(tasks::Pool::oo, 9, 4, 40)},
                                    {"main", score_of(tasks::Pool::train, 9, 4, 50)}});
  CHECK(has(code, ">solved, ii<"));
  CHECK(has(code,
            "<td class=\"n\">9</td><td class=\"n\">4</td>"
            "<td class=\"n\">30 of 100</td>"
            "<td class=\"n\">40 of 100</td></tr>"));
  CHECK(!has(code, "train"));
}

TEST_CASE("a run says how many of its questions differ, and that it is not above guessing") {
  store::Score score = score_of(tasks::Pool::ii, 9, 4, 7);
  score.different = 19;
  CHECK(has(runs_of({{"main", score}}), ">7 of 100, of which 19 differ<"));
  score.guess = {.chance = 0.01, .frequent = 7, .constant = 2};
  CHECK(has(runs_of({{"main", score}}), ">7 of 100, of which 19 differ, not above guessing<"));
  score.different = std::nullopt;
  score.guess = {};
  CHECK(has(runs_of({{"main", score}}), ">7 of 100, unknown how many differ<"));
}

TEST_CASE("a run shows no score of another sweep's row, as symbolic learners have on it") {
  CHECK(!has(runs_of({{"main_symbolic", score_of(tasks::Pool::ii, 9, 4, 100)}}), "<td"));
  CHECK(has(runs_of({{"main", score_of(tasks::Pool::ii, 9, 4, 7)},
                     {"main_symbolic", score_of(tasks::Pool::ii, 9, 4, 100)}}),
            ">7 of 100<"));
}

}  // namespace lab::report
