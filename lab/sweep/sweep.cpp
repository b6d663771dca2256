#include "lab/sweep/sweep.h"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <utility>

#include "base/child_process.h"
#include "base/error.h"
#include "base/stop.h"
#include "lab/store/claim.h"
#include "lab/store/descent.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/store/waiting_list.h"
#include "lab/sweep/bisection.h"
#include "lab/sweep/child_end.h"
#include "lab/sweep/median_stopping.h"
#include "lab/sweep/memory_room.h"
#include "lab/sweep/run_queue.h"
#include "lab/sweep/sweep_line.h"

namespace lab::sweep {
namespace {

constexpr std::chrono::milliseconds longest_wait(100);  // a signal to stop ends it earlier

struct Running {
  Waiting what;
  pid_t process = 0;
  std::int64_t bytes = 0;  ///< of memory, at most
  bool given_up = false;   ///< it has been told
};

class Sweep {
 public:
  Sweep(std::span<const spec::plan::PlannedRun> runs, const SweepOptions& options,
        const std::optional<spec::plan::MedianStopping>& stopping)
      : options_(options), queue_(runs, options.store), line_(queue_.runs(), options) {
    if (stopping) watch_.emplace(*stopping, runs, options.store);
  }

  SweepOutcome work();

 private:
  bool has_room_for(const Waiting& what);
  void begin(const Waiting& what);
  SweepState state() const;
  void begin_without_start(const Waiting& what);
  void start(const Waiting& what);
  void tell_what_waits();
  void put_off(const Waiting& what);
  bool ends_early() const;
  void stop_children();
  void wait_for_children() const;
  void give_up_the_worst();
  void look_after_children();
  void settle(const Running& child, int code);
  bool was_stopped(const Running& child, int code) const;
  void count_finished(const Waiting& what, int& count);
  void fail(const spec::RunSpec& spec, const std::string& reason);
  std::filesystem::path folder(const Waiting& what) const {
    return store::run_folder(options_.store, what.run->spec.fingerprint);
  }

