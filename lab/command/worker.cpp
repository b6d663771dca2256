#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>

#include "base/numbers.h"
#include "base/stop.h"
#include "lab/command/command.h"
#include "lab/command/options.h"
#include "lab/sweep/run_list.h"
#include "lab/sweep/sweep.h"

namespace lab::command {
namespace {

constexpr std::chrono::seconds between_looks(2);

/// So that the workers of an array do not all begin with the same runs.
void begin_elsewhere(std::vector<spec::plan::PlannedRun>& runs) {
  const char* task = std::getenv("SLURM_ARRAY_TASK_ID");
  const char* tasks = std::getenv("SLURM_ARRAY_TASK_COUNT");
  const auto number = base::number_in<std::size_t>(task == nullptr ? "" : task);
  const auto count = base::number_in<std::size_t>(tasks == nullptr ? "" : tasks);
  if (!number || !count || *count == 0 || *number >= *count) return;
  const auto first = static_cast<std::ptrdiff_t>(runs.size() * *number / *count);
  std::ranges::rotate(runs, runs.begin() + first);
}

void wait_a_little() {
  const auto begin = std::chrono::steady_clock::now();
  while (!base::stop_requested() && std::chrono::steady_clock::now() - begin < between_looks) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

base::ExitCode run(const Arguments& arguments) {
  const base::StopOnSignals signals;  // from the start: to read many specs may take a while
  const sweep::SweepOptions options{store_of(arguments), 1, threads_of(arguments, 1),
                                    flag(arguments, "quiet"), fail_fast_of(arguments)};
  const std::string list = text(arguments, "list", "");
  std::vector<spec::plan::PlannedRun> runs =
      list.empty() ? sweep::runs_in(options.store) : sweep::read_run_list(list, options.store);
  begin_elsewhere(runs);
  bool failed = false;
  while (true) {
    const sweep::SweepOutcome outcome = sweep::run_sweep(runs, options);
    if (outcome.left() > 0) return sweep::exit_code(outcome);
    failed = failed || outcome.failed > 0;
    if (outcome.claimed.empty())
      return failed ? base::ExitCode::check_failed : base::ExitCode::done;
    // Others are at work: one of them may be lost, and its run is then to be taken over. One that
    // failed here is left alone: it would most likely fail again.
    runs = outcome.claimed;
    wait_a_little();
    if (base::stop_requested()) return base::stop_exit_code();
  }
}

}  // namespace

Command worker_command() {
  Command command{
      "worker",
      "[LIST] [--store FOLDER] [--threads N] [--fail-fast N]",
      "takes runs of a store until none is left, beside others that do",
      "LIST names runs by fingerprint, a line each, as `lab sweep --executor slurm` writes it;\n"
      "without it all runs in the store are meant. As many workers as one likes, on any machines\n"
      "that see the store: a run is done once, and that of a lost worker is taken over. A stop\n"
      "(SIGTERM, SIGUSR2, Ctrl-C) saves the state and ends with 75: work is left. A run that "
      "fails\n"
      "is tried once, and the worker ends with 1.",
      {"lab worker --store /scratch/runs", "lab worker sweep.runs --threads 2"},
      {{"list", {Completion::files}}},
      run};
  add_threads(command.options, "of each run (default: 1)");
  add_fail_fast(command.options);
  add_store(command.options);
  add_quiet(command.options);
  return command;
}

}  // namespace lab::command
