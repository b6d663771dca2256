#include "base/utf8.h"

#include <catch2/catch.hpp>

namespace base {

TEST_CASE("UTF-8 is told from bytes that are none") {
  for (const char* text : {"", "abc", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80",
                           "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    CHECK(is_utf8(text));
  }
  for (const char* text : {"\xE9", "caf\xE9 ", "\xC3", "\x80", "\xC0\xAF", "\xC1\xBF",
                           "\xE0\x80\xAF", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80",
                           "\xF5\x80\x80\x80", "\xE2\x82", "\xE2\x28\xA1", "\xFF"}) {
    CHECK(!is_utf8(text));
  }
}

TEST_CASE("what a terminal would obey is a control character") {
  for (const char* text : {"\x1B[31m", "a\tb", "\x7F", "\xC2\x9B", "a\n"}) CHECK(has_control(text));
  for (const char* text : {"", "a b", "\xC2\xA0", "\xC3\xA9", "\xE2\x82\x9B"}) {
    CHECK(!has_control(text));
  }
}

}  // namespace base
