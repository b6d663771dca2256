#include "lab/paper/reproduce.h"

#include <signal.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "base/file.h"
#include "lab/paper/missing_runs.h"
#include "lab/paper/scored_rows.h"
#include "lab/paper/verify.h"
#include "lab/store/claim.h"
#include "lab/store/manifest.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"
#include "lab/sweep/read_sweep.h"
#include "tests/lab/command/checkout.h"
#include "tests/lab/command/program.h"
#include "tests/lab/figure/testing.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::paper {
namespace {

namespace fs = std::filesystem;
using tests::Checkout;

spec::plan::PlannedRun planned(const std::string& fingerprint, std::uint64_t seed,
                               const std::string& arm) {
  spec::plan::PlannedRun run;
  run.spec.fingerprint = fingerprint;
  run.spec.seed = seed;
  run.settings = {{"arm", arm}};
  return run;
}

/// One more sweep of the experiment, after `main`, of one run of so many steps. Gives the run.
spec::RunSpec add_sweep(const Checkout& here, const std::string& name, const std::string& steps) {
  const fs::path file = here.folder / ("cpu_" + name + ".textproto");
  base::write_file(file,
                   "task { sorting { values: 20 } difficulty { low: 1 high: 3 } }\n"
                   "model { width: 8 heads: 1 blocks: 1 }\n"
                   "train { batch: 2 warmup: 1 checkpoint_every: 10 steps: " +
                       steps +
                       " }\n"
                       "score { examples: 5 difficulties: [2, 4] pools: [TRAIN, TEST] }\n");
  return sweep::read_sweep(file).runs.at(0).spec;
}

}  // namespace

TEST_CASE("reproduce trains what is missing, draws, compares, and does nothing twice") {
  const Checkout here;
  const tests::Ended first = here.run({"tiny"});
  INFO(first.err);
  REQUIRE(first.code == 0);
  CHECK(first.err.find("sweep main: 0 of 2 runs have scores") != first.err.npos);
  CHECK(first.err.find("lines.svg") != first.err.npos);
  CHECK(first.err.find("the paper's claim (Nobody 2000): tiny\n") != first.err.npos);
  CHECK(first.err.find("our finding (scale cpu): it does\n") != first.err.npos);
  CHECK(first.out == base::read_file(here.results / "gap.tsv"));
  CHECK(fs::exists(here.results / "lines.png"));
  CHECK(rows_in(here.results).size() == 8);  // 2 runs x 2 pools x 2 difficulties

  // A clean checkout holds the results, and no run.
  fs::remove_all(here.store);
  const std::string svg = base::read_file(here.results / "lines.svg");
  fs::remove(here.results / "lines.svg");
  const tests::Ended again = here.run({"tiny"});
  CHECK(again.code == 0);
  CHECK(!fs::exists(here.store));
  CHECK(again.out == first.out);
  CHECK((base::read_file(here.results / "lines.svg") == svg));
}

TEST_CASE("what the store has finished is taken and drawn, also without training") {
  const Checkout here;
  CHECK(here.run({"tiny", "--no-train"}).code == 4);
  const tests::Ended sweep =
      tests::lab({"sweep", here.folder / "cpu.textproto", "--store", here.store});
  REQUIRE(sweep.code == 0);
  const tests::Ended drawn = here.run({"tiny", "--no-train"});
  INFO(drawn.err);
  CHECK(drawn.code == 0);
  CHECK(rows_in(here.results).size() == 8);
  CHECK(fs::exists(here.results / "lines.svg"));
}

