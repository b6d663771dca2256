#include "lab/probe/map/merge.h"

#include <catch2/catch.hpp>

#include "base/error.h"

namespace lab::probe::map {
namespace {

using Catch::Contains;

const std::string head =
    "seed\tpool\tk\tstep\tmeasure\trow\tcolumn\tvalue\tlow\thigh\tu\tquestions\n";

MergedProbe merged(const std::string& rows, const MergeChoice& choice = {}) {
  return merged_probe(base::parse_tsv(head + rows, "t"), "t.tsv", choice);
}

}  // namespace

TEST_CASE("a probe of several seeds has their median and range, and a measure for each k") {
  const MergedProbe all = merged(
      "1\tp\t1\t8\tm\tr\tc\t0.1\t0\t0\t0.5\t10\n"
      "1\tp\t2\t8\tm\tr\tc\t0.9\t0\t0\t\t4\n"
      "2\tp\t1\t8\tm\tr\tc\t0.4\t0\t0\t0.7\t20\n"
      "3\tp\t1\t8\tm\tr\tc\t0.2\t0\t0\t\t30\n");
  CHECK(all.step == 8);
  CHECK(all.seeds == 3);
  CHECK(all.asked == "pool p");
  CHECK(all.about.empty());
  CHECK(all.result.controls == std::vector<std::string>{"u"});
  CHECK(all.result.drawn == std::vector<std::string>{"m, k 1", "m, k 2"});
  const ProbeCell* cell = all.result.find("m, k 1", "r", "c");
  REQUIRE(cell != nullptr);
  CHECK(cell->value.middle == 0.2);
  CHECK(cell->value.low == 0.1);
  CHECK(cell->value.high == 0.4);
  CHECK(cell->controls.at(0) == 0.6);
  CHECK(cell->questions == 60);
  CHECK(all.result.find("m, k 2", "r", "c")->controls.at(0) == std::nullopt);
}

TEST_CASE("a merge takes the measure and the step that are asked for, else the last step") {
  const std::string rows =
      "1\tp\t1\t8\tm\tr\tc\t0.1\t0\t0\t\t1\n"
      "1\tp\t1\t16\tm\tr\tc\t0.2\t0\t0\t\t1\n"
      "1\tp\t1\t16\tn\tr\tc\t0.3\t0\t0\t\t1\n";
  CHECK(merged(rows).step == 16);
  CHECK(merged(rows).result.drawn == std::vector<std::string>{"m", "n"});
  CHECK(merged(rows, {"m", 8}).result.cells.at(0).value.middle == 0.1);
  CHECK(merged(rows, {"n", {}}).result.drawn == std::vector<std::string>{"n"});
  CHECK_THROWS_WITH(merged(rows, {"n", 8}), "--step: the table has no step 8");
  CHECK_THROWS_WITH(merged(rows, {"o", {}}), Contains("--measure: the table has no `o`"));
}

TEST_CASE("a table that cannot be merged is refused with its place") {
  CHECK_THROWS_WITH(merged(""), "t.tsv: has no rows");
  CHECK_THROWS_WITH(merged("1\tp\t1\t8\tm\tr\tc\tx\t0\t0\t\t1\n"),
                    "t.tsv: value: wanted a number, found `x`");
  const std::string row = "1\tp\t1\t8\tm\tr\tc\t0.1\t0\t0\t\t1\n";
  CHECK_THROWS_WITH(merged(row + row), Contains("t.tsv: two rows of m, r, c: wanted a column"));
  const base::Table other = base::parse_tsv("step\tmeasure\n1\tm\n", "t");
  CHECK_THROWS_AS(merged_probe(other, "t.tsv", {}), base::Error);
}

}  // namespace lab::probe::map
