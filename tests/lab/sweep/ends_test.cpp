#include <signal.h>

#include <algorithm>
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

namespace fs = std::filesystem;
using Catch::Contains;

/// A sweep of three seeds in a store of its own.
struct Place {
  base::ScratchFolder scratch;
  fs::path file = scratch.path() / "three.textproto";
  fs::path store = scratch.path() / "store";

  Place() { base::write_file(file, tests::tiny_text + "sweep { seeds { count: 3 } }\n"); }

  std::vector<std::string> sweep(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"sweep", file, "--store", store, "-j", "2"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }

  /// The same as words of /usr/bin/env, where file systems know no locks.
  std::vector<std::string> without_locks(const std::vector<std::string>& words) const {
    std::vector<std::string> all{"LD_PRELOAD=" NO_LOCKS, LAB_PROGRAM};
    all.insert(all.end(), words.begin(), words.end());
    return all;
  }

  std::vector<fs::path> folders() const { return store::all_runs(store); }

  void wait_for_two(tests::Program& program) const {
    while (program.running() &&
           (folders().size() < 2 || store::checkpoint_steps(folders()[0]).empty() ||
            store::checkpoint_steps(folders()[1]).empty())) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }
};

const std::vector<std::string> long_runs{"--set", "train.steps=100000"};

void wait_until_free(const fs::path& folder) {
  while (store::claim_holder(folder)) std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

TEST_CASE("runs of a sweep that is killed save their state and end") {
  const Place place;
  tests::Program program(place.sweep(long_runs));
  place.wait_for_two(program);
  program.send(SIGKILL);
  program.wait();
  for (const fs::path& folder : place.folders()) {
    wait_until_free(folder);
    CHECK(store::read_manifest(folder)->state == store::RunState::stopped);
  }
}

TEST_CASE("a sweep whose terminal is closed stops its runs and counts those that never began") {
  const Place place;
  tests::Program program(place.sweep(long_runs));
  place.wait_for_two(program);
  program.send(SIGHUP);
  const tests::Ended ended = program.wait();
  CHECK(ended.code == 75);
  CHECK_THAT(ended.err, Contains("2 stopped, 1 not begun"));
}

TEST_CASE("a sweep goes on when nobody reads its messages any more") {
  const Place place;
  const std::string words = std::string(LAB_PROGRAM) + " sweep " + place.file.string() +
                            " --store " + place.store.string() + " 2>&1 | head -c 1; " +
                            "exit ${PIPESTATUS[0]}";
  CHECK(tests::Program({"-c", words}, 0, "/bin/bash").wait().code == 0);
  for (const fs::path& folder : place.folders()) CHECK(store::is_finished(folder));
  CHECK(place.folders().size() == 3);
}

TEST_CASE("the N-th failed run stops a sweep that is to fail fast") {
  const Place place;
  const auto runs = read_sweep(place.file).runs;
  for (const std::size_t bad : {0, 1}) {
    base::write_file(store::run_folder(place.store, runs[bad].spec.fingerprint) / "spec.textproto",
                     "stepz: 3\n");
  }
  std::vector<std::string> words = place.sweep({"--fail-fast", "2"});
  words[5] = "1";
  const tests::Ended stopped = tests::lab(words);
  CHECK(stopped.code == 1);
  CHECK_THAT(stopped.err, Contains("2 failed, 0 claimed by others, 0 stopped, 1 not begun"));
  CHECK(!fs::exists(store::run_folder(place.store, runs[2].spec.fingerprint)));
}

TEST_CASE("without file locks a sweep says so once and does each run once") {
  const Place place;
  const auto one = place.without_locks(place.sweep({})), two = one;
  tests::Program first(one, 0, "/usr/bin/env"), second(two, 0, "/usr/bin/env");
  const tests::Ended ended = first.wait(), other = second.wait();
  INFO(ended.err + other.err);
  CHECK(ended.code % 75 == 0);  // 75: the other sweep is still at a run
  CHECK(other.code % 75 == 0);
  CHECK_THAT(ended.err, Contains("file locks are refused here (No locks available)"));
  CHECK(ended.err.find("refused", ended.err.find("refused") + 1) == std::string::npos);
  for (const auto& run : read_sweep(place.file).runs) {
    const fs::path folder = store::run_folder(place.store, run.spec.fingerprint);
    CHECK(store::is_finished(folder));
    CHECK(fs::exists(folder / "leases" / "1"));
    const std::string log = base::read_file(folder / "steps.jsonl");
    CHECK(std::ranges::count(log, '\n') == 12);  // a line every 5 steps
  }
}

TEST_CASE("without file locks a killed run is gone on with, and a live one left alone") {
  const Place place;
  base::write_file(place.file, tests::tiny_text);
  const std::vector<std::string> train{"train", place.file, "--store",           place.store,
                                       "-q",    "--set",    "train.steps=100000"};
  const auto words = place.without_locks(train);
  tests::Program first(words, 0, "/usr/bin/env");
  while (first.running() &&
         (place.folders().empty() || store::checkpoint_steps(place.folders()[0]).empty())) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  const tests::Ended refused = tests::Program(words, 0, "/usr/bin/env").wait();
  CHECK(refused.code == 4);
  CHECK_THAT(refused.err, Contains("another process (pid "));
  first.send(SIGKILL);
  first.wait();
  const fs::path folder = place.folders()[0];
  const auto before = store::checkpoint_steps(folder).back();
  tests::Program second(words, 0, "/usr/bin/env");
  while (second.running() && store::checkpoint_steps(folder).back() <= before) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  CHECK(second.running());
  second.send(SIGTERM);
  CHECK(second.wait().code == 75);
  CHECK(fs::exists(folder / "leases" / "2"));
}

}  // namespace
}  // namespace lab::sweep
