#include "base/sample_size.h"

#include <catch2/catch.hpp>
#include <vector>

#include "base/random.h"

namespace base {
namespace {

using Values = std::vector<double>;

Values normal(int count, double mean, std::uint64_t seed) {
  Random random(seed, "normal");
  Values values;
  for (int i = 0; i < count; ++i) values.push_back(mean + random.normal());
  return values;
}

}  // namespace

TEST_CASE("Welch's test gives the p values of a published example") {
  // Examples of unequal variances and sizes on Wikipedia's page of Welch's t test (2 and 3).
  const Values a2{17.2, 20.9, 22.6, 18.1, 21.7, 21.4, 23.5, 24.2, 14.7, 21.8},
      b2{21.5, 22.8, 21.0, 23.0, 21.6, 23.6, 22.5, 20.7, 23.4, 21.8,
         20.7, 21.7, 21.5, 22.5, 23.6, 21.5, 22.5, 23.5, 21.5, 21.8},
      a3{19.8, 20.4, 19.6, 17.8, 18.5, 18.9, 18.3, 18.9, 19.5, 22.0},
      b3{28.2, 26.6, 20.1, 23.3, 25.2, 22.1, 17.7, 27.6, 20.6, 13.7,
         23.2, 17.5, 20.6, 18.0, 23.9, 21.6, 24.3, 20.4, 24.0, 13.2};
  CHECK(welch_p_value(a2, b2) == Approx(0.148).margin(0.002));
  CHECK(welch_p_value(a3, b3) == Approx(0.036).margin(0.0005));
  CHECK(welch_p_value(b3, a3) == welch_p_value(a3, b3));
}

TEST_CASE("values that do not vary are told apart by whether they are the same") {
  CHECK(welch_p_value(Values{5, 5}, Values{5, 5}) == 1);
  CHECK(welch_p_value(Values{5, 5}, Values{6, 6}) == 0);
}

TEST_CASE("the size needed is near the one that the normal distribution gives") {
  // Cohen 1988, table 2.4.1: d = 0.8 needs 26 of each kind, d = 0.5 needs 64, at 5 % and 80 %.
  // Many values, moved so that their difference is just that.
  const auto needed = [](double apart) {
    Values one = normal(4000, 0, 1), other = normal(4000, 0, 2);
    double mean_one = 0, mean_other = 0;
    for (const double value : one) mean_one += value / 4000;
    for (const double value : other) mean_other += value / 4000;
    for (double& value : other) value += apart + mean_one - mean_other;
    return needed_size(one, other, 200).size.value();
  };
  CHECK(needed(0.8) == Approx(26).margin(3));
  CHECK(needed(0.5) == Approx(64).margin(8));
}

TEST_CASE("two of each kind tell apart what never meets, none what is the same") {
  CHECK(needed_size(Values{0, 0, 0}, Values{9, 9}, 200).size == 2);
  const SampleSize same = needed_size(Values{1, 2, 3}, Values{1, 2, 3}, 50);
  CHECK_FALSE(same.size);
  CHECK(same.power < 0.1);
}

TEST_CASE("the size needed does not hang on the order of the kinds or the values") {
  const Values a{40, 60, 80, 75}, b{90, 85, 70, 95};
  const SampleSize one = needed_size(a, b, 200);
  const SampleSize other = needed_size(Values{95, 70, 85, 90}, Values{80, 75, 60, 40}, 200);
  REQUIRE(one.size);
  CHECK(one.size == other.size);
  CHECK(one.power == other.power);
  CHECK(one.power >= wanted_power);
}

}  // namespace base
