#include "lab/sweep/sweep_line.h"

#include <catch2/catch.hpp>

namespace lab::sweep {
namespace {

TEST_CASE("a sweep says how far it is, and by what its runs took when it will be done") {
  SweepOutcome outcome;
  CHECK(progress_text(outcome, 10, 2, 40) == "0 of 10 runs done (0 cached), 2 running, 8 left");
  outcome.done = 2;
  outcome.cached = 1;
  // 20 s a run; of the two that are under way a half each is left, five more are whole.
  CHECK(progress_text(outcome, 10, 2, 40) ==
        "3 of 10 runs done (1 cached), 2 running, 5 left, about 2 min 00 s to go");
  outcome.failed = 1;
  outcome.given_up = 1;
  outcome.stopped = 1;
  CHECK(progress_text(outcome, 10, 2, 30) ==
        "3 of 10 runs done (1 cached), 2 running, 2 left, 1 failed, 1 given up, about 45 s to go");
}

}  // namespace
}  // namespace lab::sweep
