#include "lab/sweep/median_stopping.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/sweep/read_sweep.h"
#include "lab/sweep/stored_runs.h"
#include "lab/sweep/sweep.h"
#include "tests/lab/command/program.h"
#include "tests/lab/spec/testing.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::sweep {
namespace {

using Catch::Contains;

/// Three learning rates that learn and one that does not, in this order, each long enough for a
/// sweep to look at it several times.
std::string plan_text(const std::string& rule, const std::string& more = "") {
  return R"(
task { sorting { values: 8 } difficulty { low: 1 high: 3 } }
model { width: 16 heads: 2 blocks: 1 max_positions: 16 }
train { steps: 3000 batch: 32 warmup: 5 lanes: 1 learning_rate: 1e-2 }
score { examples: 100 pools: [ VALIDATE ] difficulties: [ 3 ] every: 50 )" +
         more + R"( }
sweep {
  axis {
    name: "rate"
    value { name: "1e-2" }
    value { name: "8e-3" set: "train.learning_rate=8e-3" }
    value { name: "9e-3" set: "train.learning_rate=9e-3" }
    value { name: "1e-6" set: "train.learning_rate=1e-6" }
  }
  )" + rule +
         " }\n";
}

const std::string rule = "median_stopping { from_step: 100 least_runs: 3 }";

std::string complaint_about_plan(const std::string& text) {
  return lab_tests::first_line(
      lab_tests::complaint([&] { parse_sweep(text, "exp.textproto", "."); }));
}

/// What a run has solved of 100 at every step so far, as its folder would hold it.
void write_scores(const std::filesystem::path& store, const spec::RunSpec& spec, int solved,
                  const std::vector<std::int64_t>& steps) {
  std::vector<store::Score> scores;
  for (const std::int64_t step : steps) {
    store::Score& score = scores.emplace_back();
    score.step = step;
    score.task = spec.main.name;
    score.pool = tasks::Pool::validate;
    score.difficulty = 3;
    score.solved = solved;
    score.asked = 100;
  }
  base::write_file(store::run_folder(store, spec.fingerprint) / "scores.tsv",
                   base::tsv(store::scores_table(scores)));
}

/// A sweep of the plan in a store of its own.
struct Stopped {
  base::ScratchFolder scratch;
  std::filesystem::path spec = scratch.path() / "exp.textproto", store = scratch.path() / "store";

  Stopped() { base::write_file(spec, plan_text(rule)); }

  tests::Ended sweep(const std::string& text) const {
    base::write_file(spec, text);
    return tests::lab({"sweep", spec, "--store", store, "-j", "1"});
  }
};

}  // namespace

TEST_CASE("a run is given up whose best is below the median of the others' averages") {
  const spec::plan::MedianStopping stopping{tasks::Pool::validate, {}, 20, 3};
  const std::vector<Trajectory> others{{{10, 0}, {20, 40}, {30, 100}},  // on average 20 until 20
                                       {{10, 20}, {20, 40}},            // 30
                                       {{10, 80}, {20, 100}},           // 90
                                       {{10, 100}}};                    // has not come so far
  CHECK(gives_up(stopping, {{10, 29}, {20, 5}}, others));
  CHECK_FALSE(gives_up(stopping, {{10, 30}, {20, 5}}, others));  // its best counts
  CHECK_FALSE(gives_up(stopping, {{10, 0}}, others));            // too early
  CHECK_FALSE(gives_up(stopping, {}, others));
  CHECK_FALSE(gives_up(stopping, {{20, 0}}, std::span(others).first(2)));  // too few
  CHECK_FALSE(gives_up(stopping, {{30, 0}}, others));  // one of them is at step 30
}

