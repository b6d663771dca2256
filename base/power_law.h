#pragma once
#include <span>
#include <vector>

#include "base/statistics.h"

namespace base {

/// Measurements at one x, of independent seeds.
struct AtX {
  double x = 0;
  std::vector<double> values;
};

/// value = factor * x^exponent.
struct PowerLaw {
  Estimate exponent;  ///< with its 95 % bootstrap interval: the values at each x drawn again
  double factor = 1;
};

/// Least squares through all (log x, log value), each x weighted by its number of values. The
/// interval is the same in every program. Promise: two different x at least, x and values above 0,
/// no x without values.
PowerLaw power_law(std::span<const AtX> measured);

}  // namespace base
