#include "lab/sweep/sweep.h"

#include <fmt/format.h>
#include <signal.h>

#include <chrono>
#include <map>
#include <sstream>

#include "base/child_process.h"
#include "base/error.h"
#include "base/file.h"
#include "base/machine.h"
#include "base/stop.h"
#include "lab/store/claim.h"
#include "lab/store/descent.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/sweep/bisection.h"
#include "lab/sweep/median_stopping.h"
#include "lab/sweep/run_queue.h"
#include "lab/sweep/sweep_line.h"
#include "lab/train/memory.h"

namespace lab::sweep {
namespace {

constexpr std::chrono::milliseconds longest_wait(100);  // a signal to stop ends it earlier

struct Running {
  Waiting what;
  pid_t process = 0;
  std::int64_t bytes = 0;  ///< of memory, at most; 0 where it runs alone
  bool given_up = false;   ///< it has been told
};

std::string last_line(const std::filesystem::path& file) {
  std::string last = "no message";
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return last;
  std::istringstream lines(base::read_file(file));
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) last = line;
  }
  return last;
}

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
  std::int64_t memory_of(const Waiting& what);
  void begin(const Waiting& what);
  void begin_without_start(const Waiting& what);
  void start(const Waiting& what);
  void put_off(const Waiting& what);
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
  const std::optional<std::int64_t> free_ = base::available_memory();
  std::map<spec::plan::Settings, std::int64_t>
      memory_;  ///< of runs, known for those that were looked at
  bool told_of_memory_ = false;
  SweepOutcome outcome_;
  bool passed_on_ = false;  ///< the request to stop, to the children
};

SweepOutcome Sweep::work() {
  const base::StopOnSignals signals;
  while (!running_.empty() || (queue_.waiting() > 0 && !base::stop_requested())) {
    while (std::ssize(running_) < options_.jobs && !base::stop_requested()) {
      const Waiting* next = queue_.next();
      if (next == nullptr || !has_room_for(*next)) break;
      begin(queue_.take_next());
    }
    if (base::stop_requested() && !passed_on_) {
      for (const Running& child : running_) kill(child.process, SIGTERM);
      passed_on_ = true;
    }
    wait_for_children();
    give_up_the_worst();
    look_after_children();
    line_.update(outcome_, running_.size());
  }
  outcome_.stopped += static_cast<int>(queue_.waiting());
  line_.finish(outcome_);
  return outcome_;
}

/// Whether memory is free for one more beside those that run. What is wrong with it, or that it
/// does not fit alone, its own start tells.
bool Sweep::has_room_for(const Waiting& what) try {
  if (running_.empty() || !free_ || store::is_finished(folder(what))) return true;
  std::int64_t taken = memory_of(what);
  for (const Running& child : running_) taken += child.bytes;
  if (taken <= *free_) return true;
  if (!told_of_memory_ && !options_.quiet) {
    line_.say(
        fmt::format("{} at a time: with one more up to {} of memory would be taken, {} are free",
                    running_.size(), train::bytes_text(taken), train::bytes_text(*free_)));
    told_of_memory_ = true;
  }
  return false;
} catch (const base::Error&) {
  return true;
}

std::int64_t Sweep::memory_of(const Waiting& what) {
  const auto [place, added] = memory_.try_emplace(what.run->settings, 0);
  if (added) {
    const train::Lesson lesson = train::lesson_of(what.run->spec);
    place->second = train::total(train::memory_to_train(lesson, options_.threads_per_run));
  }
  return place->second;
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
  const std::int64_t bytes = options_.jobs > 1 ? memory_of(what) : 0;
  store::prepare_run_folder(folder(what), what.run->spec);
  const std::string threads = std::to_string(options_.threads_per_run);
  const pid_t process =
      base::start_process({base::running_program, "train", folder(what) / "spec.textproto",
                           "--store", options_.store, "--threads", threads, "--quiet"},
                          {}, folder(what) / "log.txt");
  running_.push_back({what, process, bytes});
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
    if (code) settle(child, *code);
    return code.has_value();
  });
}

void Sweep::settle(const Running& child, int code) try {
  const Waiting& what = child.what;
  if (code == 0) {
    count_finished(what, outcome_.done);
  } else if (store::is_finished(folder(what))) {
    count_finished(what, outcome_.cached);  // by another process, which was a moment faster
  } else if (store::claim_holder(folder(what))) {
    put_off(what);
  } else if (was_stopped(child, code)) {
    ++(child.given_up ? outcome_.given_up : outcome_.stopped);
    queue_.settle(what.run->spec);
  } else {
    fail(what.run->spec,
         fmt::format("exit code {}: {}", code, last_line(folder(what) / "log.txt")));
  }
} catch (const base::Error& error) {  // its folder cannot be read
  fail(child.what.run->spec, error.what());
}

bool Sweep::was_stopped(const Running& child, int code) const {
  const auto ended = static_cast<base::ExitCode>(code);
  if (ended == base::ExitCode::stopped || ended == base::ExitCode::interrupted) return true;
  // Told to while it started and could not listen yet: the signal ended it, with nothing to save.
  const bool ended_by_it = code == 128 + SIGTERM || code == 128 + SIGUSR2;
  return ended_by_it && (base::stop_requested() || child.given_up);
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
