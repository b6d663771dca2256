#pragma once
#include <cstdint>
#include <optional>
#include <span>

#include "lab/store/store_watch.h"

namespace lab::sweep {

/// Work that was measured, to judge by what is left.
struct Pace {
  double seconds = 0;
  std::int64_t steps = 0;
};

/// Seconds until a sweep ends: what runs goes on at its own pace, and so many steps that wait at
/// the mean pace of what runs and what ended, `jobs` at a time. Nothing while no pace is known.
std::optional<double> seconds_to_go(std::span<const store::RunView> running, const Pace& ended,
                                    std::int64_t waiting_steps, int jobs);

}  // namespace lab::sweep