TEST_CASE("a stop ends reproduce, whatever failed before, and no sweep begins after it") {
  const Checkout here;
  const spec::RunSpec bad = sweep::read_sweep(here.folder / "cpu.textproto").runs.at(0).spec;
  base::write_file(store::run_folder(here.store, bad.fingerprint) / "spec.textproto", "stepz: 3\n");
  const auto lasting = store::run_folder(here.store, add_sweep(here, "b", "1000000").fingerprint);
  const auto next = store::run_folder(here.store, add_sweep(here, "c", "4").fingerprint);
  tests::Program program(
      {"reproduce", "tiny", "--experiments", here.experiments, "--store", here.store});
  while (program.running() && store::checkpoint_steps(lasting).empty()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  program.send(SIGINT);
  const tests::Ended ended = program.wait();
  INFO(ended.err);
  CHECK(ended.code == 130);
  CHECK(ended.err.find("failed: " + bad.fingerprint) != ended.err.npos);
  CHECK(store::read_manifest(lasting)->state == store::RunState::stopped);
  CHECK(!fs::exists(next));
}

TEST_CASE("a run that another process is at does not keep reproduce from the other sweeps") {
  const Checkout here;
  const spec::RunSpec held = sweep::read_sweep(here.folder / "cpu.textproto").runs.at(0).spec;
  const auto folder = store::run_folder(here.store, held.fingerprint);
  store::prepare_run_folder(folder, held);
  const auto next = store::run_folder(here.store, add_sweep(here, "b", "4").fingerprint);
  std::optional<store::Claim> claim = store::Claim::take(folder);
  const tests::Ended beside = here.run({"tiny"});
  INFO(beside.err);
  CHECK(beside.code == 75);
  CHECK(beside.err.find("1 claimed by others") != beside.err.npos);
  CHECK(store::is_finished(next));
  claim.reset();
  CHECK(here.run({"tiny"}).code == 0);
}

TEST_CASE("for one figure the sweeps are run that it names anywhere, and no others") {
  const Checkout here;
  const auto other = store::run_folder(here.store, add_sweep(here, "b", "4").fingerprint);
  const auto unasked = store::run_folder(here.store, add_sweep(here, "c", "5").fingerprint);
  std::string figures = base::read_file(here.folder / "figures.textproto");
  figures +=
      "figure { name: 'less' x_label: 'items' rows { task: 'sorting' }\n"
      "  series { label: 'gap' rows { sweep: 'main' } minus { sweep: 'cpu_b' task: 'sorting' } } "
      "}\n";
  base::write_file(here.folder / "figures.textproto", figures);
  const tests::Ended ended = here.run({"tiny/less"});
  INFO(ended.err);
  CHECK(ended.code == 0);
  CHECK(store::is_finished(other));
  CHECK(!fs::exists(unasked));
}

TEST_CASE("of a search only the runs that it comes to are to be run") {
  spec::plan::SweepPlan plan = sweep::parse_sweep(std::string(tests::tiny_text) + R"(
sweep {
  axis { path: "train.batch" values: ["4", "5", "6", "7", "8"] search { pool: TEST reach: 50 } }
})",
                                                  "tiny.textproto", ".");
  const auto row = [&](std::size_t run, std::int64_t solved) {
    const spec::RunSpec& spec = plan.runs[run].spec;
    store::Score score;
    score.step = spec.train.steps;
    score.task = spec.main.name;
    score.pool = tasks::Pool::test;
    score.difficulty = std::ranges::max(spec.score.difficulties);
    score.solved = solved;
    score.asked = 100;
    return store::ResultRow{plan.name, spec.fingerprint, spec.seed, plan.runs[run].settings, score};
  };
  const std::span<const spec::plan::SweepPlan> plans(&plan, 1);
  CHECK(paper_progress(plans, {}).planned < 5);
  const std::vector<store::ResultRow> begun{row(2, 90)};
  CHECK(paper_progress(plans, begun).done == 1);
  CHECK(paper_progress(plans, begun).planned > 1);
  const std::vector<store::ResultRow> found{row(2, 90), row(0, 10), row(1, 20)};
  CHECK(paper_progress(plans, found).done == 3);
  CHECK(paper_progress(plans, found).planned == 3);
}

TEST_CASE("symbolic rows of a spec that was changed since are not drawn") {
  const base::ScratchFolder folder;
  CHECK(symbolic_rows_in(folder.path(), {}).empty());
  const std::vector<store::ResultRow> rows{{"main_symbolic", "aa", 1, {{"k", "2"}}, {}},
                                           {"main_symbolic", "bb", 1, {{"k", "2"}}, {}}};
  base::write_file(folder.path() / "symbolic.tsv", base::tsv(store::results_table(rows)));
  spec::plan::SweepPlan plan;
  plan.runs = {planned("bb", 1, "a")};
  const std::vector<store::ResultRow> found = symbolic_rows_in(folder.path(), std::span(&plan, 1));
  REQUIRE(found.size() == 1);
  CHECK(found[0].fingerprint == "bb");
}

TEST_CASE("scores of another scale are kept apart and a scale must be written down") {
  const Checkout here;
  fs::copy(here.folder / "cpu.textproto", here.folder / "smoke.textproto");
  CHECK_THAT(here.run({"tiny", "--scale", "smoke"}).err, Catch::EndsWith(", 2 seeds at most.\n"));
  CHECK(fs::exists(here.results / "smoke" / "scores.tsv"));
  CHECK(!fs::exists(here.results / "scores.tsv"));
  const tests::Ended full = here.run({"tiny", "--scale", "full"});
  CHECK(full.code == 2);
  CHECK(full.err.find("has no full.textproto or full_*.textproto: this scale is not written "
                      "down") != full.err.npos);
}

TEST_CASE("reproduce without a paper lists the experiments") {
  const Checkout here;
  const std::string columns = "experiment\tsmoke\tcpu\tfull\tpaper_claim\tour_finding\n";
  CHECK(here.run({}).out == columns + "tiny\t-\t0/2 runs\t-\ttiny\tit does\n");
  CHECK(here.run({"tiny"}).code == 0);
  CHECK(here.run({}).out == columns + "tiny\t-\t2/2 runs\t-\ttiny\tit does\n");
}

