#include "base/power_law.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/error.h"
#include "base/random.h"

namespace base {
namespace {

constexpr int redraws = 4000;

struct Line {
  double slope = 0, start = 0;
};

/// Through (log x, log value) of every value, `value(i, j)` being the j-th at the i-th x.
Line fitted(std::span<const AtX> measured,
            const std::function<double(std::size_t, std::size_t)>& value) {
  double n = 0, sum_x = 0, sum_y = 0, sum_xx = 0, sum_xy = 0;
  for (std::size_t i = 0; i < measured.size(); ++i) {
    const double x = std::log(measured[i].x);
    for (std::size_t j = 0; j < measured[i].values.size(); ++j) {
      const double y = std::log(value(i, j));
      n += 1;
      sum_x += x;
      sum_y += y;
      sum_xx += x * x;
      sum_xy += x * y;
    }
  }
  const double slope = (n * sum_xy - sum_x * sum_y) / (n * sum_xx - sum_x * sum_x);
  return {slope, (sum_y - slope * sum_x) / n};
}

void check_promise(std::span<const AtX> measured) {
  bool differ = false;
  for (const AtX& at : measured) {
    differ = differ || at.x != measured.front().x;
    promise(at.x > 0 && !at.values.empty() && std::ranges::min(at.values) > 0,
            "power_law needs x and values above 0, and a value at each x");
  }
  promise(differ, "power_law needs two different x");
}

}  // namespace

PowerLaw power_law(std::span<const AtX> measured) {
  check_promise(measured);
  const Line line =
      fitted(measured, [&](std::size_t i, std::size_t j) { return measured[i].values[j]; });
  Random random(0, "base/power_law");
  std::vector<double> slopes;
  for (int k = 0; k < redraws; ++k) {
    const auto redrawn = [&](std::size_t i, std::size_t) {
      const auto& values = measured[i].values;
      return values[static_cast<std::size_t>(random.below(std::ssize(values)))];
    };
    slopes.push_back(fitted(measured, redrawn).slope);
  }
  std::ranges::sort(slopes);
  const auto quantile = [&](double share) {
    return slopes[static_cast<std::size_t>(share * (redraws - 1))];
  };
  return {{line.slope, quantile(0.025), quantile(0.975)}, std::exp(line.start)};
}

}  // namespace base