TEST_CASE("a sweep gives up what is hopeless, not twice, and not for good") {
  const Stopped here;
  const tests::Ended first = here.sweep(plan_text(rule));
  INFO(first.err);
  CHECK(first.code == 0);
  CHECK_THAT(first.err, Contains("given up, below the median: ") && Contains("rate=1e-6") &&
                            Contains("3 done, 0 cached, 0 failed, 0 claimed by others, 0 stopped, "
                                     "1 given up"));
  const spec::plan::SweepPlan plan = parse_sweep(plan_text(""), "exp.textproto", ".");
  const spec::RunSpec& hopeless = plan.runs.at(3).spec;
  const auto folder = store::run_folder(here.store, hopeless.fingerprint);
  CHECK(store::read_manifest(folder)->state == store::RunState::stopped);
  CHECK(collect_results("exp", plan.runs, here.store).size() ==
        collect_results("exp", std::span(plan.runs).first(3), here.store).size());

  const std::size_t trained = store::scores_in(folder).size();
  const tests::Ended again = here.sweep(plan_text(rule));
  CHECK(again.code == 0);
  CHECK_THAT(again.err, Contains("0 done, 3 cached") && Contains("1 given up"));
  CHECK(store::scores_in(folder).size() == trained);

  const tests::Ended all = here.sweep(plan_text(""));
  CHECK_THAT(all.err, Contains("1 done, 3 cached"));
  for (const std::size_t run : {0, 3}) {
    const spec::RunSpec& one = plan.runs[run].spec;
    CHECK((tests::bits_of(here.store, one) == tests::bits_in_one_go(one)));
  }
}

TEST_CASE("whoever is hopeless is given up, also if another's turn came first") {
  const base::ScratchFolder store;
  const spec::plan::SweepPlan plan = parse_sweep(plan_text(rule), "exp.textproto", ".");
  const auto write = [&](const std::vector<std::int64_t>& steps) {
    for (std::size_t run = 0; run < 4; ++run) {
      write_scores(store.path(), plan.runs[run].spec, run < 2 ? 1 : 90, steps);
    }
  };
  MedianWatch watch(plan.stopping.value(), plan.runs, store.path());
  write({50});
  for (const spec::plan::PlannedRun& run : plan.runs)
    CHECK_FALSE(watch.gives_up(run));  // too early
  write({50, 100});
  MedianWatch started_again(plan.stopping.value(), plan.runs, store.path());
  for (MedianWatch* one : {&watch, &started_again}) {
    for (int pass = 0; pass < 2; ++pass) {  // in the second there is nothing new
      CHECK(one->gives_up(plan.runs[0]));
      CHECK(one->gives_up(plan.runs[1]));
      CHECK_FALSE(one->gives_up(plan.runs[2]));
      CHECK_FALSE(one->gives_up(plan.runs[3]));
    }
  }
}

TEST_CASE("a rule that cannot be kept is refused where it is written") {
  CHECK_THAT(complaint_about_plan(plan_text("median_stopping { pool: TEST }")),
             Contains("sweep.median_stopping: pool test is not among score.pools"));
  CHECK_THAT(complaint_about_plan(plan_text("median_stopping { difficulty: 2 }")),
             Contains("sweep.median_stopping: difficulty 2 is not among score.difficulties"));
  CHECK_THAT(complaint_about_plan(plan_text("median_stopping { least_runs: 0 }")),
             Contains("least_runs (0) must be between 1 and 100000"));
  std::string silent = plan_text(rule);
  silent.replace(silent.find("every: 50"), 9, "         ");
  CHECK_THAT(complaint_about_plan(silent), Contains("needs score.every"));
  std::string searching = plan_text(rule);
  searching.replace(searching.find("name: \"rate\""), 12, "name: \"rate\" search { }");
  CHECK_THAT(complaint_about_plan(searching), Contains("axis rate searches"));
  const Stopped here;
  const tests::Ended slurm =
      tests::lab({"sweep", here.spec, "--store", here.store, "--executor", "slurm", "--dry-run"});
  CHECK(slurm.code == 2);
  CHECK_THAT(slurm.err, Contains("median_stopping is a local sweep's"));
}

}  // namespace lab::sweep
