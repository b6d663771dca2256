#pragma once
#include <optional>
#include <span>

namespace base {

/// Two-sided p value of Welch's t test (1947): that two samples whose variances may differ have the
/// same mean. Where neither varies it is 1 for equal means, else 0. Promise: two values each.
double welch_p_value(std::span<const double> one, std::span<const double> other);

/// Below this p value two means are told apart, and this share of repetitions has to.
inline constexpr double told_apart_below = 0.05, wanted_power = 0.8;

/// How many values of each of two kinds would tell their means apart.
struct SampleSize {
  std::optional<int> size;  ///< nothing: more than the most that was asked about
  double power = 0;         ///< share of repetitions that tell them apart, at that size
};

/// The least size, 2 to `most`, at which of 1000 repetitions `wanted_power` are told apart by
/// welch_p_value: each draws that many values of either kind with replacement from those there are
/// (bootstrap: Efron 1979; of the size: Efron and Tibshirani 1993, section 25.5), and the size is
/// bisected. The same for the same values, in any order. It takes the values for all there is to
/// know: of a few, whose spread is likely larger than it looks, the size is likely too small.
/// Promise: two values of each kind, most >= 2.
SampleSize needed_size(std::span<const double> one, std::span<const double> other, int most);

}  // namespace base
