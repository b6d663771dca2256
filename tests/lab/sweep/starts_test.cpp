#include "lab/sweep/starts.h"

#include <signal.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "base/file.h"
#include "lab/store/claim.h"
#include "lab/store/manifest.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"
#include "lab/sweep/read_sweep.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::sweep {
namespace {

using Catch::Contains;

/// Pretraining and five runs that start from it.
struct Place {
  base::ScratchFolder scratch;
  std::filesystem::path file = scratch.path() / "children.textproto";

  Place() {
    base::write_file(scratch.path() / "pretrain.textproto", tests::tiny_text + "seed: 9\n");
    base::write_file(file, tests::tiny_text +
                               "start { spec: \"pretrain.textproto\" set: \"train.steps=1000\" }\n"
                               "sweep { seeds { count: 5 } }\n");
  }

  std::filesystem::path store(const std::string& name) const { return scratch.path() / name; }

  std::vector<std::string> sweep(const std::string& name) const {
    return {"sweep", file, "--store", store(name), "-j", "2"};
  }

  std::vector<spec::plan::PlannedRun> runs() const { return read_sweep(file).runs; }
  spec::RunSpec parent() const { return *runs().front().spec.parent; }
  std::filesystem::path parent_folder(const std::string& name) const {
    return store::run_folder(store(name), parent().fingerprint);
  }
};

/// A line every 5 steps: had a run been trained twice, there would be more.
std::ptrdiff_t lines_of_log(const std::filesystem::path& folder) {
  return std::ranges::count(base::read_file(folder / "steps.jsonl"), '\n');
}

/// Kills the process of a sweep's run, which outlives the sweep.
void kill_holder(const std::filesystem::path& folder) {
  while (const auto holder = store::claim_holder(folder)) {
    kill(std::stoi(holder->substr(4)), SIGKILL);  // "pid 12 on HOST"
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

}  // namespace

TEST_CASE("a run that others start from comes once, before them") {
  const Place place;
  const auto all = with_starts(place.runs(), place.store("none"));
  REQUIRE(all.size() == 6);
  CHECK(all[0].spec.fingerprint == place.parent().fingerprint);
  CHECK(all[0].settings == spec::plan::Settings{{"start", place.parent().fingerprint}});
  CHECK(with_starts(all, place.store("none")).size() == 6);
}

TEST_CASE("a plan shows what its runs start from, and counts it") {
  const Place place;
  auto words = place.sweep("plan");
  words.push_back("--dry-run");
  const tests::Ended ended = tests::lab(words);
  CHECK(ended.code == 0);
  const base::Table table = base::parse_tsv(ended.out, "stdout");
  CHECK(table.columns == std::vector<std::string>{"fingerprint", "state", "seed", "start"});
  REQUIRE(table.rows.size() == 6);
  CHECK(table.rows[0] == std::vector<std::string>{place.parent().fingerprint, "missing", "9", ""});
  CHECK(table.rows[1][3] == place.parent().fingerprint + ":1000");
  CHECK(ended.err.starts_with("6 of 6 runs to do: about "));
}

TEST_CASE("five runs start from one that is trained once, to the same bits after a kill -9") {
  const Place place;
  const tests::Ended undisturbed = tests::lab(place.sweep("undisturbed"));
  CHECK(undisturbed.err.find("6 done, 0 cached, 0 failed") != std::string::npos);
  CHECK(lines_of_log(place.parent_folder("undisturbed")) == 200);
  const auto killed = place.parent_folder("killed");
  for (const std::int64_t step : {100, 400}) {
    tests::Program program(place.sweep("killed"));
    while (program.running() && (store::checkpoint_steps(killed).empty() ||
                                 store::checkpoint_steps(killed).back() < step)) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    program.send(SIGKILL);
    program.wait();
    kill_holder(killed);
  }
  CHECK_FALSE(store::is_finished(killed));
  const tests::Ended ended = tests::lab(place.sweep("killed"));
  CHECK(ended.code == 0);
  CHECK(lines_of_log(killed) == 200);
  CHECK(tests::bits_of(place.store("killed"), place.parent()) ==
        tests::bits_of(place.store("undisturbed"), place.parent()));
  for (const spec::plan::PlannedRun& run : place.runs()) {
    CHECK(tests::bits_of(place.store("killed"), run.spec) ==
          tests::bits_of(place.store("undisturbed"), run.spec));
  }
  CHECK(store::all_runs(place.store("killed")).size() == 6);
}

TEST_CASE("two workers share runs that start from one, which one of them trains") {
  const Place place;
  const auto store = place.store("workers");
  for (const spec::plan::PlannedRun& run : with_starts(place.runs(), store)) {
    store::prepare_run_folder(store::run_folder(store, run.spec.fingerprint), run.spec);
  }
  const std::vector<std::string> words{"worker", "--store", store};
  tests::Program first(words), second(words);
  CHECK(first.wait().code == 0);
  CHECK(second.wait().code == 0);
  CHECK(lines_of_log(place.parent_folder("workers")) == 200);
  for (const spec::plan::PlannedRun& run : place.runs()) {
    CHECK(lines_of_log(store::run_folder(store, run.spec.fingerprint)) == 12);
  }
}

TEST_CASE("what starts from a run that failed fails with its name, and nothing hangs") {
  const Place place;
  const auto folder = place.parent_folder("bad");
  base::write_file(folder / "checkpoints" / "step-10" / "weights.safetensors", "no such thing");
  const tests::Ended ended = tests::lab(place.sweep("bad"));
  CHECK(ended.code == 1);
  CHECK_THAT(ended.err, Contains("0 done, 0 cached, 6 failed") &&
                            Contains("run " + place.parent().fingerprint +
                                     ", which it starts from, was not trained to its end"));
}

TEST_CASE("what is wrong with a run that is started from is told before any work") {
  const Place place;
  base::write_file(place.scratch.path() / "pretrain.textproto",
                   tests::tiny_text + "adamw { tau_rate_multiplier: 3 }\n");
  const tests::Ended ended = tests::lab(place.sweep("refused"));
  CHECK(ended.code == 3);
  CHECK_THAT(ended.err, Contains("pretrain.textproto") &&
                            Contains("adamw.tau_rate_multiplier is read only where"));
  CHECK_FALSE(std::filesystem::exists(place.store("refused")));
}

}  // namespace lab::sweep
