#include "base/aligned_text.h"

#include <catch2/catch.hpp>

namespace base {
namespace {

const Table results{{"hint", "pool", "length", "median", ""},
                    {{"none", "test", "5", "9.5", ""},
                     {"none", "test", "10", "100.0", "unfit"},
                     {"count", "test", "5", "7.0", ""}}};

}  // namespace

TEST_CASE("texts stand at the left of their columns and numbers at the right") {
  CHECK(aligned_text(results) ==
        "hint   pool  length  median\n"
        "none   test       5     9.5\n"
        "none   test      10   100.0  unfit\n"
        "count  test       5     7.0\n");
}

TEST_CASE("a letter of two bytes takes one place") {
  CHECK(aligned_text({{"a", "b"}, {{"\u00e4\u00f6", "x"}, {"abc", "y"}}}) ==
        "a    b\n\u00e4\u00f6   x\nabc  y\n");
}

TEST_CASE("what all rows share is said once above them") {
  CHECK(aligned_text(results, 3, 80) ==
        "pool test\n"
        "hint   length  median\n"
        "none        5     9.5\n"
        "none       10   100.0  unfit\n"
        "count       5     7.0\n");
}

TEST_CASE("on a narrow terminal rows stand below headings") {
  CHECK(aligned_text(results, 3, 27) ==
        "pool test\n"
        "  length  median\n"
        "hint none\n"
        "       5     9.5\n"
        "      10   100.0  unfit\n"
        "hint count\n"
        "       5     7.0\n");
}

TEST_CASE("a table without rows, or with one, has nothing to put above headings") {
  CHECK(aligned_text({{"hint", "median"}, {}}, 1, 10) == "hint  median\n");
  CHECK(aligned_text({{"hint", "median"}, {{"none", "3"}}}, 1, 5) == "hint none\nmedian\n     3\n");
}

}  // namespace base
