#include "lab/sweep/outcome.h"

#include "base/stop.h"

namespace lab::sweep {

SweepOutcome& operator+=(SweepOutcome& all, const SweepOutcome& more) {
  all.done += more.done;
  all.cached += more.cached;
  all.failed += more.failed;
  all.stopped += more.stopped;
  all.not_begun += more.not_begun;
  all.given_up += more.given_up;
  all.diverged += more.diverged;
  all.too_many_failed = all.too_many_failed || more.too_many_failed;
  all.claimed.insert(all.claimed.end(), more.claimed.begin(), more.claimed.end());
  return all;
}

base::ExitCode exit_code(const SweepOutcome& outcome) {
  if (outcome.too_many_failed) return base::ExitCode::check_failed;
  if (outcome.left() > 0) return base::stop_exit_code();
  if (outcome.failed > 0) return base::ExitCode::check_failed;
  return outcome.claimed.empty() ? base::ExitCode::done : base::ExitCode::stopped;
}

}  // namespace lab::sweep
