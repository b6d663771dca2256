#include "lab/command/screen/fitted.h"

#include <catch2/catch.hpp>

namespace lab::command::screen {
namespace {

TEST_CASE("columns go in the order of what is dispensable, and no more of them than it takes") {
  const base::Table table{{"measure", "value", "low", "high"}, {{"next", "0.5", "0.4", "0.6"}}};
  CHECK(fitted_text(table, {"low", "high"}, 80) ==
        "measure  value  low  high\nnext       0.5  0.4   0.6\n");
  CHECK(fitted_text(table, {"low", "high"}, 22) == "measure  value  high\nnext       0.5   0.6\n");
  CHECK(fitted_text(table, {"none", "low", "high"}, 3) == "measure  value\nnext       0.5\n");
}

TEST_CASE("what all rows share is said once above those that fit") {
  const base::Table table{{"seed", "measure", "questions"},
                          {{"2", "next", "10"}, {"2", "last", "9"}}};
  CHECK(fitted_text(table, {"questions"}, 10, 1) == "seed 2\nmeasure\nnext\nlast\n");
}

}  // namespace
}  // namespace lab::command::screen
