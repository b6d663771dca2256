#include "tasks/coverage/target.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "base/error.h"

using tasks::coverage::CutoffTarget;

TEST_CASE("an impossible target of coverage is an error that names its field") {
  const auto fails = [](const CutoffTarget& target, const std::string& message) {
    CHECK_THROWS_WITH(tasks::coverage::require_valid(target), Catch::Contains(message));
  };
  fails({.k = 0, .share = {0.5}}, "target.k: must be >= 1, got 0");
  fails({.k = 2, .share = {1.5}}, "target.share: must be in [0, 1], got 1.5");
  fails({.k = 2, .share = {0.5, -1}}, "target.share: must be in [0, 1], got -1");
  fails({.k = 1, .share = {0.5, 0.6}}, "target.share: 0.6 after 0.5: ");
  CHECK_NOTHROW(tasks::coverage::require_valid({.k = 1, .share = {1, 0.5, 0.5, 0}}));
}

TEST_CASE("a share is met within half a point, or by the nearest whole number") {
  for (std::int64_t asked = 1; asked < 1500; asked += 97) {
    for (const double share : {0.0, 0.123, 0.5, 0.6, 1.0}) {
      const auto range = tasks::coverage::counts_meeting(share, asked);
      for (std::int64_t count = 0; count <= asked; ++count) {
        const double off =
            std::abs(static_cast<double>(count) - share * static_cast<double>(asked));
        const bool meets = off <= std::max(0.5, 0.005 * static_cast<double>(asked));
        if (std::abs(off - 0.5) > 1e-9) CHECK(range.contains(count) == meets);
      }
    }
  }
  CHECK(tasks::coverage::counts_meeting(0.6, 10'000).low == 5950);
  CHECK(tasks::coverage::counts_meeting(0.6, 10'000).high == 6050);
}
