#include <signal.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <memory>
#include <sstream>
#include <thread>

#include "base/child_process.h"
#include "base/file.h"
#include "base/random.h"
#include "lab/store/claim.h"
#include "lab/store/manifest.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"
#include "lab/store/step_log.h"
#include "lab/sweep/read_sweep.h"
#include "lab/sweep/run_list.h"
#include "lab/sweep/slurm.h"
#include "tests/lab/command/program.h"

namespace lab::command {
namespace {

using Catch::Contains;

constexpr const char* many_text = R"(
task { sorting { values: 8 } difficulty { low: 1 high: 4 } }
model { width: 16 heads: 2 blocks: 1 max_positions: 32 }
train { steps: 40 batch: 8 warmup: 5 checkpoint_every: 10 log_every: 10 }
score { examples: 10 difficulties: [ 3 ] }
)";

/// A sweep of `count` short runs, a store, and the list of them there.
struct Many {
  base::ScratchFolder scratch;
  std::filesystem::path file = scratch.path() / "many.textproto";
  std::filesystem::path store = scratch.path() / "store", list = scratch.path() / "many.runs";
  spec::plan::SweepPlan plan;

  explicit Many(int count) {
    base::write_file(file, std::string(many_text) +
                               "sweep { seeds { count: " + std::to_string(count) + " } }\n");
    plan = sweep::read_sweep(file);
    sweep::write_run_list(list, plan.runs, store);
  }

  std::unique_ptr<tests::Program> worker() const {
    return std::make_unique<tests::Program>(
        std::vector<std::string>{"worker", list, "--store", store, "-q"});
  }

  std::ptrdiff_t finished() const {
    return std::ranges::count_if(plan.runs, [&](const spec::plan::PlannedRun& run) {
      return store::is_finished(store::run_folder(store, run.spec.fingerprint));
    });
  }
};

/// Kills the process that trains one of the runs, if one does.
void kill_a_trainer(const Many& many) {
  for (const spec::plan::PlannedRun& run : many.plan.runs) {
    const auto holder = store::claim_holder(store::run_folder(many.store, run.spec.fingerprint));
    if (!holder) continue;
    std::istringstream text(*holder);  // "pid 12 on HOST"
    std::string word;
    pid_t process = 0;
    if (text >> word >> process) kill(process, SIGKILL);
    return;
  }
}

std::string bits(const std::filesystem::path& store, const spec::plan::PlannedRun& run) {
  const auto folder = store::run_folder(store, run.spec.fingerprint);
  return base::read_file(folder / "scores.tsv") +
         base::read_file(store::checkpoint_folder(folder, run.spec.train.steps) /
                         "weights.safetensors");
}

}  // namespace

TEST_CASE("200 runs under workers and trainers that are killed at random come out as undisturbed") {
  const Many many(200);
  std::vector<std::unique_ptr<tests::Program>> workers;
  for (int i = 0; i < 3; ++i) workers.push_back(many.worker());
  base::Random random(1, "kills");
  const auto any_works = [&] {
    return std::ranges::any_of(workers, [](const auto& worker) { return worker->running(); });
  };
  for (int kills = 0; kills < 20; ++kills) {
    while (many.finished() < 10 * kills && any_works()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(random.below(100)));
    auto& victim = workers[static_cast<std::size_t>(random.below(3))];
    if (random.below(2) == 0) kill_a_trainer(many);
    victim->send(SIGKILL);
    victim->wait();
    victim = many.worker();
  }
  for (auto& worker : workers) CHECK(worker->wait().code <= 1);  // 1: it lost a trainer
  CHECK(many.worker()->wait().code == 0);
  CHECK(many.finished() == 200);
  const auto quiet = many.scratch.path() / "undisturbed";
  CHECK(tests::lab({"sweep", many.file, "--store", quiet, "-q"}).code == 0);
  for (const spec::plan::PlannedRun& run : many.plan.runs) {
    INFO(run.spec.fingerprint);
    const auto folder = store::run_folder(many.store, run.spec.fingerprint);
    CHECK(base::read_file(folder / "scores.tsv") ==
          base::read_file(store::run_folder(quiet, run.spec.fingerprint) / "scores.tsv"));
    CHECK((bits(many.store, run) == bits(quiet, run)));
    std::int64_t last = 0;  // every step once, also where a line was written early, at a stop
    for (const store::StepLine& line : store::step_lines(folder)) {
      CHECK(line.step - line.steps == last);
      last = line.step;
    }
    CHECK(last == run.spec.train.steps);
  }
}

