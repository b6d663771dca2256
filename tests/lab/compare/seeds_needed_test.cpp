#include "lab/compare/seeds_needed.h"

#include <catch2/catch.hpp>

#include "base/scratch_folder.h"
#include "lab/compare/read_comparison.h"
#include "tests/lab/compare/testing.h"
#include "tests/lab/figure/testing.h"

namespace lab::compare {
namespace {

using Catch::Contains;

Comparison widths(const std::vector<int>& narrow, const std::vector<int>& wide) {
  const base::ScratchFolder scratch;
  const auto file = tests::scored_sweep(scratch.path(), narrow, wide);
  return read_comparison({{file}, {}, {}, scratch.path() / "store"});
}

const Selection in_test{{tasks::Pool::test}, {}};

}  // namespace

TEST_CASE("seeds that would tell two arms apart are those that their values need") {
  const Comparison near = widths({60, 70, 80, 90}, {65, 75, 85, 95});
  const std::vector<SeedsNeeded> rows = seeds_needed(near, in_test);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].one.point.mean.middle == 75);
  CHECK(rows[0].other.point.mean.middle == 80);
  // By the normal distribution 2 (1.96 + 0.84)^2 125 / 25 = 79, the variance of the four being 125.
  REQUIRE(rows[0].needed.size);
  CHECK(*rows[0].needed.size == Approx(79).margin(8));
  Comparison turned = near;
  std::swap(turned.arms[0], turned.arms[1]);
  CHECK(seeds_needed(turned, in_test)[0].needed.size == rows[0].needed.size);
}

TEST_CASE("arms that are alike are said not to be told apart by any number of seeds") {
  const Comparison same = widths({60, 70, 80}, {60, 70, 80});
  const std::vector<SeedsNeeded> rows = seeds_needed(same, in_test);
  CHECK(base::tsv(needed_table(same, rows)).find("\t> 200\t") != std::string::npos);
  CHECK_THAT(about_needed(rows), Contains("3 seeds likely differ less"));
}

TEST_CASE("one arm, three arms and single seeds are refused with what to do") {
  const auto refusal = [](const Comparison& comparison) {
    return tests::error_of([&] { seeds_needed(comparison, in_test); });
  };
  Comparison one = widths({60, 70}, {65, 75});
  one.arms.pop_back();
  CHECK_THAT(refusal(one), Contains("2: --seeds-needed: wanted two arms, found 1: `width=8`"));
  CHECK_THAT(refusal(widths({60}, {65, 75})), Contains("width=8: one finished seed"));
  CHECK_THAT(refusal(widths({60, 70}, {})), Contains("no finished runs of both arms"));
}

}  // namespace lab::compare
