#include "lab/sweep/cost.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "base/stop.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/sweep/read_sweep.h"
#include "lab/train/train_run.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::sweep {
namespace {

/// Three seeds of the tiny run: the first finished, in 100 seconds as its manifest has it; the
/// second stopped with half of its 60 steps taken; the third not begun.
struct Begun {
  base::ScratchFolder scratch;
  std::filesystem::path file = scratch.path() / "seeds.textproto";
  std::filesystem::path store = scratch.path() / "store";
  spec::plan::SweepPlan plan;

  Begun() {
    base::write_file(file, tests::tiny_text + "sweep { seeds { count: 3 } }\n");
    plan = read_sweep(file);
    train::train_run(train::lesson_of(plan.runs.at(0).spec), {store, 1, {}});
    const auto folder = store::run_folder(store, plan.runs[0].spec.fingerprint);
    store::Manifest manifest = store::read_manifest(folder).value();
    manifest.wall_seconds = 100;
    store::write_manifest(*store::Claim::take(folder), manifest);
    train::train_run(train::lesson_of(plan.runs.at(1).spec),
                     {store, 1, [](const train::TrainingReport& progress) {
                        if (progress.step >= 30) base::request_stop();
                      }});
  }
};

TEST_CASE("a run that is half done costs half of what a finished one of its setting took") {
  const Begun begun;
  const SweepCost cost = sweep_cost(begun.plan.runs, begun.store, 1);
  CHECK(cost.missing == 2);
  CHECK(cost.recorded == 1);
  CHECK(cost.measured == 0);
  CHECK(cost.seconds == Approx(50 + 100));
  CHECK(sweep_cost(std::span(begun.plan.runs).first(2), begun.store, 1).seconds == Approx(50));
}

TEST_CASE("runs of one step cost what it takes to begin them, however many") {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "many.textproto";
  base::write_file(file, tests::tiny_text + "sweep { seeds { count: 200 } }\n");
  const spec::plan::SweepPlan plan = read_sweep(file, {"train.steps=1", "train.warmup=0"});
  const SweepCost cost = sweep_cost(plan.runs, scratch.path() / "store", 1);
  CHECK(cost.missing == 200);
  CHECK(cost.seconds >= 200 * 0.1);
}

TEST_CASE("a dry run says what is left to do, by runs at a time") {
  const Begun begun;
  const auto said = [&](const std::string& jobs) {
    return tests::lab({"sweep", begun.file, "--store", begun.store, "--dry-run", "-j", jobs}).err;
  };
  const std::string settings =
      " (settings: 1 by finished runs, 0 by a few steps each, scoring not counted), up to 20 MB of "
      "memory each\n";
  CHECK(said("1") == "2 of 3 runs to do: about 2 min 30 s with -j 1" + settings);
  CHECK(said("9") == "2 of 3 runs to do: about 1 min 15 s with -j 2" + settings);
}

}  // namespace
}  // namespace lab::sweep
