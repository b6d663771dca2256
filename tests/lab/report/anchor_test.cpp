#include "lab/report/anchor.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

namespace lab::report {

TEST_CASE("an anchor is made of names, and of nothing that a link cannot hold") {
  CHECK(anchor({"figure", "task_hinting", "length"}) == "figure/task_hinting/length");
  CHECK(anchor({"own", "a b~\"&\xC3\xA9"}) == "own/a~20b~7e~22~26~c3~a9");
  CHECK(link("figure/a/b", "<b>").code == "<a href=\"#figure/a/b\">&lt;b&gt;</a>");
}

TEST_CASE("different names have different anchors") {
  rc::check([](const std::string& a, const std::string& b) {
    RC_ASSERT((anchor({"x", a}) == anchor({"x", b})) == (a == b));
  });
}

}  // namespace lab::report
