#include "base/sample_size.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <vector>

#include "base/error.h"
#include "base/random.h"

namespace base {
namespace {

constexpr int repetitions = 1000;

struct Moments {
  double mean = 0, variance_of_mean = 0;
};

Moments moments(std::span<const double> values) {
  const double n = static_cast<double>(values.size());
  double sum = 0, squares = 0;
  for (const double value : values) sum += value;
  for (const double value : values) squares += (value - sum / n) * (value - sum / n);
  return {sum / n, squares / (n - 1) / n};
}

void draw(std::span<const double> values, Random* random, std::vector<double>* drawn) {
  for (double& one : *drawn) {
    one = values[static_cast<std::size_t>(random->below(std::ssize(values)))];
  }
}

bool varies(std::span<const double> values) {
  return std::ranges::any_of(values, [&](double value) { return value != values.front(); });
}

double power_of(std::span<const double> one, std::span<const double> other, int size) {
  Random random(0, "sample size", static_cast<std::uint64_t>(size));
  std::vector<double> mine(static_cast<std::size_t>(size)), others(mine.size());
  const bool vary = varies(one) || varies(other);
  int apart = 0;
  for (int i = 0; i < repetitions; ++i) {
    draw(one, &random, &mine);
    draw(other, &random, &others);
    // Kinds that vary are not told apart by values that happen to be all the same.
    if (vary && !varies(mine) && !varies(others)) continue;
    if (welch_p_value(mine, others) < told_apart_below) ++apart;
  }
  return static_cast<double>(apart) / repetitions;
}

std::vector<double> sorted(std::span<const double> values) {
  std::vector<double> all(values.begin(), values.end());
  std::ranges::sort(all);
  return all;
}

}  // namespace

double welch_p_value(std::span<const double> one, std::span<const double> other) {
  promise(one.size() > 1 && other.size() > 1, "Welch's test needs two values of each kind");
  const Moments a = moments(one), b = moments(other);
  const double variance = a.variance_of_mean + b.variance_of_mean;
  if (variance == 0) return a.mean == b.mean ? 1 : 0;
  const auto part = [](double of_mean, std::size_t n) {
    return of_mean * of_mean / (static_cast<double>(n) - 1);
  };
  const double freedom =
      variance * variance /
      (part(a.variance_of_mean, one.size()) + part(b.variance_of_mean, other.size()));
  const double t = std::abs(a.mean - b.mean) / std::sqrt(variance);
  const boost::math::students_t distribution(freedom);
  return 2 * boost::math::cdf(boost::math::complement(distribution, t));
}

SampleSize needed_size(std::span<const double> one, std::span<const double> other, int most) {
  promise(one.size() > 1 && other.size() > 1 && most >= 2, "two values of each kind, most >= 2");
  std::vector<double> first = sorted(one), second = sorted(other);
  if (second < first) std::swap(first, second);
  const double at_most = power_of(first, second, most);
  if (at_most < wanted_power) return {std::nullopt, at_most};
  SampleSize found{most, at_most};
  for (int below = 1; *found.size - below > 1;) {
    const int middle = below + (*found.size - below) / 2;
    const double power = power_of(first, second, middle);
    if (power < wanted_power) {
      below = middle;
    } else {
      found = {middle, power};
    }
  }
  return found;
}

}  // namespace base
