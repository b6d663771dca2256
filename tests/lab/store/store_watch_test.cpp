#include "lab/store/store_watch.h"

#include <catch2/catch.hpp>
#include <limits>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "lab/command/screen/sparkline.h"
#include "lab/command/screen/top_text.h"
#include "lab/store/claim.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/store/waiting_list.h"
#include "lab/train/train_run.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::store {
namespace {

using Catch::Contains;

/// A store with a run in it that looks as if it were at step 40 of 60.
struct Halfway {
  base::ScratchFolder scratch;
  spec::RunSpec spec = tests::tiny_spec();
  std::filesystem::path folder = run_folder(scratch.path(), spec.fingerprint);

  Halfway() {
    prepare_run_folder(folder, spec);
    Manifest manifest = new_manifest(spec);
    manifest.step = 30;
    write_manifest(*Claim::take(folder), manifest);
    base::write_file(
        folder / "steps.jsonl",
        "{\"step\":20,\"steps\":20,\"loss\":3,\"tokens\":100,\"tokens_per_second\":50}\n"
        "{\"step\":40,\"steps\":20,\"loss\":2.5,\"tokens\":200,"
        "\"tokens_per_second\":40}\n{\"step\":60,\"ste");
  }
};

spec::RunSpec other_spec(const std::string& seed) { return tests::tiny_spec({"seed=" + seed}); }

TEST_CASE("a curve is drawn from its lowest stretch to its highest") {
  const std::vector<double> falling{8, 7, 6, 5, 4, 3, 2, 1};
  CHECK(command::screen::sparkline(falling, 8) == "█▇▆▅▄▃▂▁");
  CHECK(command::screen::sparkline(falling, 4) == "█▆▃▁");
  CHECK(command::screen::sparkline(falling, 100) == "█▇▆▅▄▃▂▁");
  CHECK(command::screen::sparkline(std::vector<double>{2, 2, 2}, 5) == "▁▁▁");
  CHECK(command::screen::sparkline(
            std::vector<double>{1, std::numeric_limits<double>::infinity(), 2}, 5) == "▁█");
  CHECK(command::screen::sparkline({}, 5) == "");
}

TEST_CASE("a run that is worked on tells its rate and when it will be done") {
  const Halfway place;
  const auto claim = Claim::take(place.folder);
  const RunView run = view_of(place.folder);
  CHECK(run.state == RunState::running);
  CHECK(run.name == "tiny");
  CHECK(run.step == 40);
  CHECK(run.steps == 60);
  CHECK(run.losses == std::vector<double>{3, 2.5});
  CHECK(run.steps_per_second == 4);  // 20 steps of 200 tokens at 40 a second
  CHECK(run.seconds_left == 5);
}

TEST_CASE("a run that nobody works on has no time to go") {
  const Halfway place;
  const RunView run = view_of(place.folder);
  CHECK(run.state == RunState::interrupted);
  CHECK(run.step == 40);
  CHECK_FALSE(run.seconds_left.has_value());
}

TEST_CASE("a run that cannot be read says why and hides no other") {
  const Halfway place;
  const spec::RunSpec broken = other_spec("2"), waiting = other_spec("3");
  prepare_run_folder(run_folder(place.scratch.path(), waiting.fingerprint), waiting);
  prepare_run_folder(run_folder(place.scratch.path(), broken.fingerprint), broken);
  base::write_file(run_folder(place.scratch.path(), broken.fingerprint) / "manifest.json", "{");
  StoreWatch watch(place.scratch.path());
  const StoreView view = watch.look();
  REQUIRE(view.runs.size() == 3);
  CHECK(view.runs[0].state == RunState::interrupted);
  CHECK(view.runs[1].state == RunState::unreadable);
  CHECK_THAT(view.runs[1].name, Contains("manifest.json"));
  CHECK(view.runs[2].state == RunState::waiting);
  CHECK(view.runs[2].steps == 60);
}

TEST_CASE("a finished run is counted, and seen to be finished when it becomes so") {
  const Halfway place;
  StoreWatch watch(place.scratch.path());
  CHECK(watch.look().counts.at(RunState::finished) == 0);
  Manifest manifest = new_manifest(place.spec);
  manifest.state = RunState::finished;
  write_manifest(*Claim::take(place.folder), manifest);
  base::write_file(place.folder / "scores.tsv", "");
  for (int i = 0; i < 2; ++i) {
    const StoreView view = watch.look();
    CHECK(view.runs.empty());
    CHECK(view.counts.at(RunState::finished) == 1);
  }
}

TEST_CASE("what does not fit on the screen is cut off and counted") {
  StoreView view{{{RunState::running, 3}}, {}};
  for (int i = 0; i < 3; ++i) {
    view.runs.push_back(
        {"0123456789abcdef", "a name", RunState::running, 5, 10, {2, 1}, 12345, 1, 65});
  }
  const std::string whole = command::screen::top_screen(view, 200, 24);
  CHECK_THAT(whole, Contains("3 running\n") && Contains("\nname    status") &&
                        Contains("\na name  running  5/10  50%     12.3k  1 min 05 s  1.0000  █▁"));
  CHECK(std::ranges::count(whole, '\n') == 5);
  const std::string short_one = command::screen::top_screen(view, 200, 5);
  CHECK_THAT(short_one, Contains("and 2 more\n"));
  CHECK(std::ranges::count(short_one, '\n') == 4);
  CHECK_THAT(command::screen::top_screen(view, 10, 24), Contains("\na…me  runn"));
}

TEST_CASE("at 80 columns top has names, their ends and the curve") {
  StoreView view;
  for (int i = 0; i < 3; ++i) {
    view.runs.push_back({"0123456789abcdef",
                         "smoke hint=identity_successor temperature=learned sorted seed=7",
                         RunState::interrupted, 12345, 20000,
                         std::vector<double>{8, 7, 6, 5, 4, 3, 2, 1}, 12345, 1, 3725});
  }
  const std::string text = command::screen::top_screen(view, 80, 24);
  INFO(text);
  CHECK_THAT(text, Contains("smoke") && Contains("seed=7  interrupted") && Contains("█") &&
                       Contains("61%"));
  for (const std::string& line : base::split(text, '\n')) CHECK(base::letters(line) <= 80);
}

TEST_CASE("what a sweep that lives has in mind waits, once, unless it has a folder") {
  const Halfway place;
  {
    const std::vector<WaitingRun> runs{{place.spec.fingerprint, "begun", 60},
                                       {"00000000000000ab", "not begun", 70}};
    const WaitingList list(place.scratch.path(), runs);
    const StoreView view = StoreWatch(place.scratch.path()).look();
    REQUIRE(view.runs.size() == 2);
    CHECK(view.runs[1].name == "not begun");
    CHECK(view.runs[1].steps == 70);
    CHECK(view.runs[1].state == RunState::waiting);
    CHECK(view.counts.at(RunState::waiting) == 1);
  }
  CHECK(!std::filesystem::exists(place.scratch.path() / "sweeps"));
  CHECK(waiting_runs(place.scratch.path()).empty());
}

TEST_CASE("the list of a sweep that died tells nothing, and goes with the next") {
  const base::ScratchFolder scratch;
  const auto dead = scratch.path() / "sweeps" / "elsewhere-1";
  base::write_file(dead / "waiting.tsv", "fingerprint\tsteps\tname\n00000000000000ab\t1\tx\n");
  base::write_file(dead / "claim", "pid 1\nhost elsewhere\n");
  const auto cut_short = scratch.path() / "sweeps" / "elsewhere-2";
  base::write_file(cut_short / "claim", "pid 2\nhost elsewhere\n");
  base::write_file(cut_short / "waiting.tsv.part-2-0", "finger");
  CHECK(waiting_runs(scratch.path()).empty());
  const WaitingList list(scratch.path(), {});
  CHECK(!std::filesystem::exists(dead));
  CHECK(!std::filesystem::exists(cut_short));
}

TEST_CASE("a run whose spec cannot be read is a row of the table that top prints") {
  const Halfway place;
  base::write_file(run_folder(place.scratch.path(), "00000000000000aa") / "spec.textproto",
                   "task { parity {} }\ntrain {\tstepz: 5 }\n");
  const tests::Ended ended = tests::lab({"top", "--once", "--store", place.scratch.path()});
  CHECK(ended.code == 0);
  const base::Table table = base::parse_tsv(ended.out, "stdout");
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[1][table.column("status")] == "unreadable");
  CHECK_THAT(table.rows[1][table.column("name")],
             Contains("spec.textproto:2:") && Contains("did you mean `steps`?"));
}

TEST_CASE("top prints a table and ends where there is no terminal") {
  const Halfway place;
  const tests::Ended ended = tests::lab({"top", "--store", place.scratch.path()});
  CHECK(ended.code == 0);
  CHECK(ended.err == "");
  const base::Table table = base::parse_tsv(ended.out, "stdout");
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0][table.column("fingerprint")] == place.spec.fingerprint);
  CHECK(table.rows[0][table.column("status")] == "interrupted");
  CHECK(table.rows[0][table.column("step")] == "40");
  CHECK(table.rows[0][table.column("loss")] == "2.5");
  CHECK(table.rows[0][table.column("losses")] == "█▁");
}

}  // namespace
}  // namespace lab::store
