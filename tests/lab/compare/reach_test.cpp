#include "lab/compare/reach.h"

#include <catch2/catch.hpp>

#include "base/scratch_folder.h"
#include "lab/compare/figure.h"
#include "lab/compare/read_comparison.h"
#include "lab/figure/kinds/survival.h"
#include "lab/sweep/read_sweep.h"
#include "tests/lab/compare/testing.h"
#include "tests/lab/figure/testing.h"

namespace lab::compare {
namespace {

/// The widths, each seed of which has scored so much of 100 at steps 20, 40 and 60.
Comparison scored_on_the_way(const std::vector<std::vector<int>>& narrow,
                             const std::vector<std::vector<int>>& wide) {
  const base::ScratchFolder scratch;
  const auto file = tests::tiny_sweep(scratch.path(), static_cast<int>(narrow.size()));
  for (const spec::plan::PlannedRun& run : sweep::read_sweep(file).runs) {
    const auto& arm = run.settings.front().value == "8" ? narrow : wide;
    std::vector<store::Score> scores;
    const std::vector<int>& percents = arm[run.spec.seed - 1];
    for (std::size_t i = 0; i < percents.size(); ++i) {
      const auto step = static_cast<std::int64_t>(60 - 20 * (percents.size() - 1 - i));
      scores.push_back(tests::tiny_score(6, percents[i], 100, tasks::Pool::test, step));
    }
    tests::finish(scratch.path() / "store", run.spec, scores);
  }
  return read_comparison({{file}, {}, {}, scratch.path() / "store"});
}

}  // namespace

TEST_CASE("the first scoring that reaches it counts, and who never does counts to the end") {
  const Comparison comparison = scored_on_the_way({{90, 10, 95}, {10, 90, 10}, {0, 0, 80}},
                                                  {{0, 0, 0}, {0, 0, 0}, {0, 0, 90}});
  const std::vector<ReachRow> rows = reach_rows(comparison, {}, 90);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].reached == 2);
  CHECK(rows[0].curve.median == 40);
  CHECK(rows[0].curve.steps.back().left.middle == Approx(1.0 / 3));
  CHECK(base::tsv(reach_table(comparison, rows, 90)) ==
        "width\ttask\tpool\tdifficulty\treach\tseeds\treached\tsteps\tlow\thigh\n"
        "8\tsorting\ttest\t6\t90\t3\t2\t40\t20\t\n"
        "16\tsorting\ttest\t6\t90\t3\t1\t\t60\t\n");
  CHECK(reach_text(comparison, rows, 90, 100) ==
        "steps to 90 % exact match, as far as score.every tells: by when half of the seeds have "
        "reached it\n"
        "task sorting, pool test, difficulty 6\n"
        "width  reached  median steps  95 %\n"
        "    8  2 of 3   40            20 ..\n"
        "   16  1 of 3   not by half   60 ..\n");
}

TEST_CASE("a run that was scored at its end only tells nothing of the steps") {
  const Comparison comparison = scored_on_the_way({{10, 95, 95}, {99}}, {{99}, {99}});
  const std::vector<ReachRow> rows = reach_rows(comparison, {}, 90);
  CHECK(rows[0].runs == 1);
  CHECK(rows[1].runs == 0);
  CHECK_FALSE(rows[1].curve.median);
  CHECK_THAT(about_end_only(comparison, rows),
             Catch::Contains("width=8 (seed 2); width=16 (seed 1, 2)"));
  CHECK(about_end_only(comparison, {}) == "");
}

TEST_CASE("the steps to a score are drawn as the table has them") {
  const Comparison comparison =
      scored_on_the_way({{90, 10, 95}, {10, 90, 10}, {0, 0, 80}}, {{99}, {0, 0, 0}, {0, 0, 90}});
  const figure::FigureData data = reach_figure(comparison, {}, 90, {"steps", "", ""});
  CHECK(data.spec.kind == &figure::kinds::survival_kind);
  CHECK(data.spec.title == "widths: steps to 90 % of sorting, pool test, difficulty 6");
  const std::vector<figure::Point>& points = data.series[0].measured.points;
  REQUIRE(points.size() == 4);
  CHECK(points[0].value.middle == 100);
  CHECK(points[1].x == 20);
  CHECK(points[1].value.middle == Approx(200.0 / 3));
  CHECK(points[3].seeds == std::vector<std::uint64_t>{3});  // left behind at its end
  CHECK(data.series[1].measured.left_out == 1);
  const Selection two{{}, {3, 6}};
  CHECK_THAT(tests::error_of([&] {
               reach_figure(comparison, two, 90, {"steps", "", ""});
             }),
             Catch::Contains("2: --out: "));
}

}  // namespace lab::compare
