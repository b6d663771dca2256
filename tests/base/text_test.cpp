#include "base/text.h"

#include <catch2/catch.hpp>

namespace base {

TEST_CASE("words are joined with separators between them and nowhere else") {
  CHECK(joined(std::vector<std::string>{}) == "");
  CHECK(joined(std::vector<std::string>{"a"}) == "a");
  CHECK(joined(std::vector<std::string>{"", "b", ""}) == ", b, ");
  CHECK(joined(std::vector<std::string_view>{"a", "b"}, "; ") == "a; b");
  CHECK(joined(std::vector<int>{1, 2}, [](int n) { return std::to_string(n); }) == "1, 2");
}

TEST_CASE("a split text has one part more than separators, and is joined again as it was") {
  CHECK(split("", ',') == std::vector<std::string>{""});
  CHECK(split("a,,b,", ',') == std::vector<std::string>{"a", "", "b", ""});
  CHECK(joined(split("x;y;;", ';'), ";") == "x;y;;");
}

TEST_CASE("spaces and tabs are trimmed at the ends alone") {
  CHECK(trimmed(" \ta b\t ") == "a b");
  CHECK(trimmed(" \t") == "");
}

TEST_CASE("letters change their case if they are of ASCII, other bytes never") {
  CHECK(small_letters("AbZ[\xC3\x89") == "abz[\xC3\x89");
  CHECK(capital_letters("aBz{\xC3\xA9") == "ABZ{\xC3\xA9");
}

TEST_CASE("hexadecimal numbers have 16 digits") {
  CHECK(hexadecimal(0) == "0000000000000000");
  CHECK(hexadecimal(0x0123456789abcdefull) == "0123456789abcdef");
  CHECK(hexadecimal(~0ull) == "ffffffffffffffff");
}

TEST_CASE("a shell reads a word as it was, in quotes only if it must be") {
  CHECK(shell_word("results/runs") == "results/runs");
  CHECK(shell_word("") == "''");
  CHECK(shell_word("a b") == "'a b'");
  CHECK(shell_word("it's") == "'it'\\''s'");
  CHECK(shell_word("it's $(x)") == "'it'\\''s $(x)'");
  CHECK(shell_word("$HOME") == "'$HOME'");
}

TEST_CASE("letters of UTF-8 are counted and cut whole") {
  const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z";  // a, e acute, euro, face, z
  CHECK(letters(text) == 5);
  CHECK(first_letters(text, 0) == "");
  CHECK(first_letters(text, 2) == "a\xC3\xA9");
  CHECK(first_letters(text, 4) == text.substr(0, text.size() - 1));
  CHECK(first_letters(text, 9) == text);
}

}  // namespace base
