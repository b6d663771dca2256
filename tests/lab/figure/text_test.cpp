#include "lab/figure/text.h"

#include <catch2/catch.hpp>

namespace lab::figure {

TEST_CASE("text is shown by gnuplot as it is") {
  CHECK(literal("a_b {c} ^d @e &f ~g \\h") == "'a\\_b \\{c\\} \\^d \\@e \\&f \\~g \\\\h'");
  CHECK(literal("it's") == "'it''s'");
  CHECK(plain_literal("a_b.svg") == "'a_b.svg'");
}

TEST_CASE("counts have a comma every three digits") {
  CHECK(shown_count(0) == "0");
  CHECK(shown_count(999) == "999");
  CHECK(shown_count(18000) == "18,000");
  CHECK(shown_count(1234567) == "1,234,567");
}

TEST_CASE("lines are broken at spaces") {
  CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("unbreakable", 4) == std::vector<std::string>{"unbreakable"});
  CHECK(wrapped("é é é", 3) == std::vector<std::string>{"é é", "é"});
  CHECK(wrapped("", 4).empty());
}

}  // namespace lab::figure
