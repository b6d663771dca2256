#include "lab/figure/measured.h"

#include <catch2/catch.hpp>

#include "tests/lab/figure/testing.h"

namespace lab::figure {
namespace {

using tests::scored;

const RowFilter arm_a{.sweeps = {"s"},
                      .where = {{"arm", "a"}},
                      .task = "sorting",
                      .pool = tasks::Pool::test,
                      .difficulty = {},
                      .step = {}};

Measured over_difficulty(const std::vector<store::ResultRow>& rows,
                         const RowFilter& filter = arm_a) {
  const auto x = [](const store::ResultRow& row) {
    return static_cast<double>(row.score.difficulty);
  };
  return measure(filter, ScoredSteps::last, x, tasks::Range{1, 20}, rows, "here");
}

}  // namespace

TEST_CASE("a point is the median of its seeds with the lowest and the highest") {
  const Measured measured =
      over_difficulty({scored("a", 2, 30, 5, 10), scored("a", 1, 30, 1, 10),
                       scored("a", 3, 30, 9, 10), scored("b", 1, 30, 10, 10)});
  REQUIRE(measured.points.size() == 1);
  const Point& point = measured.points[0];
  CHECK(point.value.middle == 50);
  CHECK(point.value.low == 10);
  CHECK(point.value.high == 90);
  CHECK(point.seeds == std::vector<std::uint64_t>{1, 2, 3});
  CHECK(point.seed_values == std::vector<double>{10, 50, 90});
  CHECK(point.mean.low >= 0);
  CHECK(point.mean.high <= 100);
}

TEST_CASE("scores of one facet are another selection than those of all questions") {
  std::vector<store::ResultRow> rows{scored("a", 1, 30, 5, 10), scored("a", 1, 30, 4, 5)};
  rows[1].score.facet = {"k_cutoff", 2};
  CHECK(over_difficulty(rows).points.at(0).value.middle == 50);
  RowFilter second = arm_a;
  second.facet = {"k_cutoff", 2};
  CHECK(over_difficulty(rows, second).points.at(0).value.middle == 80);
  second.facet = {"k_cutoff", 3};
  CHECK(over_difficulty(rows, second).points.empty());
}

TEST_CASE("one seed has the interval of its different questions, and none where they are unknown") {
  store::ResultRow row = scored("a", 1, 30, 50, 100);
  row.score.different = 100;
  const auto point = [&] { return over_difficulty({row}).points.at(0); };
  CHECK(point().value.low == point().value.high);
  CHECK(point().mean.low == Approx(40.38).margin(0.01));
  row.score.different = 10;
  CHECK(point().mean.low == Approx(23.66).margin(0.01));
  row.score.different = std::nullopt;
  CHECK(point().mean.low == 0);
  CHECK(point().mean.high == 100);
}

TEST_CASE("a point has the highest level of guessing of its seeds and the fewest questions") {
  std::vector<store::ResultRow> rows{scored("a", 1, 30, 50, 100), scored("a", 2, 30, 60, 100)};
  CHECK(over_difficulty(rows).points.at(0).guess == std::nullopt);
  rows[0].score.guess = {.chance = 0.25, .frequent = 10, .constant = 30};
  rows[1].score.guess = {.chance = 0.25, .frequent = 40, .constant = 30};
  rows[0].score.different = 90;
  CHECK(over_difficulty(rows).points.at(0).guess == 40);
  CHECK(over_difficulty(rows).points.at(0).different == std::nullopt);
  rows[1].score.different = 80;
  CHECK(over_difficulty(rows).points.at(0).different == 80);
}

TEST_CASE("only a run's last step counts unless all are asked for") {
  std::vector<store::ResultRow> rows{scored("a", 1, 30, 5, 10), scored("a", 1, 30, 7, 10)};
  rows[1].score.step = 2;
  CHECK(over_difficulty(rows).points[0].value.middle == 70);
  RowFilter first = arm_a;
  first.step = 1;
  CHECK(over_difficulty(rows, first).points[0].value.middle == 50);
  const auto step = [](const store::ResultRow& row) { return static_cast<double>(row.score.step); };
  CHECK(measure(arm_a, ScoredSteps::all, step, {}, rows, "here").points.size() == 2);
}

TEST_CASE(
    "a seed fits if it solves 99 % of the training questions it was trained to the length of") {
  const auto train = tasks::Pool::train;
  const Measured measured = over_difficulty(
      {scored("a", 1, 30, 0, 10), scored("a", 2, 30, 0, 10), scored("a", 1, 20, 99, 100, train),
       scored("a", 1, 30, 0, 100, train),  // longer than it was trained on
       scored("a", 2, 20, 98, 100, train)});
  REQUIRE(measured.fit.has_value());
  CHECK(measured.fit->fitted == 1);
  CHECK(measured.fit->seeds == 2);
  CHECK(!over_difficulty({scored("a", 1, 30, 0, 10)}).fit.has_value());
}

TEST_CASE("two runs of one seed at one place are refused") {
  std::vector<store::ResultRow> rows{scored("a", 1, 30, 5, 10), scored("a", 1, 30, 7, 10)};
  rows[1].fingerprint = "other";
  CHECK(tests::error_of([&] { over_difficulty(rows); }) ==
        "4: here: runs a1 and other both have seed 1; say in rows.where or rows.sweep which is "
        "meant");
}

TEST_CASE("a run that two sweeps share counts once") {
  std::vector<store::ResultRow> rows{scored("a", 1, 30, 5, 10), scored("a", 1, 30, 5, 10)};
  rows[1].sweep = "t";
  RowFilter both = arm_a;
  both.sweeps = {};
  CHECK(over_difficulty(rows, both).points[0].seeds.size() == 1);
}

TEST_CASE("rows of one run that say different things are refused") {
  std::vector<store::ResultRow> rows{scored("a", 1, 30, 5, 10), scored("a", 1, 30, 6, 10)};
  rows[1].sweep = "t";
  RowFilter both = arm_a;
  both.sweeps = {};
  CHECK_THAT(tests::error_of([&] { over_difficulty(rows, both); }),
             Catch::Contains("runs a1 and a1 both have seed 1"));
}

TEST_CASE("a symbolic learner's row is no model's, and counts where its sweep is named") {
  std::vector<store::ResultRow> rows{scored("a", 1, 30, 5, 10)};
  rows[0].sweep = "s_symbolic";
  RowFilter filter = arm_a;
  filter.sweeps = {};
  CHECK(over_difficulty(rows, filter).points.empty());
  filter.sweeps = {"s_symbolic"};
  CHECK(over_difficulty(rows, filter).points.size() == 1);
}

TEST_CASE("a gap is taken seed by seed, where both sides were scored") {
  const auto point = [](double x, std::vector<double> percent, std::vector<std::uint64_t> seeds) {
    return Point{.x = x, .value = {}, .mean = {}, .seed_values = percent, .seeds = seeds};
  };
  const Measured own{{point(1, {90, 80, 70}, {1, 2, 3}), point(2, {50}, {1})}, {}, 3};
  const Measured other{{point(1, {40, 10}, {2, 3}), point(3, {50}, {1})}, {}, 2};
  const Measured gap = difference(own, other);
  REQUIRE(gap.points.size() == 1);
  CHECK(gap.points[0].seeds == std::vector<std::uint64_t>{2, 3});
  CHECK(gap.points[0].seed_values == std::vector<double>{40, 60});
  CHECK(gap.points[0].value.middle == 50);
  CHECK(gap.seeds == 2);
}

}  // namespace lab::figure
