#pragma once
#include <sys/types.h>

#include "base/exit_code.h"

namespace base {

/// Asks whatever works in this process (train_run, run_sweep) to save, end early and say so. Safe
/// in a signal handler.
void request_stop();

bool stop_requested();

/// Forgets the request, so that later work is not stopped by it.
void clear_stop();

/// While one lives, SIGINT, SIGTERM, SIGHUP (a terminal that was closed; not under nohup), SIGUSR1
/// and SIGUSR2 (with which schedulers announce a time limit) request a stop; a second SIGINT ends
/// the process at once. From the first on a reader of our messages that goes away stops nothing
/// (SIGPIPE). One that lives within another changes nothing. Afterwards all but SIGPIPE do what
/// they did before.
class StopOnSignals {
 public:
  StopOnSignals();
  ~StopOnSignals();
  StopOnSignals(const StopOnSignals&) = delete;
  StopOnSignals& operator=(const StopOnSignals&) = delete;
};

/// Requests a stop (as SIGTERM does, and by it) when the process `parent`, which started this one,
/// ends however it ends, or has ended.
void stop_with_parent(pid_t parent);

/// The variable in which a process tells one that it starts its own number, for stop_with_parent.
inline constexpr const char* parent_variable = "LAB_PARENT";
/// The signal that asked for a stop last, since one that lives in no other was made; 0: none.
int stop_signal();

/// What the program ends with after a stop: interrupted if SIGINT asked for it, else stopped.
base::ExitCode stop_exit_code();

}  // namespace base