  const SweepOptions& options_;
  RunQueue queue_;
  SweepLine line_;
  std::optional<MedianWatch> watch_;
  std::vector<Running> running_;
  MemoryRoom memory_{options_};
  bool told_what_waits_ = false;
  std::optional<store::WaitingList> waiting_list_;
  SweepOutcome outcome_;
  bool passed_on_ = false;  ///< the request to stop, to the children
};

SweepOutcome Sweep::work() {
  const base::StopOnSignals signals;
  while (!running_.empty() || (queue_.waiting() > 0 && !ends_early())) {
    while (std::ssize(running_) < options_.jobs && !ends_early()) {
      const Waiting* next = queue_.next();
      if (next == nullptr || !has_room_for(*next)) break;
      begin(queue_.take_next());
    }
    if (ends_early()) stop_children();
    wait_for_children();
    give_up_the_worst();
    look_after_children();
    line_.update(outcome_, state());
  }
  outcome_.not_begun += static_cast<int>(queue_.waiting());
  line_.finish(outcome_);
  return outcome_;
}

SweepState Sweep::state() const {
  SweepState state{{}, queue_.waiting_steps()};
  for (const Running& child : running_) state.running.push_back(folder(child.what));
  return state;
}

bool Sweep::ends_early() const { return base::stop_requested() || outcome_.too_many_failed; }

void Sweep::stop_children() {
  if (passed_on_) return;
  for (const Running& child : running_) kill(child.process, SIGTERM);
  passed_on_ = true;
}

/// What cannot be read of it, its own start tells.
bool Sweep::has_room_for(const Waiting& what) try {
  if (store::is_finished(folder(what)) || memory_.is_there_for(*what.run)) return true;
  const std::optional<std::string> reason = options_.quiet ? std::nullopt : memory_.reason();
  if (reason) line_.say(*reason);
  return false;
} catch (const base::Error&) {
  return true;
}

void Sweep::begin(const Waiting& what) {
  const spec::RunSpec& spec = what.run->spec;
  try {
    if (store::is_finished(folder(what))) {
      count_finished(what, outcome_.cached);
    } else if (store::claim_holder(folder(what))) {
      put_off(what);
    } else if (watch_ && queue_.is_of_sweep(*what.run) && watch_->gives_up(*what.run)) {
      ++outcome_.given_up;
      queue_.settle(spec);
    } else if (!store::is_start_ready(spec, options_.store)) {
      begin_without_start(what);
    } else {
      start(what);
    }
  } catch (const base::Error& error) {
    fail(spec, error.what());
  }
}

/// What it starts from was not finished by this sweep: another process is at it, or it failed.
void Sweep::begin_without_start(const Waiting& what) {
  const spec::RunSpec& spec = what.run->spec;
  if (store::claim_holder(store::run_folder(options_.store, spec.start->run))) {
    outcome_.claimed.push_back(*what.run);
    queue_.settle(spec);
  } else {
    fail(spec, "run " + spec.start->run + ", which it starts from, was not trained to its end");
  }
}

void Sweep::start(const Waiting& what) {
  const std::int64_t bytes = memory_.of(*what.run);
  store::prepare_run_folder(folder(what), what.run->spec);
  tell_what_waits();
  const std::string threads = std::to_string(options_.threads_per_run);
  const pid_t process = base::start_process(
      {base::running_program, "train", folder(what) / "spec.textproto", "--store", options_.store,
       "--threads", threads, "--quiet"},
      {{base::parent_variable, std::to_string(getpid())}}, folder(what) / "log.txt");
  memory_.take(bytes);
  running_.push_back({what, process, bytes});
}

/// To who looks at the store, from the first start on. A sweep goes on without.
void Sweep::tell_what_waits() try {
  if (std::exchange(told_what_waits_, true)) return;
  std::vector<store::WaitingRun> runs;
  for (const spec::plan::PlannedRun& run : queue_.all()) {
    runs.push_back({run.spec.fingerprint, run.spec.name, run.spec.train.steps});
  }
  waiting_list_.emplace(options_.store, runs);
  const std::optional<std::string> no_locks = waiting_list_->remark();
  if (no_locks && !options_.quiet) line_.say("warning: " + *no_locks);
} catch (const base::Error& error) {
  line_.say(fmt::format("warning: `lab top` will not show what waits: {}", error.what()));
}

void Sweep::put_off(const Waiting& what) {
  if (what.second_turn) {
    outcome_.claimed.push_back(*what.run);
    queue_.settle(what.run->spec);
  } else {
    queue_.put_back({what.run, true});
  }
}

void Sweep::wait_for_children() const {
  std::vector<pid_t> processes;
  for (const Running& child : running_) processes.push_back(child.process);
  base::wait_for_any(processes, longest_wait);
}

void Sweep::give_up_the_worst() {
  if (!watch_) return;
  for (Running& child : running_) {
    if (child.given_up || !queue_.is_of_sweep(*child.what.run)) continue;
    if (!watch_->gives_up(*child.what.run)) continue;
    child.given_up = true;
    kill(child.process, SIGTERM);
    const spec::RunSpec& spec = child.what.run->spec;
    if (!options_.quiet) {
      line_.say(fmt::format("given up, below the median: {} ({})", spec.fingerprint, spec.name));
    }
  }
}

void Sweep::look_after_children() {
  std::erase_if(running_, [&](const Running& child) {
    const std::optional<int> code = base::exit_code_of(child.process);
    if (!code) return false;
    memory_.give_back(child.bytes);
    settle(child, *code);
    return true;
  });
}

void Sweep::settle(const Running& child, int code) try {
  const Waiting& what = child.what;
  if (code == 0) {
    line_.ended(what.run->spec, folder(what));
    count_finished(what, outcome_.done);
  } else if (store::is_finished(folder(what))) {
    count_finished(what, outcome_.cached);  // by another process, which was a moment faster
  } else if (store::claim_holder(folder(what))) {
    put_off(what);
  } else if (was_stopped(child, code)) {
    ++(child.given_up ? outcome_.given_up : outcome_.stopped);
    queue_.settle(what.run->spec);
  } else {
    fail(what.run->spec, how_it_failed(folder(what), code));
  }
} catch (const base::Error& error) {  // its folder cannot be read
  fail(child.what.run->spec, error.what());
}

bool Sweep::was_stopped(const Running& child, int code) const {
  const auto ended = static_cast<base::ExitCode>(code);
  if (ended == base::ExitCode::stopped || ended == base::ExitCode::interrupted) return true;
  // Told to while it started and could not listen yet: the signal ended it, with nothing to save.
  const bool ended_by_it = code == 128 + SIGTERM || code == 128 + SIGUSR2;
  return ended_by_it && (ends_early() || child.given_up);
}

void Sweep::count_finished(const Waiting& what, int& count) {
  ++count;
  queue_.settle(what.run->spec);
  const auto loss = store::read_manifest(folder(what)).value_or(store::Manifest{}).final_loss;
  if (loss && loss->is_diverged()) ++outcome_.diverged;
}

void Sweep::fail(const spec::RunSpec& spec, const std::string& reason) {
  ++outcome_.failed;
  queue_.settle(spec);
  line_.say(fmt::format("failed: {} ({}): {}", spec.fingerprint, spec.name, reason));
  outcome_.too_many_failed = options_.most_failures && outcome_.failed >= *options_.most_failures;
}

}  // namespace

SweepOutcome run_sweep(std::span<const spec::plan::PlannedRun> runs, const SweepOptions& options,
                       const std::optional<spec::plan::MedianStopping>& stopping) {
  return Sweep(runs, options, stopping).work();
}

SweepOutcome run_plan(const spec::plan::SweepPlan& plan, const SweepOptions& options) {
  if (!plan.search) return run_sweep(plan.runs, options, plan.stopping);
  const auto percent = [&](const spec::plan::PlannedRun& run) -> std::optional<double> {
    const auto folder = store::run_folder(options.store, run.spec.fingerprint);
    if (!store::is_finished(folder)) return std::nullopt;
    return searched_percent(plan, run.spec, store::scores_in(folder));
  };
  const base::StopOnSignals signals;  // between the rounds as well
  SweepOutcome all;
  while (exit_code(all) == base::ExitCode::done) {  // what comes next hangs on what is left
    const std::vector<spec::plan::PlannedRun> needed = needed_runs(plan, percent);
    if (needed.empty()) break;
    all += run_sweep(needed, options);
  }
  return all;
}

}  // namespace lab::sweep
