#include "lab/report/drawing/colors.h"

#include <catch2/catch.hpp>

namespace lab::report::drawing {

TEST_CASE("a colour between white and that of a map is so much of it") {
  CHECK(map_color(0xffffff)->opacity == 0);
  CHECK(map_color(0x4a9fd8)->opacity == 1);
  CHECK(map_color(0x0072b2)->variable == "--m1");
  CHECK(map_color(0xeaaf80)->variable == "--m2");
  CHECK(map_color(0xeaaf80)->opacity == Approx(0.5).margin(0.01));
  CHECK(!map_color(0xf0f0f0));
  CHECK(!map_color(0x009e73));
  CHECK(!map_color(0x000000));
}

}  // namespace lab::report::drawing
