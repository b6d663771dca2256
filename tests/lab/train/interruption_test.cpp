#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <functional>
#include <optional>
#include <thread>

#include "base/file.h"
#include "base/random.h"
#include "lab/store/manifest.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::train {
namespace {

using std::chrono::milliseconds;

/// A spec file and a store, for the program.
struct Place {
  base::ScratchFolder scratch;
  std::filesystem::path file = scratch.path() / "tiny.textproto";
  std::filesystem::path store = scratch.path() / "store";
  spec::RunSpec spec;
  std::filesystem::path folder;

  explicit Place(const spec::Overrides& overrides) : spec(tests::tiny_spec(overrides)) {
    base::write_file(file, spec.text);
    folder = store::run_folder(store, spec.fingerprint);
  }

  std::vector<std::string> train() const {
    return {"train", file, "--store", store, "--threads", "1", "--quiet"};
  }

  std::int64_t newest_step() const {
    const auto steps = store::checkpoint_steps(folder);
    return steps.empty() ? 0 : steps.back();
  }

  /// Waits until a checkpoint of at least `step` is there or the program ends.
  void wait_for(std::int64_t step, tests::Program& program) const {
    while (program.running() && newest_step() < step) {
      std::this_thread::sleep_for(milliseconds(1));
    }
  }
};

const spec::Overrides longer{"train.steps=200", "score.every=25", "train.log_every=3"};

TEST_CASE("a run killed at random moments ends in the bits of a run left alone") {
  const Place place(longer);
  base::Random random(1, "kill");
  for (int kills = 0; kills < 8;) {
    if (store::is_finished(place.folder))
      std::filesystem::remove_all(place.store);  // it was too fast
    tests::Program program(place.train());
    place.wait_for(place.newest_step() + random.below(20), program);
    std::this_thread::sleep_for(std::chrono::microseconds(random.below(8000)));
    program.send(SIGKILL);
    kills += program.wait().code == 128 + SIGKILL ? 1 : 0;
  }
  const tests::Ended ended = tests::lab(place.train());
  CHECK(ended.err == "");
  CHECK(ended.code == 0);
  CHECK(tests::bits_of(place.store, place.spec) == tests::bits_in_one_go(place.spec));
}

TEST_CASE("every signal that asks for an end saves the state: 130 after SIGINT, else 75") {
  const Place place({"train.steps=100000", "train.warmup=0"});
  for (const auto& [signal, code] :
       {std::pair(SIGTERM, 75), std::pair(SIGINT, 130), std::pair(SIGHUP, 75),
        std::pair(SIGUSR1, 75), std::pair(SIGUSR2, 75)}) {
    INFO(signal);
    tests::Program program(place.train());
    place.wait_for(place.newest_step() + 10, program);
    const std::int64_t before = place.newest_step();
    program.send(signal);
    const tests::Ended ended = program.wait();
    CHECK(ended.code == code);
    CHECK(ended.err.find("run the same command again") != std::string::npos);
    CHECK(place.newest_step() >= before);
  }
}

TEST_CASE("under nohup a terminal that is closed stops nothing") {
  const Place place({"train.steps=100000", "train.warmup=0"});
  std::vector<std::string> words = place.train();
  words.insert(words.begin(), LAB_PROGRAM);
  tests::Program program(words, 0, "/usr/bin/nohup");
  place.wait_for(10, program);
  program.send(SIGHUP);
  place.wait_for(place.newest_step() + 30, program);
  CHECK(program.running());
  program.send(SIGTERM);
  CHECK(program.wait().code == 75);
}

/// What becomes of a run whose folder is lost while it works.
tests::Ended end_without_folder(const Place& place, const std::function<void()>& lose) {
  tests::Program program(place.train());
  place.wait_for(10, program);
  lose();
  return program.wait();
}

TEST_CASE("a run whose folder is removed, moved or made anew ends and writes nothing there") {
  const Place place({"train.steps=100000", "train.warmup=0"});
  const std::filesystem::path aside = place.scratch.path() / "aside";
  const auto move_away = [&] { std::filesystem::rename(place.folder, aside); };
  const tests::Ended removed = end_without_folder(place, [&] {
    while (std::filesystem::exists(place.folder)) {  // also while it writes
      std::error_code not_empty;
      std::filesystem::remove_all(place.folder, not_empty);
    }
  });
  CHECK(removed.code == 4);
  CHECK_THAT(removed.err, Catch::Contains("removed, moved or replaced while this process worked"));
  CHECK(!std::filesystem::exists(place.folder));
  CHECK(end_without_folder(place, move_away).code == 4);
  CHECK(!std::filesystem::exists(place.folder));
  CHECK(store::is_run(aside));
  std::filesystem::remove_all(aside);
  std::optional<tests::Program> other;
  CHECK(end_without_folder(place, [&] {
          move_away();
          other.emplace(place.train());
        }).code == 4);
  place.wait_for(10, *other);
  other->send(SIGTERM);
  const tests::Ended ended = other->wait();
  INFO(ended.err);
  CHECK(ended.code == 75);
}

TEST_CASE("a run whose scores on the way are gone while it is under way is begun anew") {
  const Place place(longer);
  tests::Program program(place.train());
  place.wait_for(60, program);
  program.send(SIGKILL);
  program.wait();
  std::filesystem::remove(place.folder / "scores.tsv");
  const tests::Ended ended = tests::lab(place.train());
  CHECK(ended.code == 0);
  CHECK_THAT(ended.err, Catch::Contains("scores of earlier steps are gone; it is begun anew"));
  CHECK(tests::bits_of(place.store, place.spec) == tests::bits_in_one_go(place.spec));
}

TEST_CASE("a stop that comes while the spec is read is kept") {
  const Place place({"train.steps=100000", "train.warmup=0"});
  const std::filesystem::path fifo = place.scratch.path() / "fifo.textproto";
  REQUIRE(mkfifo(fifo.c_str(), 0600) == 0);
  tests::Program program({"train", fifo, "--store", place.store, "--threads", "1", "--quiet"});
  int spec = -1;  // can be opened once the program reads
  while (program.running() && spec < 0) {
    spec = open(fifo.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    std::this_thread::sleep_for(milliseconds(1));
  }
  REQUIRE(spec >= 0);
  const int reader = open(fifo.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);  // against SIGPIPE
  program.send(SIGTERM);
  CHECK(write(spec, place.spec.text.data(), place.spec.text.size()) == std::ssize(place.spec.text));
  close(spec);
  close(reader);
  CHECK(program.wait().code == 75);
  const auto manifest = store::read_manifest(place.folder);
  REQUIRE(manifest);
  CHECK(manifest->state == store::RunState::stopped);
  CHECK(place.newest_step() == 0);
}

TEST_CASE("a second process is told who works on the run and ends with 4") {
  const Place place({"train.steps=100000", "train.warmup=0"});
  tests::Program first(place.train());
  place.wait_for(10, first);
  const tests::Ended second = tests::lab(place.train());
  CHECK(second.code == 4);
  CHECK(second.err.find("another process (pid ") != std::string::npos);
  CHECK(second.err.find("works on this run") != std::string::npos);
  CHECK(tests::lab({"runs", "rm", place.spec.fingerprint, "--store", place.store}).code == 4);
  CHECK(first.running());
}

TEST_CASE("a full store ends with 4, names the file and keeps the last good state") {
  const Place place({"train.steps=40", "score.every=0"});
  tests::Program limited(place.train(), 4096);  // room for the small files, not for a checkpoint
  const tests::Ended ended = limited.wait();
  CHECK(ended.code == 4);
  CHECK(ended.err.find(place.folder.string()) != std::string::npos);
  CHECK(store::checkpoint_steps(place.folder).empty());
  CHECK(tests::lab(place.train()).code == 0);
  CHECK(tests::bits_of(place.store, place.spec) == tests::bits_in_one_go(place.spec));
}

TEST_CASE("a store that cannot be written ends with 4 and says why") {
  const Place place({});
  for (const std::string& store : {place.file.string() + "/below", std::string("/proc/nowhere")}) {
    const tests::Ended ended = tests::lab({"train", place.file, "--store", store, "-q"});
    CHECK(ended.code == 4);
    CHECK(ended.err.find(store) != std::string::npos);
  }
  base::write_file(place.folder, "a file in the place of the folder");
  const tests::Ended ended = tests::lab(place.train());
  CHECK(ended.code == 4);
  CHECK(ended.err.find(place.folder.string()) != std::string::npos);
}

}  // namespace
}  // namespace lab::train
