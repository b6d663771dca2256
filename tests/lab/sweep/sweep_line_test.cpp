#include "lab/sweep/sweep_line.h"

#include <catch2/catch.hpp>

namespace lab::sweep {
namespace {

TEST_CASE("a sweep says how far it is, and when it will be done if that is known") {
  SweepOutcome outcome;
  CHECK(progress_text(outcome, 10, 2, {}) == "0 of 10 runs done (0 cached), 2 running, 8 left");
  outcome.done = 2;
  outcome.cached = 1;
  CHECK(progress_text(outcome, 10, 2, 120) ==
        "3 of 10 runs done (1 cached), 2 running, 5 left, about 2 min 00 s to go");
  outcome.failed = 1;
  outcome.given_up = 1;
  outcome.stopped = 1;
  CHECK(progress_text(outcome, 10, 2, 45) ==
        "3 of 10 runs done (1 cached), 2 running, 2 left, 1 failed, 1 given up, about 45 s to go");
}

store::RunView view(std::int64_t step, std::int64_t steps, double steps_per_second) {
  store::RunView run;
  run.step = step;
  run.steps = steps;
  run.steps_per_second = steps_per_second;
  return run;
}

TEST_CASE("the time to go is known as soon as one run has a pace, before any has ended") {
  std::vector<store::RunView> running{view(0, 100, 0)};
  CHECK(!seconds_to_go(running, {}, 300, 1));
  running[0] = view(50, 100, 10);  // 5 s left, and 0.1 s a step for what waits
  CHECK(*seconds_to_go(running, {}, 300, 1) == Approx(35));
  CHECK(*seconds_to_go(running, {}, 300, 5) == Approx(7));
  CHECK(*seconds_to_go(running, {}, 0, 5) == Approx(5));  // no sooner than the longest
}

TEST_CASE("runs that have ended tell the pace of those that have not begun") {
  const std::vector<store::RunView> running{view(0, 100, 0)};
  CHECK(*seconds_to_go(running, {40, 200}, 100, 1) == Approx(40));
  CHECK(*seconds_to_go({}, {40, 200}, 0, 1) == Approx(0));
}

}  // namespace
}  // namespace lab::sweep
