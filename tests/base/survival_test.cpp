#include "base/survival.h"

#include <catch2/catch.hpp>

namespace base {
namespace {

/// Weeks in remission of 21 patients who were given 6-mercaptopurine; negative: censored (Freireich
/// et al. 1963, as in Cox and Oakes 1984, "Analysis of Survival Data", table 1.1).
std::vector<Watched> treated() {
  std::vector<Watched> all;
  for (const int week :
       {6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35}) {
    all.push_back({week < 0 ? -1.0 * week : week, week > 0});
  }
  return all;
}

SurvivalStep step_at(const SurvivalCurve& curve, double time) {
  for (const SurvivalStep& step : curve.steps) {
    if (step.time == time) return step;
  }
  return {};
}

}  // namespace

TEST_CASE("the shares of patients in remission are those of the textbook") {
  const SurvivalCurve curve = kaplan_meier(treated());
  // By hand: 1 - 3/21; times 1 - 1/17; 1 - 1/15; 1 - 1/12; 1 - 1/11; 1 - 1/7; 1 - 1/6.
  const std::vector<std::pair<double, double>> published{{6, 0.8571},  {7, 0.8067},  {10, 0.7529},
                                                         {13, 0.6902}, {16, 0.6275}, {22, 0.5378},
                                                         {23, 0.4482}};
  for (const auto& [week, share] : published) {
    CHECK(step_at(curve, week).left.middle == Approx(share).margin(5e-5));
  }
  CHECK(step_at(curve, 6).at_risk == 21);
  CHECK(step_at(curve, 6).happened == 3);
  CHECK(step_at(curve, 6).censored == 1);
  CHECK(step_at(curve, 13).at_risk == 12);
  CHECK(step_at(curve, 35).left.middle == step_at(curve, 23).left.middle);
}

TEST_CASE("the median has the interval that log minus log gives, open where there is none") {
  const SurvivalCurve curve = kaplan_meier(treated());
  CHECK(curve.median == 23);
  CHECK(curve.low == 13);  // by hand: 0.4316 is the lower end at 13 weeks, 0.503 at 10
  CHECK(curve.high == std::nullopt);
  // Greenwood's error at 13 weeks is 0.1068 in print.
  const Estimate left = step_at(curve, 13).left;
  CHECK(left.low == Approx(0.4316).margin(5e-4));
  CHECK(left.high == Approx(0.8491).margin(5e-4));
}

TEST_CASE("where all are watched to the end the share left is counted") {
  const SurvivalCurve curve =
      kaplan_meier(std::vector<Watched>{{300, true}, {100, true}, {200, true}, {200, true}});
  REQUIRE(curve.steps.size() == 3);
  CHECK(curve.steps[0].left.middle == Approx(0.75));
  CHECK(curve.steps[1].left.middle == Approx(0.25));
  CHECK(curve.steps[2].left.middle == 0);
  CHECK(curve.steps[2].left.high == curve.steps[1].left.high);
  CHECK(curve.median == 200);
}

TEST_CASE("half of an even number is half, whatever was rounded") {
  std::vector<Watched> six;
  for (int i = 1; i <= 6; ++i) six.push_back({1.0 * i, true});
  CHECK(kaplan_meier(six).median == 3);
}

TEST_CASE("who never gets there has a share of one and no median") {
  const SurvivalCurve curve = kaplan_meier(std::vector<Watched>{{100, false}, {50, false}});
  CHECK(curve.steps.back().left.middle == 1);
  CHECK(curve.steps.back().left.low == 1);
  CHECK_FALSE(curve.median);
  CHECK_FALSE(curve.low);
  CHECK(kaplan_meier({}).steps.empty());
}

}  // namespace base
