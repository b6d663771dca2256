#include "base/utf8.h"

#include <catch2/catch.hpp>
#include <string>

#include "base/file.h"
#include "base/scratch_folder.h"

namespace base {
namespace {

/// The bytes of a code point, by the table of RFC 3629, section 3.
std::string utf8(unsigned code) {
  const auto byte = [](unsigned bits) { return static_cast<char>(bits); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 63))};
  if (code < 0x10000) {
    return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 63)), byte(0x80 | (code & 63))};
  }
  return {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 63)), byte(0x80 | (code >> 6 & 63)),
          byte(0x80 | (code & 63))};
}

TEST_CASE("every code point is UTF-8, but for surrogates and what lies beyond the last") {
  int wrong = 0;
  for (unsigned code = 0; code < 0x120000; ++code) {
    const bool allowed = code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
    wrong += first_no_utf8("a" + utf8(code) + "b").has_value() == allowed;
  }
  CHECK(wrong == 0);
}

TEST_CASE("overlong, cut and stray bytes are found where they begin") {
  CHECK(!first_no_utf8(""));
  for (const std::string bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF",
                                "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xFF", "\xFE", "\xE9t"}) {
    CHECK(first_no_utf8("ab" + bad) == 2);
    CHECK(first_no_utf8("ab" + bad + "c") == 2);
  }
}

TEST_CASE("a text file loses its mark, and a byte that is no UTF-8 is named with its line") {
  const ScratchFolder scratch;
  const auto file = scratch.path() / "text";
  write_file(file, "\xEF\xBB\xBFone\n");
  CHECK(read_text_file(file) == "one\n");
  write_file(file, "one\ntwo \xE9\n");
  CHECK_THROWS_WITH(read_text_file(file),
                    Catch::StartsWith(file.string() + ":2: wanted UTF-8, found "
                                                      "byte 0xE9; save the file as UTF-8"));
}

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
