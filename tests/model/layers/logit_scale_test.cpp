#include "model/layers/logit_scale.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace model::layers {

TEST_CASE("attention logits are scaled as the papers say") {
  CHECK(logit_factor(LogitScale::one, 50, 3) == 1);
  CHECK(logit_factor(LogitScale::log_n, 50, 3) == Approx(std::log(50.0)));
  CHECK(logit_factor(LogitScale::log_n, 1, 3) == Approx(std::log(2.0)));  // and not zero
  CHECK(logit_factor(LogitScale::learned_log_n, 50, 3) == Approx(1 + 3 * std::log(50.0)));
  CHECK(logit_factor(LogitScale::learned_log_n, 1, 3) == 1);
}

TEST_CASE("the derivative of a logit's factor by tau agrees with differences") {
  const LogitScale scale = GENERATE(from_range(all_logit_scales));
  for (const arithmetic::Index n : {1, 2, 7, 300}) {
    CAPTURE(int(scale), n);
    const double difference = logit_factor(scale, n, 0.75) - logit_factor(scale, n, 0.25);
    CHECK(logit_factor_by_tau(scale, n) == Approx(difference / 0.5));
    CHECK((has_tau(scale) || difference == 0));
  }
}

}  // namespace model::layers
