#include "base/power_law.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace base {

TEST_CASE("a power law without noise is found exactly, with an interval of no width") {
  const std::vector<AtX> at{{2, {3 * std::pow(2, 2.5)}}, {5, {3 * std::pow(5, 2.5)}}};
  const PowerLaw law = power_law(at);
  CHECK(law.exponent.middle == Approx(2.5));
  CHECK(law.exponent.low == Approx(2.5));
  CHECK(law.exponent.high == Approx(2.5));
  CHECK(law.factor == Approx(3));
}

TEST_CASE("the interval of an exponent holds it and is wider for noisier seeds") {
  const auto law_with = [](double noise) {
    std::vector<AtX> at;
    for (const double x : {10.0, 20.0, 40.0}) {
      AtX here{x, {}};
      for (const double sign : {-1.0, -0.5, 0.5, 1.0}) {
        here.values.push_back(x * x * std::exp(sign * noise));
      }
      at.push_back(here);
    }
    return power_law(at);
  };
  const PowerLaw quiet = law_with(0.05), noisy = law_with(0.4);
  CHECK(quiet.exponent.middle == Approx(2));
  CHECK(noisy.exponent.middle == Approx(2));
  CHECK(quiet.exponent.low < 2);
  CHECK(quiet.exponent.high > 2);
  CHECK(noisy.exponent.high - noisy.exponent.low > 4 * (quiet.exponent.high - quiet.exponent.low));
  CHECK(law_with(0.4).exponent.low == noisy.exponent.low);  // the same in every program
}

}  // namespace base
