#include "base/terminal.h"

#include <catch2/catch.hpp>

namespace base {
namespace {

TEST_CASE("what a terminal would obey is shown as it is written") {
  CHECK(without_controls("a\tb\n") == "a\tb\n");
  CHECK(without_controls("\033[31mred\007\r\x7F") == "\\x1b[31mred\\x07\\x0d\\x7f");
  CHECK(without_controls(std::string_view("\0", 1)) == "\\x00");
  CHECK(without_controls("caf\xC3\xA9 \xC2\xA0") == "caf\xC3\xA9 \xC2\xA0");
  CHECK(without_controls("\xC2\x9B"
                         "31m") ==
        "\\xc2\\x9b"
        "31m");  // CSI in one character
}

}  // namespace
}  // namespace base
