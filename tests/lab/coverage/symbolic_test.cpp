#include "lab/coverage/symbolic.h"

#include <catch2/catch.hpp>
#include <set>

#include "lab/coverage/report.h"
#include "lab/sweep/read_sweep.h"
#include "tests/lab/spec/testing.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::coverage {
namespace {

spec::plan::SweepPlan composition_plan(const std::string& search) {
  return sweep::parse_sweep(R"(
task { composition { formula: TWO_HOP entities: 8 items: 100 } }
model { width: 16 heads: 1 blocks: 1 max_positions: 16 }
train { steps: 10 batch: 8 warmup: 1 }
score { pools: [ TYPE_0 ] }
sweep {
  name: "items"
  axis { path: "task.composition.items" values: ["60", "80", "100", "120", "140", "160"] )" +
                                search + R"( }
  seeds { count: 2 path: "task.composition.world_seed" }
})",
                            "composition.textproto", ".");
}

}  // namespace

TEST_CASE("there are symbolic learners of finite functions, and of nothing else") {
  const auto plan_of = [](const std::string& task) {
    return sweep::parse_sweep(
        "task { " + task + " } train { steps: 20 } sweep { name: 's' seeds { count: 1 } }",
        "s.textproto", ".");
  };
  CHECK(has_symbolic(plan_of("composition {}")));
  CHECK(has_symbolic(plan_of("knowledge {}")));
  CHECK(has_symbolic(plan_of("comparison {}")));
  CHECK(!has_symbolic(plan_of("sorting {}")));
  CHECK(!has_symbolic(plan_of("scan {}")));
  CHECK_THROWS(symbolic_scores(plan_of("sorting {}"), {}));
}

TEST_CASE("a symbolic learner answers what is covered, and no other item") {
  const spec::plan::SweepPlan plan = composition_plan("");
  const std::vector<store::ResultRow> rows = symbolic_scores(plan, {});
  for (const store::ResultRow& row : rows) {
    CHECK(row.sweep == "items_symbolic");
    CHECK(row.score.step == 10);
    REQUIRE(row.settings.back().axis == "k");
    if (row.seed != 2 || row.settings[0].value != "100") continue;
    const spec::RunSpec& spec = plan.runs.at(5).spec;
    REQUIRE(spec.fingerprint == row.fingerprint);
    const auto items =
        cutoff_coverage(train::lesson_of(spec).mixture.task(0), {})->items.at(row.score.pool);
    std::int64_t covered = 0, all = 0;
    for (const auto& [k, count] : items) {
      all += count;
      if (k >= std::stoi(row.settings.back().value)) covered += count;
    }
    CHECK(row.score.solved == covered);
    CHECK(row.score.asked == all);
  }
}

TEST_CASE("of a search a symbolic learner makes the runs it needs") {
  const spec::plan::SweepPlan plan = composition_plan("search { pool: TYPE_0 reach: 90 }");
  const std::vector<store::ResultRow> rows = symbolic_scores(plan, {});
  std::map<std::string, std::set<std::string>> made;
  for (const store::ResultRow& row : rows) {
    CHECK(row.score.pool == tasks::Pool::type_0);
    made[row.settings.back().value + std::to_string(row.seed)].insert(row.settings[0].value);
  }
  CHECK(made.size() == 8);
  for (const auto& [learner, values] : made) CHECK(values.size() <= 3);
}

TEST_CASE("a task that is no finite function has no symbolic learners") {
  const spec::plan::SweepPlan plan = sweep::parse_sweep(tests::tiny_text, "tiny.textproto", ".");
  CHECK_THROWS_WITH(symbolic_scores(plan, {}), Catch::Contains("is no finite function"));
}

}  // namespace lab::coverage
