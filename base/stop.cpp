#include "base/stop.h"

#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>

namespace base {
namespace {

// A signal reaches the process, not an object, so these have to be reachable from everywhere.
std::atomic<bool> requested = false;
std::atomic<int> last_signal = 0;
int alive = 0;  // StopOnSignals
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

constexpr std::array stop_signals{SIGINT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2};
std::array<struct sigaction, stop_signals.size()> before;  // what they did until then

void handle(int signal) {
  if (requested.exchange(true) && signal == SIGINT) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
  last_signal = signal;
}

/// As nohup leaves it: whoever started us wants it to be so.
bool is_hangup_ignored() {
  struct sigaction now {};
  return sigaction(SIGHUP, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

}  // namespace

void request_stop() { requested = true; }

bool stop_requested() { return requested; }

void clear_stop() { requested = false; }

StopOnSignals::StopOnSignals() {
  if (alive++ > 0) return;
  last_signal = 0;
  struct sigaction action {};
  action.sa_handler = handle;
  action.sa_flags = SA_RESTART;
  for (std::size_t i = 0; i < stop_signals.size(); ++i) {
    sigaction(stop_signals[i], nullptr, &before[i]);
    if (stop_signals[i] != SIGHUP || !is_hangup_ignored()) {
      sigaction(stop_signals[i], &action, nullptr);
    }
  }
  // And stays so: what is said at the end may find its reader gone as well.
  std::signal(SIGPIPE, SIG_IGN);
}

StopOnSignals::~StopOnSignals() {
  if (--alive > 0) return;
  for (std::size_t i = 0; i < stop_signals.size(); ++i) {
    sigaction(stop_signals[i], &before[i], nullptr);
  }
}

void stop_with_parent(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) request_stop();  // it ended before we asked
}

int stop_signal() { return last_signal; }

base::ExitCode stop_exit_code() {
  return last_signal == SIGINT ? base::ExitCode::interrupted : base::ExitCode::stopped;
}

}  // namespace base
