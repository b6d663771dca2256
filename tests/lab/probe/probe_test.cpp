#include "lab/probe/probe.h"

#include <catch2/catch.hpp>

namespace lab::probe {
namespace {

/// Ten questions that all have these values.
ProbeResult ten_times(double gain, double share) {
  ProbeGrid grid({{"gain", "right"}, {"row"}, {"column"}, {}, {"right"}});
  for (int question = 0; question < 10; ++question) {
    grid.add(0, 0, 0, gain);
    grid.add(1, 0, 0, share);
    grid.end_question();
  }
  return grid.result();
}

TEST_CASE("a share of questions may be more than none of ten, what never changed is known") {
  const ProbeResult found = ten_times(0, 0);
  const ProbeCell& gain = *found.find("gain", "row", "column");
  CHECK(gain.value.low == 0);
  CHECK(gain.value.high == 0);
  const ProbeCell& right = *found.find("right", "row", "column");
  CHECK(right.value.middle == 0);
  CHECK(right.value.low == 0);
  CHECK(right.value.high == Approx(0.2775).margin(1e-4));  // Wilson, 0 of 10
}

TEST_CASE("a question's observations count once, as their mean") {
  ProbeGrid grid({{"right"}, {"row"}, {"column"}, {"control"}, {"right"}});
  grid.add(0, 0, 0, 1, {0});
  grid.add(0, 0, 0, 1, {1});
  grid.end_question();
  grid.add(0, 0, 0, 0, {1});
  grid.end_question();
  const ProbeResult result = grid.result();
  const ProbeCell& cell = *result.find("right", "row", "column");
  CHECK(cell.questions == 2);
  CHECK(cell.value.middle == Approx(0.5));
  CHECK(*cell.controls[0] == Approx(0.75));
}

}  // namespace
}  // namespace lab::probe
