#include "base/stop.h"

#include <atomic>
#include <csignal>

namespace base {
namespace {

// A signal reaches the process, not an object, so these have to be reachable from everywhere.
std::atomic<bool> requested = false;
std::atomic<int> last_signal = 0;
int alive = 0;  // StopOnSignals
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

void handle(int signal) {
  if (requested.exchange(true) && signal == SIGINT) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
  last_signal = signal;
}

}  // namespace

void request_stop() { requested = true; }

bool stop_requested() { return requested; }

void clear_stop() { requested = false; }

StopOnSignals::StopOnSignals() {
  if (alive++ > 0) return;
  struct sigaction action {};
  action.sa_handler = handle;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  sigaction(SIGUSR2, &action, nullptr);
}

StopOnSignals::~StopOnSignals() {
  if (--alive > 0) return;
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  std::signal(SIGUSR2, SIG_DFL);
}

base::ExitCode stop_exit_code() {
  return last_signal == SIGINT ? base::ExitCode::interrupted : base::ExitCode::stopped;
}

}  // namespace base
