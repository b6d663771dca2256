#include "lab/compare/read_comparison.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/compare/rows.h"
#include "lab/store/run_folder.h"
#include "lab/sweep/read_sweep.h"
#include "tests/lab/compare/testing.h"
#include "tests/lab/figure/testing.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::compare {
namespace {

using Catch::Contains;
using Names = std::vector<std::string>;

Names names_of(const Comparison& comparison) {
  Names names;
  for (const Arm& arm : comparison.arms) names.push_back(name_of(arm, comparison));
  return names;
}

}  // namespace

TEST_CASE("the runs of a sweep are in arms by their settings, with what the store has") {
  const base::ScratchFolder scratch;
  const auto file = tests::scored_sweep(scratch.path(), {40, 60, 80}, {90, 20});
  const Comparison comparison = read_comparison({{file}, {}, {}, scratch.path() / "store"});
  CHECK(comparison.name == "widths");
  CHECK(comparison.axes == Names{"width"});
  CHECK(names_of(comparison) == Names{"width=8", "width=16"});
  CHECK(finished_runs(comparison.arms[0]).size() == 3);
  REQUIRE(comparison.arms[1].runs.size() == 3);
  CHECK(comparison.arms[1].runs[2].standing == "missing");
  CHECK(remarks_on(comparison) ==
        Names{"1 of 6 runs are not finished and left out: width=16 seed 3 (missing)",
              "fit: 3 of 5 runs solve 99 % of their training questions; unfit: width=8 seed 1 "
              "(98.0 %), width=16 seed 2 (98.0 %): what it scores past training says nothing about "
              "generalization"});
}

TEST_CASE("single runs are in arms by what tells them apart, in any order") {
  const base::ScratchFolder scratch;
  const auto file = tests::scored_sweep(scratch.path(), {40, 60}, {90, 20});
  const auto store = scratch.path() / "store";
  Names words;
  for (const spec::plan::PlannedRun& run : sweep::read_sweep(file).runs) {
    words.push_back(run.spec.fingerprint.substr(0, 8));
  }
  const Comparison comparison = read_comparison({words, {}, {}, store});
  CHECK(names_of(comparison) == Names{"model.width=8", "model.width=16"});
  const Comparison other = read_comparison({{words.rbegin(), words.rend()}, {}, {}, store});
  CHECK(names_of(other) == Names{"model.width=16", "model.width=8"});
  const std::vector<Row> rows = rows_of(comparison), turned = rows_of(other);
  REQUIRE(rows.size() == 4);
  REQUIRE(turned.size() == 4);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& same = turned[(i + 2) % 4];
    CHECK(rows[i].point.seed_values == same.point.seed_values);
    CHECK(rows[i].point.value.middle == same.point.value.middle);
  }
}

TEST_CASE("a run beside a sweep is told by the name of its spec, and one named twice is one") {
  const base::ScratchFolder scratch;
  const auto file = tests::scored_sweep(scratch.path(), {40, 60}, {90, 20});
  const auto store = scratch.path() / "store";
  tests::finish(store, tests::tiny_spec({"seed=9"}), {tests::tiny_score(6, 5, 100)});
  const std::string run = tests::tiny_spec({"seed=9"}).fingerprint;
  const Comparison comparison = read_comparison({{file, run, store / run}, {}, {}, store});
  CHECK(names_of(comparison) ==
        Names{"sweep=widths, width=8", "sweep=widths, width=16", "sweep=tiny"});
  CHECK(comparison.arms[2].runs.size() == 1);
}

TEST_CASE("conditions choose arms by an axis, and runs by a field") {
  const base::ScratchFolder scratch;
  const auto file = tests::scored_sweep(scratch.path(), {40, 60}, {90, 20});
  const auto store = scratch.path() / "store";
  CHECK(names_of(read_comparison({{file}, {"width=16"}, {}, store})) == Names{"width=16"});
  CHECK(names_of(read_comparison({{file}, {"model.width=16"}, {}, store})) == Names{"width=16"});
  const Comparison whole = read_comparison({{}, {"seed=2"}, {}, store});
  CHECK(whole.axes == Names{"model.width"});
  CHECK(whole.arms.size() == 2);
  const auto where = [&](const std::string& condition) {
    return tests::error_of([&] { read_comparison({{file}, {condition}, {}, store}); });
  };
  CHECK_THAT(where("width=17"), Contains("2: --where: width: no run has `17`"));
  CHECK_THAT(where("model.widht=16"), Contains("3: ") && Contains("did you mean `width`"));
  CHECK_THAT(where("seed=5"), Contains("2: no run in "));
}

TEST_CASE("nothing named, nothing finished and a file that is not there are said") {
  const base::ScratchFolder scratch;
  const auto file = tests::tiny_sweep(scratch.path(), 1);
  const auto store = scratch.path() / "store";
  CHECK_THAT(tests::error_of([&] {
               read_comparison({{}, {}, {}, store});
             }),
             Contains("2: wanted SPECs or RUNs"));
  CHECK_THAT(tests::error_of([&] {
               require_finished(read_comparison({{file}, {}, {}, store}), store);
             }),
             Contains("4: ") && Contains("no finished run to compare") &&
                 Contains("width=8 seed 1 (missing)"));
  CHECK_THAT(tests::error_of([&] {
               read_comparison({{scratch.path() / "none.textproto"}, {}, {}, store});
             }),
             Contains("none.textproto"));
  CHECK_THAT(tests::error_of([&] {
               read_comparison({{"3f"}, {}, {"seed=2"}, store});
             }),
             Contains("no run `3f`"));
}

TEST_CASE("a run whose folder cannot be read is named and hides no other") {
  const base::ScratchFolder scratch;
  const auto file = tests::scored_sweep(scratch.path(), {40, 60}, {90, 20});
  const auto store = scratch.path() / "store";
  const auto folder =
      store::run_folder(store, sweep::read_sweep(file).runs.front().spec.fingerprint);
  base::write_file(folder / "scores.tsv", "step\ttask\n60\n");
  const Comparison comparison = read_comparison({{file}, {}, {}, store});
  CHECK(finished_runs(comparison.arms[0]).size() == 1);
  CHECK_THAT(remarks_on(comparison)[0], Contains("width=8 seed 1 (") && Contains("scores.tsv"));
}

}  // namespace lab::compare
