#include "lab/figure/thresholds.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/lab/figure/testing.h"

namespace lab::figure {
namespace {

store::ResultRow tried(int entities, int items, int seed, int solved) {
  store::ResultRow row = tests::scored("a", seed, 2, solved, 100);
  row.fingerprint += std::to_string(entities) + "/" + std::to_string(items);
  row.settings = {{"entities", std::to_string(entities)}, {"items", std::to_string(items)}};
  return row;
}

Measured found(const std::vector<store::ResultRow>& rows) {
  FigureSpec figure;
  figure.x_axis = "entities";
  figure.y_axis = "items";
  figure.reach = 90;
  const RowFilter all{.sweeps = {"s"}, .where = {}, .task = "sorting", .difficulty = 2, .step = {}};
  return thresholds(all, {}, figure, rows, "f");
}

}  // namespace

TEST_CASE("a threshold lies between the last value that fails and the next") {
  const Measured measured = found({tried(20, 100, 1, 10), tried(20, 200, 1, 80),
                                   tried(20, 250, 1, 100), tried(20, 400, 1, 100)});
  REQUIRE(measured.points.size() == 1);
  CHECK(measured.points[0].x == 20);
  CHECK(measured.points[0].value.middle == Approx(200 * std::sqrt(1.25)));
  CHECK(measured.left_out == 0);
}

TEST_CASE("each seed has a threshold of its own, at each x") {
  const Measured measured =
      found({tried(20, 100, 1, 80), tried(20, 110, 1, 90), tried(20, 100, 2, 90),
             tried(20, 90, 2, 80), tried(30, 300, 1, 89), tried(30, 310, 1, 91)});
  REQUIRE(measured.points.size() == 2);
  CHECK(measured.points[0].seeds == std::vector<std::uint64_t>{1, 2});
  CHECK(measured.points[0].seed_values[0] == Approx(110));
  CHECK(measured.points[0].seed_values[1] == Approx(100));
  CHECK(measured.points[1].x == 30);
}

TEST_CASE("a seed without both neighbours has no threshold and is counted") {
  const Measured measured = found(
      {tried(20, 100, 1, 95), tried(20, 120, 2, 50), tried(20, 100, 3, 50), tried(20, 200, 3, 95)});
  CHECK(measured.points.empty());
  CHECK(measured.left_out == 3);  // nothing below, nothing above, too far apart
}

TEST_CASE("where a seed has no threshold the others say nothing") {
  const Measured measured =
      found({tried(20, 100, 1, 80), tried(20, 110, 1, 95), tried(30, 300, 1, 80),
             tried(30, 310, 1, 95), tried(30, 310, 2, 80)});
  REQUIRE(measured.points.size() == 1);
  CHECK(measured.points[0].x == 20);
  CHECK(measured.left_out == 1);
}

TEST_CASE("an axis that begins at 0 has no place in a power law") {
  CHECK(tests::error_of([&] { found({tried(0, 100, 1, 95)}); }) ==
        "4: f: axis entities: a threshold is drawn over numbers above 0, found 0");
}

TEST_CASE("a run without the axis is named") {
  std::vector<store::ResultRow> rows{tried(20, 100, 1, 95)};
  rows[0].settings = {{"width", "20"}};
  CHECK(tests::error_of([&] { found(rows); }) == "3: f: run a120/100 has no axis `entities`");
}

}  // namespace lab::figure
