#include "lab/coverage/fragments.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "lab/coverage/report.h"
#include "lab/coverage/text.h"
#include "tests/lab/spec/testing.h"
#include "tests/pieces.h"

using Catch::Matchers::Contains;

namespace lab::coverage {
namespace {

Report report_on(const std::string& text) {
  const std::string tail = "model { width: 8 heads: 2 blocks: 1 }\ntrain { steps: 50 batch: 16 }\n";
  return coverage_of(train::lesson_of(spec::parse_spec(text + tail, "exp.textproto", ".")), 200,
                     {});
}

const std::string sorting =
    "task { sorting { values: 12 } difficulty { low: 2 high: 6 }\n"
    "  coverage { fragment: 'neighbours' share: 0.5 seed: 3 } }\n";

}  // namespace

TEST_CASE("coverage counts what training shows of every piece, and how often") {
  const Report report = report_on(sorting);
  const FragmentCoverage& pairs = report.parts[0].fragments.kinds[0];
  CHECK(pairs.kind == "neighbours");
  CHECK(pairs.possible == 66);
  CHECK(pairs.allowed == 33);
  CHECK(pairs.seen == 33);
  CHECK(pairs.times.at(0) == 33);
  std::int64_t all = 0;
  for (const auto& [from, fragments] : pairs.times) all += fragments;
  CHECK(all == 66);
}

TEST_CASE("questions are covered or not, pool by pool, and as much alike as can be") {
  const Report report = report_on(sorting);
  int rows = 0;
  for (const CoveredQuestions& row : report.parts[0].fragments.questions) {
    if (row.kind != "neighbours") continue;
    ++rows;
    CHECK(row.covered[0] == (row.pool == tasks::Pool::uncovered ? 0 : row.questions));
    for (std::size_t k = 1; k < row.covered.size(); ++k)
      CHECK(row.covered[k] <= row.covered[k - 1]);
  }
  CHECK(rows == 6);  // three pools at 2 and 6
  for (const FacetBalance& row : report.parts[0].fragments.balance) {
    if (row.facet == "length") CHECK(row.covered == Approx(row.uncovered));
    if (row.facet == "distinct") CHECK(row.covered == Approx(row.uncovered).epsilon(0.1));
  }
  CHECK(disjoint(report));
}

TEST_CASE("what a hint adds is counted beside what the task shows") {
  const Report report = report_on(
      sorting + "hint { list_hint { kind: SUCCESSOR } coverage { fragment: 'neighbours' } }\n");
  const FragmentCoverage& pairs = report.parts[0].fragments.kinds[0];
  CHECK(pairs.seen <= 33);
  CHECK(pairs.seen_all > 55);
  CHECK(disjoint(report));
}

TEST_CASE("what training shows of pieces is printed, and said to programs") {
  const Report report = report_on(sorting);
  CHECK_THAT(coverage_text(report), Contains("neighbours          66        33        33"));
  const auto json = nlohmann::json::parse(coverage_json(report));
  const auto& fragments = json["tasks"][0]["fragments"];
  CHECK(fragments["kinds"][0]["kind"] == "neighbours");
  CHECK(fragments["kinds"][0]["allowed"] == 33);
  CHECK(fragments["questions"].size() > 10);
  CHECK(fragments["balance"].size() == 8);  // three facets and the answers, at 2 and 6
}

TEST_CASE("of finite pools the pieces are counted over all training questions") {
  const Report report = report_on("task { composition { entities: 8 items: 150 } }\n");
  const auto& kinds = report.parts[0].fragments.kinds;
  REQUIRE(kinds.size() == 2);
  CHECK(kinds[0].kind == "f1");
  CHECK(kinds[0].possible == 64);
  CHECK(kinds[0].seen == 64 - kinds[0].times.at(0));
  for (const CoveredQuestions& row : report.parts[0].fragments.questions) {
    if (row.pool == tasks::Pool::type_0) CHECK(row.covered[0] == row.questions);
    if (row.pool == tasks::Pool::type_1) CHECK(row.covered[0] == 0);
  }
}

}  // namespace lab::coverage
