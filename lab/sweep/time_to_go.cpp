#include "lab/sweep/time_to_go.h"

#include <algorithm>

namespace lab::sweep {

std::optional<double> seconds_to_go(std::span<const store::RunView> running, const Pace& ended,
                                    std::int64_t waiting_steps, int jobs) {
  Pace known = ended;
  for (const store::RunView& run : running) {
    if (run.steps_per_second <= 0) continue;
    known.seconds += static_cast<double>(run.step) / run.steps_per_second;
    known.steps += run.step;
  }
  if (known.steps == 0) return std::nullopt;
  const double seconds_a_step = known.seconds / static_cast<double>(known.steps);
  double longest = 0, sum = static_cast<double>(waiting_steps) * seconds_a_step;
  for (const store::RunView& run : running) {
    const double left = static_cast<double>(run.steps - run.step);
    const double seconds =
        run.steps_per_second > 0 ? left / run.steps_per_second : left * seconds_a_step;
    longest = std::max(longest, seconds);
    sum += seconds;
  }
  return std::max(longest, sum / std::max(jobs, 1));
}

}  // namespace lab::sweep
