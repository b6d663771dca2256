#include "base/survival.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/normal.h"

namespace base {
namespace {

/// 95 %, of a share to which it has not happened and Greenwood's sum of d / (n (n - d)).
Estimate interval(double share, double greenwood, double high_before) {
  if (share == 1) return {1, 1, 1};
  if (share == 0) return {0, 0, high_before};
  // log(-log s) is spread by sqrt(greenwood) / |log s|, so s by a power of itself.
  const double spread = normal_95 * std::sqrt(greenwood) / std::abs(std::log(share));
  return {share, std::pow(share, std::exp(spread)), std::pow(share, std::exp(-spread))};
}

std::vector<SurvivalStep> counted(std::span<const Watched> watched) {
  std::map<double, SurvivalStep> by_time;
  for (const Watched& one : watched) {
    SurvivalStep& step = by_time[one.time];
    step.time = one.time;
    ++(one.happened ? step.happened : step.censored);
  }
  std::vector<SurvivalStep> steps;
  int left = static_cast<int>(watched.size());
  for (const auto& [time, step] : by_time) {
    steps.push_back(step);
    steps.back().at_risk = left;
    left -= step.happened + step.censored;
  }
  return steps;
}

std::optional<double> first_at_most_half(const std::vector<SurvivalStep>& steps,
                                         double Estimate::*end) {
  constexpr double half = 0.5 + 1e-12;  // a half that was rounded up is one
  const auto found =
      std::ranges::find_if(steps, [&](const SurvivalStep& step) { return step.left.*end <= half; });
  return found == steps.end() ? std::nullopt : std::optional(found->time);
}

}  // namespace

SurvivalCurve kaplan_meier(std::span<const Watched> watched) {
  SurvivalCurve curve{counted(watched), {}, {}, {}};
  double share = 1, greenwood = 0, high = 1;
  for (SurvivalStep& step : curve.steps) {
    const double n = step.at_risk, d = step.happened;
    share *= (n - d) / n;
    if (d < n) greenwood += d / (n * (n - d));
    step.left = interval(share, greenwood, high);
    high = step.left.high;
  }
  curve.median = first_at_most_half(curve.steps, &Estimate::middle);
  curve.low = first_at_most_half(curve.steps, &Estimate::low);
  curve.high = first_at_most_half(curve.steps, &Estimate::high);
  return curve;
}

}  // namespace base
