#include "lab/report/known.h"

#include <catch2/catch.hpp>

#include "lab/report/known_figure.h"

namespace lab::report {
namespace {

/// A run of a sweep, which solves so many of 100 at each difficulty from 1 on.
struct Planned {
  std::string sweep, setting;
  std::uint64_t seed;
  bool hinted;
  std::vector<int> solved;
};

void add_row(const Planned& run, tasks::Pool pool, int difficulty, int solved, std::int64_t step,
             ReportExperiment* to) {
  store::ResultRow row;
  row.sweep = run.sweep;
  row.fingerprint = run.setting + std::to_string(run.seed);
  row.seed = run.seed;
  row.score.task = "sorting";
  row.score.pool = pool;
  row.score.difficulty = difficulty;
  row.score.solved = solved;
  row.score.asked = 100;
  row.score.step = step;
  row.score.guess.chance = 0.1;
  to->rows.push_back(row);
}

ReportExperiment experiment_of(const std::vector<Planned>& runs) {
  ReportExperiment experiment;
  experiment.name = "tiny";
  for (const Planned& run : runs) {
    if (experiment.sweeps.empty() || experiment.sweeps.back().plan.name != run.sweep) {
      experiment.sweeps.emplace_back().plan.name = run.sweep;
    }
    spec::plan::PlannedRun planned;
    planned.spec.main.name = "sorting";
    planned.spec.main.difficulty = {1, 2};
    if (run.hinted) planned.spec.hints.emplace_back().name = "successor";
    planned.spec.fingerprint = run.setting + std::to_string(run.seed);
    planned.settings = {{"arm", run.setting}};
    experiment.sweeps.back().plan.runs.push_back(planned);
    add_row(run, tasks::Pool::train, 1, 100, 20, &experiment);
    add_row(run, tasks::Pool::test, 1, 0, 10, &experiment);  // an earlier step
    for (std::size_t i = 0; i < run.solved.size(); ++i) {
      add_row(run, tasks::Pool::test, static_cast<int>(i) + 1, run.solved[i], 20, &experiment);
    }
  }
  return experiment;
}

}  // namespace

TEST_CASE("what is known of a task is the arm without a hint that was asked furthest") {
  const std::vector<ReportExperiment> all{
      experiment_of({{"first", "short", 1, false, {90, 90}},
                     {"second", "far", 1, false, {99, 80, 10}},
                     {"second", "far", 2, false, {97, 90, 20}},
                     {"second", "far", 3, false, {98, 70, 30}},
                     {"third", "hinted", 1, true, {99, 99, 99, 99}}})};
  const auto known = known_of("sorting", all);
  REQUIRE(known);
  CHECK(known->sweep == "second");
  CHECK(known->setting == "arm=far");
  CHECK(known->asked_alone);
  CHECK(known->runs == 3);
  CHECK(known->steps == 20);
  REQUIRE(known->points.size() == 3);
  CHECK(known->points[1].percent.middle == 80);
  CHECK(known->points[1].percent.low == 70);
  CHECK(*known->points[1].guess == Approx(10));
  CHECK(known->fit->fitted == 3);
  CHECK(known->is_curve());
  CHECK(!known_of("parity", all));
}

TEST_CASE("a task that is only trained with a hint is known from there, and that is said") {
  const std::vector<ReportExperiment> all{
      experiment_of({{"third", "hinted", 1, true, {99, 99, 99, 99}}})};
  const auto known = known_of("sorting", all);
  REQUIRE(known);
  CHECK(!known->asked_alone);
  CHECK(!known_of("successor", all));  // was asked nothing
}

TEST_CASE("the small figure tells its numbers to those who do not see it") {
  const std::vector<ReportExperiment> all{experiment_of({{"s", "a", 1, false, {100, 25}}})};
  const std::string curve = known_figure(*known_of("sorting", all), "sorting").code;
  CHECK(curve.find("sorting: exact match, median of 1 runs; test at difficulty 1: 100 % (guessing "
                   "10.0 %); test at difficulty 2: 25.0 % (guessing 10.0 %)") != curve.npos);
  CHECK(curve.find("class=\"plain\"") == curve.npos);
}

}  // namespace lab::report
