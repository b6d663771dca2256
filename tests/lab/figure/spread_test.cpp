#include "lab/figure/spread.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

namespace lab::figure {

TEST_CASE("labels that are far enough apart stay where they wish to be") {
  CHECK(spread({5, 1, 9}, 2, 0, 10) == std::vector<double>{5, 1, 9});
}

TEST_CASE("labels that wish for one place are spread about it and kept within bounds") {
  CHECK(spread({5, 5, 5}, 2, 0, 10) == std::vector<double>{3, 5, 7});
  CHECK(spread({0, 0, 0}, 2, 0, 10) == std::vector<double>{0, 2, 4});
  CHECK(spread({10, 10}, 2, 0, 10) == std::vector<double>{8, 10});
  CHECK(spread({1, 1, 1}, 9, 0, 10) == std::vector<double>{0, 5, 10});  // no room for 9
}

TEST_CASE("spread labels keep their order and their distance, whatever they wish") {
  CHECK(rc::check([](const std::vector<int>& wishes) {
    RC_PRE(!wishes.empty());
    std::vector<double> wanted;
    for (const int wish : wishes) wanted.push_back(std::abs(wish % 101));
    const double room = 100.0 / static_cast<double>(std::max<std::size_t>(1, wanted.size() - 1));
    const double gap = std::min(7.0, room);
    const std::vector<double> placed = spread(wanted, gap, 0, 100);
    for (std::size_t i = 0; i < placed.size(); ++i) {
      RC_ASSERT(placed[i] > -1e-9 && placed[i] < 100 + 1e-9);
      for (std::size_t k = 0; k < i; ++k) {
        RC_ASSERT(std::abs(placed[i] - placed[k]) > gap - 1e-9);
        if (wanted[k] < wanted[i]) RC_ASSERT(placed[k] < placed[i]);
      }
    }
  }));
}

}  // namespace lab::figure
