#include "tasks/coverage/target.h"

#include <catch2/catch.hpp>

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

TEST_CASE("what is within tolerance of a share is within half a point or one whole number") {
  for (std::int64_t asked = 1; asked < 3000; ++asked) {
    const auto tolerance = static_cast<double>(tasks::coverage::tolerance(asked));
    if (tolerance == 0) continue;
    CHECK((tolerance + 0.5) / static_cast<double>(asked) <= 0.005);
  }
  CHECK(tasks::coverage::tolerance(299) == 0);
  CHECK(tasks::coverage::tolerance(300) == 1);
  CHECK(tasks::coverage::tolerance(10'100) == 50);
}
