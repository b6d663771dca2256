#include "lab/compare/table.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/scratch_folder.h"
#include "lab/compare/read_comparison.h"
#include "tests/lab/compare/testing.h"
#include "tests/lab/figure/testing.h"

namespace lab::compare {
namespace {

Comparison widths(const std::vector<int>& narrow, const std::vector<int>& wide) {
  const base::ScratchFolder scratch;
  const auto file = tests::scored_sweep(scratch.path(), narrow, wide);
  return read_comparison({{file}, {}, {}, scratch.path() / "store"});
}

}  // namespace

TEST_CASE("a row has median, range, seeds, fit and guess of an arm, as counted by hand") {
  const Comparison comparison = widths({40, 60, 80}, {90, 20});
  CHECK(base::tsv(table_of(comparison, rows_of(comparison))) ==
        "width\ttask\tpool\tdifficulty\tmedian\tlow\thigh\tseeds\tfit\tguess\n"
        "8\tsorting\ttrain\t3\t100.0\t98.0\t100.0\t3\t2/3\t2.0\n"
        "8\tsorting\ttest\t6\t60.0\t40.0\t80.0\t3\t2/3\t2.0\n"
        "16\tsorting\ttrain\t3\t99.0\t98.0\t100.0\t2\t1/2\t2.0\n"
        "16\tsorting\ttest\t6\t55.0\t20.0\t90.0\t2\t1/2\t2.0\n");
}

TEST_CASE("people read what all rows share once, and what is unfit or guessed") {
  const Comparison comparison = widths({40, 20}, {1, 2});
  CHECK(text_of(comparison, rows_of(comparison, {{tasks::Pool::test}, {}}), 100) ==
        "exact match, percent: median over seeds, lowest .. highest\n"
        "task sorting, pool test, difficulty 6\n"
        "width  median  low .. high   seeds  fit  guess\n"
        "    8    30.0  20.0 .. 40.0      2  0/2    2.0  unfit\n"
        "   16     1.5  1.0 .. 2.0        2  0/2    2.0  unfit, guessing\n"
        "unfit: most seeds do not solve 99 % of their training questions\n"
        "guessing: not above guessing\n");
}

TEST_CASE("programs read every seed") {
  const Comparison comparison = widths({40, 60}, {90});
  const auto json = nlohmann::json::parse(json_of(comparison, rows_of(comparison)));
  REQUIRE(json.size() == 4);
  CHECK(json[1].at("settings").at("width") == "8");
  CHECK(json[1].at("median") == 50);
  CHECK(json[1].at("values") == nlohmann::json::array({40, 60}));
  CHECK(json[1].at("seeds") == nlohmann::json::array({1, 2}));
  CHECK(json[1].at("fit").at("fitted") == 1);
  CHECK(json[3].at("above_guess") == true);
}

TEST_CASE("the train pool past what was trained on is not called what was trained on") {
  Comparison comparison = widths({60}, {90});
  for (Arm& arm : comparison.arms) {
    arm.runs[0].scores.push_back(tests::tiny_score(6, 50, 100, tasks::Pool::train));
  }
  const base::Table table = table_of(comparison, rows_of(comparison, {{tasks::Pool::train}, {}}));
  CHECK(table.rows[0][2] == "train");
  CHECK(table.rows[1][2] == "train pool, difficulty not trained");
}

TEST_CASE("an axis that is called as another column has a column of its own name") {
  Comparison comparison = widths({60}, {90});
  comparison.axes = {"pool"};
  for (Arm& arm : comparison.arms) arm.settings[0].axis = "pool";
  CHECK(table_of(comparison, rows_of(comparison)).columns[0] == "axis.pool");
}

TEST_CASE("a selection without scores says what there is") {
  const Comparison comparison = widths({60}, {90});
  CHECK(tests::error_of([&] {
          rows_of(comparison, {{tasks::Pool::validate}, {7}});
        }) ==
        "2: --pool, --difficulty: nothing of that was scored; there are pools test, train; "
        "difficulties 3, 6");
}

}  // namespace lab::compare