TEST_CASE("a worker that is told to stop saves its run and says that work is left") {
  const Many many(2);
  for (const int signal : {SIGTERM, SIGUSR2}) {
    const base::ScratchFolder scratch;
    const auto list = scratch.path() / "long.runs";
    const spec::plan::SweepPlan plan = sweep::read_sweep(many.file, {"train.steps=100000"});
    sweep::write_run_list(list, plan.runs, scratch.path() / "store");
    tests::Program worker({"worker", list, "--store", scratch.path() / "store", "-q"});
    const auto folder = store::run_folder(scratch.path() / "store", plan.runs[0].spec.fingerprint);
    while (worker.running() && store::checkpoint_steps(folder).empty()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    worker.send(signal);
    CHECK(worker.wait().code == 75);
    CHECK(store::read_manifest(folder)->state == store::RunState::stopped);
  }
}

/// Makes a run fail whenever it is tried.
void spoil(const std::filesystem::path& store, const spec::plan::PlannedRun& run) {
  base::write_file(store::checkpoint_folder(store::run_folder(store, run.spec.fingerprint), 10) /
                       "weights.safetensors",
                   "no such thing");
}

TEST_CASE("a worker that is told to stop says that work is left, also after a failed run") {
  const Many many(1);
  const base::ScratchFolder scratch;
  const auto store = scratch.path() / "store", list = scratch.path() / "long.runs";
  const spec::plan::SweepPlan plan =
      sweep::read_sweep(many.file, {"train.steps=100000", "sweep.seeds.count=2"});
  sweep::write_run_list(list, plan.runs, store);
  spoil(store, plan.runs[0]);
  tests::Program worker({"worker", list, "--store", store});
  const auto folder = store::run_folder(store, plan.runs[1].spec.fingerprint);
  while (worker.running() && store::checkpoint_steps(folder).empty()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  worker.send(SIGTERM);
  const tests::Ended ended = worker.wait();
  CHECK(ended.code == 75);
  CHECK_THAT(ended.err, Contains("1 failed, 0 claimed by others, 1 stopped"));
}

TEST_CASE("a worker tries a run that fails once, however long others are at work") {
  const Many many(2);
  spoil(many.store, many.plan.runs[0]);
  const auto held = store::run_folder(many.store, many.plan.runs[1].spec.fingerprint);
  std::optional<store::Claim> claim = store::Claim::take(held);
  REQUIRE(claim);
  const auto log = many.scratch.path() / "log.txt";
  const pid_t worker =
      base::start_process({LAB_PROGRAM, "worker", many.list, "--store", many.store}, {}, log);
  std::optional<int> code;
  while (!code) {
    code = base::exit_code_of(worker);
    const std::string said = base::read_file(log);
    if (said.find("1 failed, 1 claimed by others") != said.npos) claim.reset();
    base::wait_for_any(std::span(&worker, 1), std::chrono::milliseconds(10));
  }
  CHECK(code == 1);
  CHECK(store::is_finished(held));
  const std::string said = base::read_file(log);
  const std::size_t first = said.find("failed: " + many.plan.runs[0].spec.fingerprint);
  REQUIRE(first != said.npos);
  CHECK(said.find("failed: ", first + 1) == said.npos);
}

TEST_CASE("a list of runs that a store lacks is refused with the line") {
  const Many many(1);
  base::write_file(many.list, base::read_file(many.list) + "0123\n");
  const tests::Ended ended = tests::lab({"worker", many.list, "--store", many.store});
  CHECK(ended.code == 4);
  CHECK_THAT(ended.err, Contains(many.list.string() + ":2: wanted the fingerprint of a run in") &&
                            Contains("found `0123`"));
}

TEST_CASE("a batch script holds what it is asked for, whatever the names") {
  const std::string script =
      sweep::batch_script({"it's", "/s t/ore", "/s t/ore/slurm/list", 3, 2, {}}, "/l ab");
  CHECK_THAT(script, Contains("#SBATCH --array=0-2\n") && Contains("--cpus-per-task=2\n") &&
                         Contains("'/l ab' worker '/s t/ore/slurm/list' --store '/s t/ore'") &&
                         Contains("--job-name='lab-it'\\''s'"));
  const Many many(1);
  const tests::Ended shown =
      tests::lab({"sweep", many.file, "--executor", "slurm", "--dry-run", "--store", many.store});
  CHECK(shown.code == 0);
  CHECK_THAT(shown.out, Contains("--array=0-0") && Contains(" worker "));
  CHECK(tests::lab({"sweep", many.file, "--executor", "pbs"}).code == 2);
}

}  // namespace lab::command
