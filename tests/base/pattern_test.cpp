#include "base/pattern.h"

#include <catch2/catch.hpp>

namespace base {
namespace {

TEST_CASE("a pattern is of the whole text, and brackets and backslashes mean themselves") {
  CHECK(matches_pattern("a*", "abc"));
  CHECK(matches_pattern("*", ""));
  CHECK(!matches_pattern("a", "abc"));
  CHECK(matches_pattern("a?c", "abc"));
  CHECK(!matches_pattern("a?c", "ac"));
  CHECK(matches_pattern("[a]*", "[a]b"));
  CHECK(!matches_pattern("[a]", "a"));
  CHECK(matches_pattern("a\\b", "a\\b"));
  CHECK(matches_pattern("*/b", "a/b"));
}

}  // namespace
}  // namespace base
