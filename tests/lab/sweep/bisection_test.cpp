#include "lab/sweep/bisection.h"

#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "lab/store/run_folder.h"
#include "lab/sweep/read_sweep.h"
#include "tests/lab/command/program.h"
#include "tests/lab/spec/testing.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::sweep {
namespace {

spec::plan::SweepPlan plan_of(const std::string& sweep) {
  return parse_sweep(tests::tiny_text + sweep, "tiny.textproto", ".");
}

spec::plan::SweepPlan searching(const std::string& reach) {
  return plan_of(
      base::concat("sweep {", "axis { path: 'train.steps' range { low: 11 high: 26 points: 16 } ",
                   "search { difficulty: 3 ", reach, "} }",
                   "axis { path: 'model.heads' values: ['1', '2'] }", "seeds { count: 2 } }"));
}

std::int64_t steps(const spec::plan::PlannedRun& run) { return run.spec.train.steps; }

/// Runs the bisections of a plan whose runs score so much after so many steps: by arm, the steps of
/// the runs that were made.
std::map<std::string, std::set<std::int64_t>> made_until_found(
    const spec::plan::SweepPlan& plan, const std::function<double(std::int64_t)>& percent_after) {
  std::map<std::string, double> known;
  std::map<std::string, std::set<std::int64_t>> made;
  while (true) {
    const auto needed =
        needed_runs(plan, [&](const spec::plan::PlannedRun& run) -> std::optional<double> {
          const auto found = known.find(run.spec.fingerprint);
          return found == known.end() ? std::nullopt : std::optional(found->second);
        });
    if (needed.empty()) return made;
    for (const spec::plan::PlannedRun& run : needed) {
      known[run.spec.fingerprint] = percent_after(steps(run));
      const std::string arm =
          run.settings[1].value + " heads, seed " + std::to_string(run.spec.seed);
      CHECK(made[arm].insert(steps(run)).second);  // none twice
    }
  }
}

}  // namespace

TEST_CASE("a search finds the first value that reaches the score, in few runs") {
  const spec::plan::SweepPlan plan = searching("reach: 50");
  REQUIRE(plan.search);
  CHECK(plan.search->values.front() == "11");
  CHECK(plan.runs.size() == 64);
  CHECK(most_runs_of(plan) == 4 * 5);
  for (const std::int64_t first : {0, 11, 12, 17, 25, 26, 99}) {
    const auto made =
        made_until_found(plan, [&](std::int64_t after) { return after >= first ? 50 : 49.9; });
    CHECK(made.size() == 4);
    for (const auto& [arm, values] : made) {
      INFO(arm << ", from " << first);
      CHECK(values.size() <= 5);
      if (first <= 26) CHECK(values.contains(std::max<std::int64_t>(first, 11)));
      if (first > 11) CHECK(values.contains(std::min<std::int64_t>(first - 1, 26)));
    }
  }
}

TEST_CASE("a search for several scores finds each, and its bisections share runs") {
  const spec::plan::SweepPlan plan = searching("reach: 90 reach: 20");
  CHECK(plan.search->reaches == std::vector<double>{90, 20});
  CHECK(most_runs_of(plan) == 4 * 9);
  for (const auto& [low, high] : {std::pair(11, 26), {13, 14}, {20, 20}, {16, 27}, {27, 27}}) {
    const auto made = made_until_found(plan, [&](std::int64_t after) {
      return after >= high ? 90 : after >= low ? 20 : 0;
    });
    CHECK(made.size() == 4);
    for (const auto& [arm, values] : made) {
      INFO(arm << ", 20 % from " << low << ", 90 % from " << high);
      CHECK(values.size() <= 9);
      for (const std::int64_t first : {low, high}) {
        if (first <= 26) CHECK(values.contains(first));
        if (first > 11) CHECK(values.contains(first - 1));
      }
    }
  }
}

TEST_CASE("without a search all runs without scores are needed") {
  const spec::plan::SweepPlan plan = plan_of("sweep { seeds { count: 3 } }");
  const auto needed =
      needed_runs(plan, [&](const spec::plan::PlannedRun& run) -> std::optional<double> {
        return run.spec.seed == 2 ? std::optional(0.0) : std::nullopt;
      });
  CHECK(needed.size() == 2);
  CHECK(most_runs_of(plan) == 3);
}

TEST_CASE("a search looks at the last score where it was told to") {
  const spec::plan::SweepPlan plan = searching("reach: 50");
  const spec::RunSpec& spec = plan.runs[0].spec;
  std::vector<store::Score> scores{{20, "sorting", tasks::Pool::test, 3, 9, 10},
                                   {40, "sorting", tasks::Pool::test, 3, 6, 10},
                                   {40, "sorting", tasks::Pool::test, 6, 1, 10},
                                   {40, "successor", tasks::Pool::test, 3, 2, 10}};
  CHECK(searched_percent(plan, spec, scores) == 60);
  CHECK_FALSE(searched_percent(plan, spec, {}).has_value());
  scores[1].difficulty = 4;
  CHECK_THROWS_WITH(searched_percent(plan, spec, scores),
                    Catch::Contains("has no score of sorting, pool test, difficulty 3"));
}

TEST_CASE("a sweep that searches runs what it needs, and goes on where it stopped") {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "search.textproto", store = scratch.path() / "store";
  base::write_file(file, tests::tiny_text + R"(sweep {
    axis { path: "train.steps" values: ["11", "12", "13", "14", "1500"] search { difficulty: 3 reach: 10 } }
  })");
  const std::vector<std::string> words{"sweep", file, "--store", store};
  std::vector<std::string> dry = words;
  dry.emplace_back("--dry-run");
  CHECK_THAT(tests::lab(dry).err, Catch::Contains("at most 3 of 5 runs will be made"));
  const tests::Ended ended = tests::lab(words);
  INFO(ended.err);
  CHECK(ended.code == 0);
  CHECK(store::all_runs(store).size() == 3);  // 13, then 1500 and 14: the first two are too few
  CHECK(tests::lab(words).code == 0);
  CHECK(store::all_runs(store).size() == 3);
  std::vector<std::string> slurm = words;
  slurm.insert(slurm.end(), {"--executor", "slurm"});
  CHECK(tests::lab(slurm).code == 2);
}

TEST_CASE("only one axis may search") {
  CHECK_THROWS_WITH(plan_of(R"(sweep {
    axis { path: "train.steps" values: ["11", "12"] search {} }
    axis { path: "train.batch" values: ["8", "9"] search {} }
  })"),
                    Catch::Contains("sweep.axis[1].search: another axis searches already"));
}

}  // namespace lab::sweep
