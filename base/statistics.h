#pragma once
#include <cstdint>
#include <span>

namespace base {

/// A value and how sure it is: from `low` to `high`, a 95 % interval where nothing else is said.
struct Estimate {
  double middle = 0, low = 0, high = 0;
};

/// 95 % Wilson score interval of a proportion; middle = hits / trials. (Wilson 1927.)
/// Promise: 0 <= hits <= trials, trials > 0.
Estimate wilson(std::int64_t hits, std::int64_t trials);

/// The same of a share that was counted over some things of which only `different` differ, the
/// others being copies. Promise: 0 <= share <= 1, different > 0.
Estimate wilson_of_share(double share, std::int64_t different);

/// Mean with its 95 % t interval over independent seeds. One value gives an interval of no width.
/// Promise: not empty.
Estimate mean_t(std::span<const double> values);

/// Median (mean of the middle two for an even count). Promise: not empty.
double median(std::span<const double> values);

/// Median with the lowest and highest value: what a handful of seeds can honestly show.
/// Promise: not empty.
Estimate median_range(std::span<const double> values);

}  // namespace base
