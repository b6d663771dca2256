#pragma once
#include <optional>
#include <span>
#include <vector>

#include "base/statistics.h"

namespace base {

/// How long one of several things was watched for something that happens once.
struct Watched {
  double time = 0;        ///< when it happened, or when nobody looked any more
  bool happened = false;  ///< false: not by then (censored)
};

/// A time at which it happened to some, or at which some were not watched any more.
struct SurvivalStep {
  double time = 0;
  int at_risk = 0;   ///< watched up to here, to which it had not happened before
  int happened = 0;  ///< to how many of them
  int censored = 0;  ///< how many were not watched beyond, counted after those
  Estimate left;     ///< share to which it has not happened, from here on
};

/// The share to which it has not happened yet, over time, and the time by which it has to half.
struct SurvivalCurve {
  std::vector<SurvivalStep> steps;  ///< by rising time
  std::optional<double> median;     ///< nothing: the share stays above a half
  std::optional<double> low, high;  ///< its 95 % interval; nothing: open at that end
};

/// The product-limit estimate (Kaplan and Meier 1958, JASA 53:457). Variance: Greenwood 1926. The
/// 95 % intervals of shares are those of log(-log share) (Kalbfleisch and Prentice 1980, section
/// 1.4); where nobody is left the upper end stays as it was, for the formula has none. That of the
/// median holds the times whose share's interval holds a half (Brookmeyer and Crowley 1982).
SurvivalCurve kaplan_meier(std::span<const Watched> watched);

}  // namespace base