TEST_CASE("a paper or a figure that there is not is refused with the nearest") {
  const Checkout here;
  const tests::Ended paper = here.run({"tinny"});
  CHECK(paper.code == 2);
  CHECK(paper.err.find("(did you mean `tiny`?)") != paper.err.npos);
  const tests::Ended figure = here.run({"tiny/line"});
  CHECK(figure.code == 2);
  CHECK(figure.err.find("no figure `line` in tiny (did you mean `lines`?)") != figure.err.npos);
  CHECK(here.run({"tiny", "--scale", "cup"}).code == 2);
}

TEST_CASE("drawing what has never been run is an error that says what to do") {
  const Checkout here;
  const tests::Ended ended = here.run({"tiny", "--no-train"});
  CHECK(ended.code == 4);
  CHECK(ended.err.find("scores.tsv: no scores to draw; run `lab reproduce tiny` without "
                       "--no-train") != ended.err.npos);
  CHECK(!fs::exists(here.store));
}

TEST_CASE("scores without a column are refused with its name") {
  const Checkout here("1");
  REQUIRE(here.run({"tiny"}).code == 0);
  base::Table table = base::read_tsv(here.results / "scores.tsv");
  table.columns[table.column("solved")] = "sloved";
  base::write_file(here.results / "scores.tsv", base::tsv(table));
  const tests::Ended ended = here.run({"tiny", "--no-train"});
  CHECK(ended.code == 4);
  CHECK(ended.err.find("solved") != ended.err.npos);
}

TEST_CASE("committed scores are what training gives again, and a changed count is found") {
  const Checkout here;
  REQUIRE(here.run({"tiny"}).code == 0);
  const VerifyPaperOptions options{2, 1, here.scratch.path() / "results",
                                   here.scratch.path() / "again"};
  const VerifiedPaper good = verified_paper(here.experiment(), options);
  CHECK(good.good);
  CHECK(good.table.rows.size() == 8);
  CHECK(good.stale.empty());

  std::vector<store::ResultRow> rows = rows_in(here.results);
  rows[0].score.solved = rows[0].score.solved == 0 ? 1 : rows[0].score.solved - 1;
  rows.push_back(tests::scored("gone", 1, 4, 1, 5));
  base::write_file(here.results / "scores.tsv", base::tsv(store::results_table(rows)));
  const VerifiedPaper bad = verified_paper(here.experiment(), options);
  CHECK(!bad.good);
  CHECK(bad.table.rows[0].back() == "differs");
  CHECK(bad.stale == std::vector<std::string>{"gone1"});
}

TEST_CASE("the runs that are cheapest to train again are verified first, wherever they stand") {
  const Checkout here("1");  // 3 steps
  const std::string dear = add_sweep(here, "b", "9").fingerprint;
  const std::string cheap = add_sweep(here, "c", "2").fingerprint;
  std::string figures = base::read_file(here.folder / "figures.textproto");
  figures.replace(figures.find("rows { task"), 6, "rows { sweep: 'main'");  // the claim's
  base::write_file(here.folder / "figures.textproto", figures);
  const tests::Ended reproduced = here.run({"tiny"});
  INFO(reproduced.err);
  REQUIRE(reproduced.code == 0);
  const auto verified = [&](int runs) {
    std::vector<std::string> fingerprints;
    const VerifyPaperOptions options{runs, 1, here.scratch.path() / "results",
                                     here.scratch.path() / "again"};
    for (const auto& row : verified_paper(here.experiment(), options).table.rows) {
      if (!std::ranges::count(fingerprints, row[0])) fingerprints.push_back(row[0]);
    }
    return fingerprints;
  };
  const std::string middle =
      sweep::read_sweep(here.folder / "cpu.textproto").runs.at(0).spec.fingerprint;
  CHECK(verified(1) == std::vector{cheap});
  CHECK(verified(5) == std::vector{cheap, middle, dear});
}

TEST_CASE("merged scores are in the order of the plans under the names of the plans") {
  const std::vector<spec::plan::SweepPlan> plans{
      {"one", {planned("b2", 2, "new"), planned("a1", 1, "new")}},
      {"two", {planned("a1", 1, "shared")}}};
  const std::vector<store::ResultRow> rows{tests::scored("stale", 1, 5, 1, 10),
                                           tests::scored("a", 1, 5, 2, 10),
                                           tests::scored("a", 1, 6, 3, 10)};
  const std::vector<store::ResultRow> fresh{tests::scored("b", 2, 5, 4, 10)};
  std::string text;
  for (const store::ResultRow& row : merged(plans, rows, fresh)) {
    text += row.sweep + " " + row.fingerprint + " " + row.settings[0].value + " " +
            std::to_string(row.score.solved) + "\n";
  }
  CHECK(text ==
        "one b2 new 4\none a1 new 2\none a1 new 3\n"
        "two a1 shared 2\ntwo a1 shared 3\n"
        "s stale1 stale 1\n");
  CHECK(merged(plans, merged(plans, rows, fresh), {}).size() == 6);
  CHECK(current_rows(plans, merged(plans, rows, fresh)).size() == 5);
}

}  // namespace lab::paper
