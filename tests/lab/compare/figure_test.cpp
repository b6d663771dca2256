#include "lab/compare/figure.h"

#include <catch2/catch.hpp>

#include "base/scratch_folder.h"
#include "lab/compare/read_comparison.h"
#include "lab/compare/table.h"
#include "lab/figure/kinds/lines.h"
#include "lab/figure/kinds/panels.h"
#include "lab/figure/kinds/strip.h"
#include "lab/figure/script.h"
#include "tests/lab/compare/testing.h"

namespace lab::compare {
namespace {

Comparison widths() {
  const base::ScratchFolder scratch;
  const auto file = tests::scored_sweep(scratch.path(), {40, 60, 80}, {90, 20});
  Comparison comparison = read_comparison({{file}, {}, {}, scratch.path() / "store"});
  for (Arm& arm : comparison.arms) {
    for (ComparedRun& run : arm.runs) {
      if (run.finished) run.scores.push_back(tests::tiny_score(3, 100, 100));
    }
  }
  return comparison;
}

}  // namespace

TEST_CASE("a figure has a series an arm, with the numbers of the table") {
  const Comparison comparison = widths();
  const figure::FigureData data = figure_of(comparison, {}, {"widths", "", ""});
  CHECK(data.spec.kind == &figure::kinds::lines_kind);
  CHECK(data.spec.title == "widths: sorting, pool test");
  REQUIRE(data.series.size() == 2);
  CHECK(data.series[0].label == "width=8");
  for (const Row& row : rows_of(comparison, {{tasks::Pool::test}, {}})) {
    const auto& points = data.series[row.arm].measured.points;
    const auto point = std::ranges::find(points, row.point.x, &figure::Point::x);
    REQUIRE(point != points.end());
    CHECK(point->value.middle == row.point.value.middle);
    CHECK(point->seed_values == row.point.seed_values);
    CHECK(point->guess == row.point.guess);
    CHECK(point->fit->fitted == row.point.fit->fitted);
    CHECK(point->fit->seeds == row.point.fit->seeds);
  }
}

TEST_CASE("one difficulty is drawn as a strip, several pools as panels") {
  const Comparison comparison = widths();
  const figure::FigureData strip = figure_of(comparison, {{}, {6}}, {"s", "", "{} items"});
  CHECK(strip.spec.kind == &figure::kinds::strip_kind);
  CHECK(strip.series[0].measured.fit->fitted == 2);
  const figure::FigureData panels =
      figure_of(comparison, {{tasks::Pool::train, tasks::Pool::test}, {}}, {"p", "Mine", "items"});
  CHECK(panels.spec.kind == &figure::kinds::panels_kind);
  CHECK(panels.spec.panels.size() == 2);
  CHECK(panels.spec.title == "Mine");
  CHECK(figure::figure_script(panels).find("items") != std::string::npos);
}

TEST_CASE("arms whose names are too long for a legend are numbered and told below") {
  Comparison comparison = widths();
  const std::string value(100, 'x');
  comparison.arms[1].settings = {{"width", value}};
  const figure::FigureData data = figure_of(comparison, {}, {"long", "", ""});
  CHECK(data.series[0].label == "arm 1");
  CHECK(data.series[1].label == "arm 2");
  CHECK(data.spec.caption == "arm 1: width=8; arm 2: width=" + value + ".");
  CHECK(data.series[1].measured.points.size() == 2);
}

}  // namespace lab::compare
