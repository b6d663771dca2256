#include "base/statistics.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

namespace {

TEST_CASE("the Wilson interval is that of the textbook") {
  // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
  struct Row {
    int hits, trials;
    double low, high;
  };
  for (const Row& row : {Row{81, 263, 0.2553, 0.3662}, Row{15, 148, 0.0624, 0.1605},
                         Row{0, 20, 0, 0.1611}, Row{1, 29, 0.0061, 0.1718}}) {
    const base::Estimate interval = base::wilson(row.hits, row.trials);
    CHECK(interval.middle == static_cast<double>(row.hits) / row.trials);
    CHECK(interval.low == Approx(row.low).margin(5e-5));
    CHECK(interval.high == Approx(row.high).margin(5e-5));
  }
}

TEST_CASE("the Wilson interval of none or all ends at 0 or 1 exactly") {
  for (const int trials : {1, 3, 7, 1000000}) {
    CHECK(base::wilson(0, trials).low == 0);
    CHECK(base::wilson(trials, trials).high == 1);
    CHECK(base::wilson(0, trials).high == Approx(1 - base::wilson(trials, trials).low));
  }
}

TEST_CASE("the Wilson interval holds the proportion and narrows with more trials") {
  for (int hits = 0; hits <= 10; ++hits) {
    const base::Estimate few = base::wilson(hits, 10), many = base::wilson(100 * hits, 1000);
    CHECK(few.low <= few.middle);
    CHECK(few.middle <= few.high);
    CHECK(many.high - many.low < few.high - few.low);
  }
}

TEST_CASE("the t interval uses Student's quantile for the degrees of freedom") {
  // t(0.975; 4) = 2.776445, t(0.975; 1) = 12.706205
  const base::Estimate five = base::mean_t(std::array{1.0, 2.0, 3.0, 4.0, 5.0});
  CHECK(five.middle == 3);
  CHECK(five.high - five.middle == Approx(2.776445 * 0.70710678).epsilon(1e-6));
  CHECK(five.middle - five.low == Approx(five.high - five.middle));
  const base::Estimate two = base::mean_t(std::array{0.0, 2.0});
  CHECK(two.high == Approx(1 + 12.706205).epsilon(1e-6));
}

TEST_CASE("the t interval of one value or of equal values has no width") {
  for (const std::vector<double>& values : {std::vector{0.25}, std::vector{0.25, 0.25, 0.25}}) {
    const base::Estimate interval = base::mean_t(values);
    CHECK(interval.low == 0.25);
    CHECK(interval.middle == 0.25);
    CHECK(interval.high == 0.25);
  }
}

TEST_CASE("a small spread survives a large mean") {
  const base::Estimate interval = base::mean_t(std::array{1e9 + 1, 1e9 + 2, 1e9 + 3});
  CHECK(interval.high - interval.middle == Approx(4.302653 / std::sqrt(3.0)).epsilon(1e-5));
}

TEST_CASE("the median is the middle value, or the mean of the middle two, in any order") {
  CHECK(base::median(std::array{5.0}) == 5);
  CHECK(base::median(std::array{3.0, 1.0, 2.0}) == 2);
  CHECK(base::median(std::array{4.0, 1.0, 3.0, 2.0}) == 2.5);
  CHECK(base::median(std::array{1.0, 1.0, 100.0}) == 1);
}

TEST_CASE("the median range is from the lowest to the highest value") {
  const base::Estimate interval = base::median_range(std::array{0.5, 0.9, 0.1, 0.7});
  CHECK(interval.low == 0.1);
  CHECK(interval.middle == Approx(0.6));
  CHECK(interval.high == 0.9);
}

}  // namespace
