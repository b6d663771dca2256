#include "lab/coverage/sweep_coverage.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "lab/sweep/read_sweep.h"

using Catch::Matchers::Contains;

namespace lab::coverage {
namespace {

const std::string two_hop =
    "task { composition { entities: 8 items: 120 } }\ntrain { steps: 1000 }\n";
const std::string sorting = "task { sorting {} }\ntrain { steps: 1000 }\n";

spec::plan::SweepPlan plan_of(const std::string& base, const std::string& sweep) {
  return sweep::parse_sweep(base + "sweep { " + sweep + " }", "exp.textproto", ".");
}

/// "name of the first run x runs" of each that is looked at.
std::vector<std::string> looked_at(const std::string& base, const std::string& sweep) {
  std::vector<std::string> all;
  for (const DataOfRuns& one : different_data(plan_of(base, sweep))) {
    all.push_back(one.run.spec.name + " x " + std::to_string(one.runs));
  }
  return all;
}

using Names = std::vector<std::string>;

const std::string seeds = "seeds { count: 3 }";
const std::string widths = "axis { name: 'width' path: 'model.width' values: ['32', '64'] }";
const std::string steps = "axis { name: 'steps' path: 'train.steps' values: ['500', '900'] }";

TEST_CASE("a setting is looked at once, whatever its seeds, and so are settings with equal data") {
  CHECK(looked_at(two_hop, widths + seeds) == Names{"exp width=32 seed=1 x 6"});
  CHECK(looked_at(sorting, widths + seeds) == Names{"exp width=32 seed=1 x 6"});
  CHECK(looked_at(two_hop,
                  "axis { name: 'items' path: 'task.composition.items' "
                  "values: ['100', '120'] }" +
                      seeds) == Names{"exp items=100 seed=1 x 3", "exp items=120 seed=1 x 3"});
}

TEST_CASE("seeds that make other worlds are looked at one by one") {
  CHECK(looked_at(two_hop, "seeds { count: 2 path: 'task.composition.world_seed' }") ==
        Names{"exp seed=1 x 1", "exp seed=2 x 1"});
}

TEST_CASE("how long and from where training draws tells the data of endless tasks apart alone") {
  const std::string streams = "axis { name: 'stream' path: 'data_seed' values: ['5', '6'] }";
  CHECK(looked_at(two_hop, steps).size() == 1);
  CHECK(looked_at(sorting, steps).size() == 2);
  CHECK(looked_at(two_hop, streams).size() == 1);
  CHECK(looked_at(sorting, streams).size() == 2);
}

TEST_CASE("what is asked tells data apart, and how it is scored does not") {
  const auto axis = [](const std::string& path, const std::string& values) {
    return "axis { name: 'asked' path: '" + path + "' values: [" + values + "] }";
  };
  CHECK(looked_at(sorting, axis("score.examples", "'10', '20'")).size() == 2);
  CHECK(looked_at(sorting, axis("score.difficulties", "'10', '20'")).size() == 2);
  CHECK(looked_at(sorting, axis("score_seed", "'1', '2'")).size() == 2);
  CHECK(looked_at(sorting, axis("score.every", "'100', '200'")).size() == 1);
  CHECK(looked_at(sorting,
                  "axis { name: 'hint' value { name: 'none' } value { name: 'copy' "
                  "set: 'hint+={copy {}}' } }")
            .size() == 2);
}

TEST_CASE("the examples looked at are shared among the settings of a sweep") {
  const SweepReport report = sweep_coverage(plan_of(sorting, steps + seeds), 20, {}, 3000);
  REQUIRE(report.reports.size() == 2);
  CHECK(report.runs == 6);
  for (const Report& one : report.reports) CHECK(one.examples == 1500);
  CHECK(report.reports[0].drawn == 500 * 64);
}

TEST_CASE("a leak in one setting is the verdict over the sweep, and is named") {
  const spec::plan::SweepPlan plan = plan_of(sorting, steps + seeds);
  SweepReport report = sweep_coverage(plan, 20, {}, 3000);
  CHECK(disjoint(report));
  CHECK_THAT(
      sweep_coverage_text(report),
      Contains("== exp steps=500 seed=1, for 3 runs\nsorting: endless pools") &&
          Contains("\nall disjoint, by content: looked at 2 of the 6 runs of exp; the others"));
  report.reports[1].parts[0].pools[1].leak = Leak{"asked", "shown"};
  CHECK_FALSE(disjoint(report));
  CHECK_THAT(
      sweep_coverage_text(report),
      Contains(
          "\nNOT disjoint, by content: 1 of them (exp steps=900 seed=1); looked at 2 of the 6"));
  const auto json = nlohmann::json::parse(sweep_coverage_json(report));
  CHECK(json["disjoint"] == false);
  CHECK(json["runs"] == 6);
  CHECK(json["settings"][0]["disjoint"] == true);
  CHECK(json["settings"][1]["disjoint"] == false);
  CHECK(json["settings"][1]["settings"]["steps"] == "900");
  CHECK(json["settings"][1]["runs"] == 3);
  CHECK(json["settings"][1]["tasks"][0]["name"] == "sorting");
}

}  // namespace
}  // namespace lab::coverage
