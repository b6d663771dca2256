#pragma once
#include <string>

namespace base {

/// Seconds since some fixed moment; never goes back.
double seconds_now();

/// The time of day as "2024-05-31T23:59:59Z".
std::string utc_now();

/// A duration for people: "45 s", "3 min 20 s", "2 h 05 min".
std::string duration_text(double seconds);

}  // namespace base
