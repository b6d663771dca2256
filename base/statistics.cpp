#include "base/statistics.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <vector>

#include "base/error.h"
#include "base/normal.h"

namespace base {
namespace {

/// 97.5 % quantile of Student's t.
double t_95(std::size_t degrees_of_freedom) {
  const boost::math::students_t distribution(static_cast<double>(degrees_of_freedom));
  return boost::math::quantile(boost::math::complement(distribution, 0.025));
}

}  // namespace

Estimate wilson(std::int64_t hits, std::int64_t trials) {
  promise(trials > 0 && hits >= 0 && hits <= trials,
          "wilson needs 0 <= hits <= trials, trials > 0");
  return wilson_of_share(static_cast<double>(hits) / static_cast<double>(trials), trials);
}

Estimate wilson_of_share(double share, std::int64_t different) {
  promise(different > 0 && share >= 0 && share <= 1,
          "wilson_of_share needs 0 <= share <= 1, different > 0");
  const double spread = normal_95 * normal_95 / static_cast<double>(different);
  const double center = (share + spread / 2) / (1 + spread);
  const double half = std::sqrt(spread * (share * (1 - share) + spread / 4)) / (1 + spread);
  return {.middle = share,
          .low = share == 0 ? 0.0 : center - half,  // exactly, without rounding
          .high = share == 1 ? 1.0 : center + half};
}

Estimate mean_t(std::span<const double> values) {
  promise(!values.empty(), "mean_t needs a value");
  const double n = static_cast<double>(values.size());
  double sum = 0;
  for (const double value : values) sum += value;
  const double mean = sum / n;
  if (values.size() == 1) return {mean, mean, mean};
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double half = t_95(values.size() - 1) * std::sqrt(squares / (n - 1) / n);
  return {mean, mean - half, mean + half};
}

double median(std::span<const double> values) {
  promise(!values.empty(), "median needs a value");
  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  const std::size_t half = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

Estimate median_range(std::span<const double> values) {
  const double middle = median(values);
  const auto [low, high] = std::ranges::minmax(values);
  return {middle, low, high};
}

}  // namespace base
