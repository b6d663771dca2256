#include "lab/report/map_words.h"

#include <catch2/catch.hpp>

namespace lab::report {

TEST_CASE("a map is told by where each measure is highest and lowest, and by its controls") {
  const base::Table table{{"measure", "row", "column", "value", "untrained", "questions"},
                          {{"next", "block 1", "head 1", "0.5", "0.04", "9"},
                           {"next", "block 1", "head 2", "0.9", "0.11", "99"},
                           {"next", "block 2", "head 1", "-0.1", "", "9"},
                           {"copies", "block 1", "head 1", "0.25", "", ""}}};
  CHECK(map_in_words(table) ==
        "; next: 0.90 at block 1, head 2, down to -0.10 at block 2, head 1, untrained at most 0.11"
        "; copies: 0.25 at block 1, head 1");
}

TEST_CASE("another table than a map's is not told") {
  CHECK(map_in_words({{"seed", "value"}, {{"1", "2"}}}).empty());
  CHECK(map_in_words({{"measure", "row", "column", "value"}, {}}).empty());
  CHECK(map_in_words({{"measure", "row", "column", "value"}, {{"m", "r", "c", "many"}}}).empty());
}

}  // namespace lab::report
