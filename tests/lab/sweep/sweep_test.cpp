#include "lab/sweep/sweep.h"

#include <signal.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "base/file.h"
#include "base/stop.h"
#include "lab/store/manifest.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"
#include "lab/sweep/read_sweep.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::sweep {
namespace {

/// A sweep of four runs in a store of its own.
struct Place {
  base::ScratchFolder scratch;
  std::filesystem::path file = scratch.path() / "four.textproto";
  std::filesystem::path store = scratch.path() / "store";
  std::filesystem::path scores = scratch.path() / "scores.tsv";

  Place() {
    base::write_file(file, tests::tiny_text +
                               "sweep { axis { path: \"train.steps\" values: [\"20\", \"220\"] }"
                               " seeds { count: 2 } }\n");
  }

  std::vector<std::string> sweep(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"sweep", file, "--store", store, "-j", "2"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }

  spec::plan::SweepPlan plan() const { return read_sweep(file); }
};

int count(const std::string& text, const std::string& part) {
  int found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST_CASE("a dry run shows every run and touches nothing") {
  const Place place;
  const tests::Ended ended = tests::lab(place.sweep({"--dry-run"}));
  CHECK(ended.code == 0);
  const base::Table table = base::parse_tsv(ended.out, "stdout");
  CHECK(table.columns == std::vector<std::string>{"fingerprint", "state", "seed", "steps"});
  REQUIRE(table.rows.size() == 4);
  CHECK(table.rows[0][0] == place.plan().runs[0].spec.fingerprint);
  CHECK(table.rows[0][1] == "missing");
  CHECK(ended.err.starts_with("4 of 4 runs to do: about "));
  CHECK(!std::filesystem::exists(place.store));
}

TEST_CASE("a sweep runs each run once, then finds them all finished") {
  const Place place;
  const tests::Ended first = tests::lab(place.sweep({"--scores", place.scores}));
  CHECK(first.code == 0);
  CHECK(first.err.find("4 done, 0 cached, 0 failed") != std::string::npos);
  CHECK(base::parse_tsv(first.out, "stdout").rows.size() ==
        6);  // two settings, three question sets
  const auto rows = store::results_of(base::read_tsv(place.scores), "scores.tsv");
  CHECK(rows.size() == 2 * (3 + 33));  // question sets of 20 steps, and of 220 scored every 20
  CHECK(rows[0].sweep == "four");
  CHECK(rows[0].settings[0] == spec::plan::Setting{"steps", "20"});
  const tests::Ended second = tests::lab(place.sweep({}));
  CHECK(second.code == 0);
  CHECK(second.err.find("0 done, 4 cached") != std::string::npos);
  CHECK(second.out == first.out);
  const tests::Ended all_done = tests::lab(place.sweep({"--dry-run"}));
  CHECK(count(all_done.out, "finished") == 4);
  CHECK(all_done.err == "");  // nothing is left to be paid
}

TEST_CASE("no more runs at a time than memory is free for, and none that does not fit") {
  const Place place;
  ::setenv("LAB_MEMORY", "30", 1);  // a run takes 20
  const tests::Ended one_by_one = tests::lab(place.sweep({}));
  ::setenv("LAB_MEMORY", "3", 1);
  const tests::Ended finished = tests::lab(place.sweep({"-q"}));
  const tests::Ended refused = tests::lab(place.sweep({"--set", "train.batch=7"}));
  ::unsetenv("LAB_MEMORY");
  CHECK(one_by_one.code == 0);
  CHECK(one_by_one.err.find("4 done") != std::string::npos);
  CHECK_THAT(one_by_one.err, Catch::Contains("1 at a time: with one more up to 4") &&
                                 Catch::Contains("MB of memory would be taken, 30 MB are free"));
  CHECK(finished.code == 0);
  CHECK(refused.code == 3);
  CHECK_THAT(refused.err, Catch::Contains("not enough memory: about"));
}

TEST_CASE("a failed run does not stop the others") {
  const Place place;
  const spec::RunSpec bad = place.plan().runs[1].spec;
  base::write_file(store::run_folder(place.store, bad.fingerprint) / "spec.textproto",
                   "stepz: 3\n");
  const tests::Ended ended = tests::lab(place.sweep({"--scores", place.scores}));
  CHECK(ended.code == 1);
  CHECK(ended.err.find("3 done, 0 cached, 1 failed") != std::string::npos);
  CHECK(ended.err.find("failed: " + bad.fingerprint) != std::string::npos);
  for (const store::ResultRow& row :
       store::results_of(base::read_tsv(place.scores), "scores.tsv")) {
    CHECK(row.fingerprint != bad.fingerprint);
  }
}

TEST_CASE("a run that fails in its own process is named with its reason") {
  const Place place;
  const auto folder = store::run_folder(place.store, place.plan().runs[0].spec.fingerprint);
  base::write_file(folder / "checkpoints" / "step-10" / "weights.safetensors", "no such thing");
  const tests::Ended ended = tests::lab(place.sweep({}));
  CHECK(ended.code == 1);
  CHECK(ended.err.find("exit code 4") != std::string::npos);
  CHECK(ended.err.find("3 done") != std::string::npos);
}

TEST_CASE("a run folder of which a part is gone is made whole, or counted as it is") {
  const Place place;
  REQUIRE(tests::lab(place.sweep({"-q"})).code == 0);
  const spec::RunSpec spec = place.plan().runs[0].spec;
  const auto folder = store::run_folder(place.store, spec.fingerprint);
  const std::string scores = base::read_file(folder / "scores.tsv");
  for (const char* part : {"manifest.json", "scores.tsv", "steps.jsonl", "model.json",
                           "checkpoints", "spec.textproto"}) {
    INFO(part);
    std::filesystem::remove_all(folder / part);
    // From years to come, as after a jump of the clock.
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      last_write_time(entry.path(), last_write_time(entry.path()) + std::chrono::years(9));
    }
    const tests::Ended again = tests::lab(place.sweep({}));
    CHECK(again.code == 0);
    CHECK(count(again.err, " 0 failed, 0 claimed by others, 0 stopped") == 1);
    CHECK(base::read_file(folder / "scores.tsv") == scores);
  }
}

TEST_CASE("a store that nobody may write to is named for each run") {
  const Place place;
  REQUIRE(tests::lab(place.sweep({"-q"})).code == 0);
  const std::string store = "/proc/no-such-store";  // where nobody may write, root neither
  const tests::Ended sweep = tests::lab({"sweep", place.file, "--store", store});
  CHECK(sweep.code == 1);
  CHECK(count(sweep.err, store) == 4);
  CHECK(count(sweep.err, "0 done, 0 cached, 4 failed") == 1);
}

TEST_CASE("two sweeps at once share the work and repeat none of it") {
  const Place place;
  tests::Program first(place.sweep({})), second(place.sweep({}));
  const tests::Ended one = first.wait(), two = second.wait();
  CHECK(one.err.find("0 failed") != std::string::npos);
  CHECK(two.err.find("0 failed") != std::string::npos);
  for (const spec::plan::PlannedRun& run : place.plan().runs) {
    const auto folder = store::run_folder(place.store, run.spec.fingerprint);
    CHECK(store::is_finished(folder));
    // A line every 5 steps: had two processes trained the run, there would be more.
    CHECK(count(base::read_file(folder / "steps.jsonl"), "\n") == run.spec.train.steps / 5);
  }
}

TEST_CASE("a sweep ends with the program it began with, whatever becomes of its file") {
  const Place place;
  const std::filesystem::path file = place.scratch.path() / "program";
  std::filesystem::copy(LAB_PROGRAM, file);
  std::vector<std::string> words = place.sweep({});
  words.back() = "1";  // one run after the other
  tests::Program program(words, 0, file);
  while (program.running() && store::all_runs(place.store).empty()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  std::filesystem::remove(file);
  const tests::Ended ended = program.wait();
  INFO(ended.err);
  CHECK(ended.code == 0);
  CHECK(store::all_runs(place.store).size() == 4);
}

TEST_CASE("a stopped sweep stops its runs, each with its state saved") {
  const Place place;
  base::write_file(place.file, tests::tiny_text + "sweep { seeds { count: 3 } }\n");
  const std::vector<std::string> words = place.sweep({"--set", "train.steps=100000"});
  tests::Program program(words);
  const auto folders = [&] { return store::all_runs(place.store); };
  while (program.running() &&
         (folders().size() < 2 || store::checkpoint_steps(folders()[1]).empty())) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  program.send(SIGTERM);
  const tests::Ended ended = program.wait();
  CHECK(ended.code == 75);
  CHECK(ended.err.find("2 stopped, 1 not begun") != std::string::npos);
  for (const auto& folder : folders()) {
    CHECK(store::read_manifest(folder)->state == store::RunState::stopped);
    CHECK(!store::checkpoint_steps(folder).empty());
  }
}

TEST_CASE("a run that is told to stop while it starts is stopped, not failed") {
  const Place place;
  base::write_file(place.file, tests::tiny_text);
  const spec::Overrides longer{"train.steps=100000"};
  const spec::RunSpec spec = read_sweep(place.file, longer).runs.at(0).spec;
  const auto log = store::run_folder(place.store, spec.fingerprint) / "log.txt";
  for (int delay = 0; delay < 10; ++delay) {
    std::filesystem::remove_all(place.store);
    tests::Program program(place.sweep({"--set", longer[0]}));
    while (program.running() && !std::filesystem::exists(log)) {
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(delay));
    program.send(SIGTERM);
    const tests::Ended ended = program.wait();
    INFO(ended.err);
    CHECK(ended.code == 75);
    CHECK(count(ended.err, "0 failed, 0 claimed by others, 1 stopped") == 1);
  }
}

TEST_CASE("a request to stop outlives the sweep that it stopped") {
  const Place place;
  const spec::plan::SweepPlan plan = place.plan();
  const SweepOptions options{place.store, 1, 1, true};
  base::request_stop();
  for (int sweep = 0; sweep < 2; ++sweep) {
    const SweepOutcome outcome = run_sweep(plan.runs, options);
    CHECK(outcome.not_begun == 4);
    CHECK(exit_code(outcome) == base::ExitCode::stopped);
  }
  base::clear_stop();
  CHECK(!std::filesystem::exists(place.store));
}

TEST_CASE("the exit code tells of a stop before a failed run, and of that before a claimed one") {
  SweepOutcome outcome;
  CHECK(exit_code(outcome) == base::ExitCode::done);
  outcome.claimed.emplace_back();
  CHECK(exit_code(outcome) == base::ExitCode::stopped);
  outcome.failed = 1;
  CHECK(exit_code(outcome) == base::ExitCode::check_failed);
  outcome.stopped = 1;
  CHECK(exit_code(outcome) == base::ExitCode::stopped);
}

}  // namespace
}  // namespace lab::sweep
