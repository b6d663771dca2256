#include "base/stop.h"

#include <array>
#include <atomic>
#include <csignal>

namespace base {
namespace {

// A signal reaches the process, not an object, so these have to be reachable from everywhere.
std::atomic<bool> requested = false;
std::atomic<int> last_signal = 0;
int alive = 0;  // StopOnSignals
constexpr std::array asking{SIGINT, SIGTERM, SIGUSR2};
std::array<struct sigaction, asking.size()> before;  // what they did until then
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
  last_signal = 0;
  struct sigaction action {};
  action.sa_handler = handle;
  action.sa_flags = SA_RESTART;
  for (std::size_t i = 0; i < asking.size(); ++i) sigaction(asking[i], &action, &before[i]);
}

StopOnSignals::~StopOnSignals() {
  if (--alive > 0) return;
  for (std::size_t i = 0; i < asking.size(); ++i) sigaction(asking[i], &before[i], nullptr);
}

int stop_signal() { return last_signal; }

base::ExitCode stop_exit_code() {
  return last_signal == SIGINT ? base::ExitCode::interrupted : base::ExitCode::stopped;
}

}  // namespace base
