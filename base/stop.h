#pragma once
#include "base/exit_code.h"

namespace base {

/// Asks whatever works in this process (train_run, run_sweep) to save, end early and say so. Safe
/// in a signal handler.
void request_stop();

bool stop_requested();

/// Forgets the request, so that later work is not stopped by it.
void clear_stop();

/// While one lives, SIGINT, SIGTERM and SIGUSR2 (with which Slurm announces a time limit) request a
/// stop; a second SIGINT ends the process at once. One that lives within another changes nothing.
/// Afterwards they do what they did before.
class StopOnSignals {
 public:
  StopOnSignals();
  ~StopOnSignals();
  StopOnSignals(const StopOnSignals&) = delete;
  StopOnSignals& operator=(const StopOnSignals&) = delete;
};

/// The signal that asked for a stop last, since one that lives in no other was made; 0: none.
int stop_signal();

/// What the program ends with after a stop: interrupted if SIGINT asked for it, else stopped.
base::ExitCode stop_exit_code();

}  // namespace base
