#include "lab/paper/gap.h"

#include <catch2/catch.hpp>

#include "tests/lab/figure/testing.h"

namespace lab::paper {
namespace {

figure::ClaimSpec claim(const std::string& arm, const std::string& paper,
                        const std::string& against) {
  return {arm,
          paper,
          {.sweeps = {},
           .where = {{"arm", arm}},
           .task = "sorting",
           .pool = tasks::Pool::test,
           .difficulty = 100,
           .step = {}},
          against,
          {}};
}

/// The verdict on "hint", which scores `hint` percent where the paper says `relation` `value`, held
/// against "none", which scores `none` where the paper says less than `other`.
PaperGap judged(int hint, figure::Relation relation, double value, int none, double other = 1) {
  std::vector<store::ResultRow> rows;
  for (int seed = 1; seed <= 5; ++seed) {
    rows.push_back(tests::scored("hint", seed, 100, hint, 100));
    rows.push_back(tests::scored("none", seed, 100, none, 100));
  }
  const std::map<std::string, figure::PaperNumber> paper{
      {"high", {"high", "", "", 100, value, relation, "v", "s"}},
      {"low", {"low", "", "", 100, other, figure::Relation::below, "v", "s"}}};
  figure::KnownNames known;
  known.add(rows);
  const std::vector<figure::ClaimSpec> claims{claim("hint", "high", "none"),
                                              claim("none", "low", "hint")};
  return paper_gaps(claims, paper, rows, known, "f").front();
}

Verdict verdict(int hint, figure::Relation relation, double value, int none) {
  return judged(hint, relation, value, none).verdict;
}

}  // namespace

TEST_CASE("a bound is reproduced on its side, a trend by distance on the paper's side") {
  CHECK(verdict(93, figure::Relation::above, 92, 0) == Verdict::reproduced);
  CHECK(verdict(92, figure::Relation::above, 92, 0) == Verdict::trend_only);
  CHECK(verdict(40, figure::Relation::above, 92, 30) == Verdict::trend_only);
  CHECK(verdict(39, figure::Relation::above, 92, 30) == Verdict::not_reproduced);
  CHECK(verdict(20, figure::Relation::above, 92, 40) == Verdict::not_reproduced);  // the wrong side
  CHECK(verdict(49, figure::Relation::below, 50, 0) == Verdict::reproduced);
  CHECK(verdict(50, figure::Relation::below, 50, 45) == Verdict::not_reproduced);
}

TEST_CASE("a number is reproduced within five points or beyond it") {
  CHECK(verdict(88, figure::Relation::equal, 92.6, 0) == Verdict::reproduced);
  CHECK(verdict(87, figure::Relation::equal, 92.6, 0) == Verdict::trend_only);
  CHECK(verdict(97, figure::Relation::equal, 92.6, 0) == Verdict::reproduced);
  CHECK(verdict(100, figure::Relation::equal, 92.6, 0) == Verdict::reproduced);
  CHECK(judged(100, figure::Relation::equal, 92.6, 0).why ==
        "median 100 %, paper 92.6 %: beyond it");
  CHECK(verdict(100, figure::Relation::equal, 92.6, 99) == Verdict::not_reproduced);
  CHECK(verdict(5, figure::Relation::equal, 92.6, 0) == Verdict::not_reproduced);
}

TEST_CASE("a median that is not above guessing is told so, whatever the verdict") {
  std::vector<store::ResultRow> rows;
  for (int seed = 1; seed <= 5; ++seed) rows.push_back(tests::scored("hint", seed, 100, 50, 100));
  const auto gap_at = [&](std::int64_t constant) {
    for (store::ResultRow& row : rows) row.score.guess.constant = constant;
    figure::KnownNames known;
    known.add(rows);
    const std::vector<figure::ClaimSpec> claims{claim("hint", "", "")};
    return paper_gaps(claims, {}, rows, known, "f");
  };
  const std::vector<PaperGap> at = gap_at(50), above = gap_at(49);
  CHECK(at.front().why == "the paper gives no number; not above guessing (50.0 %)");
  CHECK_THAT(gap_text(at), Catch::Contains("not above guessing"));
  CHECK(above.front().why == "the paper gives no number");
  CHECK(gap_text(above).find("guessing") == std::string::npos);
  const base::Table table = gap_table(above);
  CHECK(table.rows.at(0).at(table.column("guess")) == "49.0");
}

TEST_CASE("beyond a number is where it lies from the paper's other one, not away from 50") {
  const auto apart = [](int hint, double value, int none, double other) {
    return judged(hint, figure::Relation::equal, value, none, other).verdict;
  };
  CHECK(apart(75, 60, 95, 90) == Verdict::trend_only);  // between the paper's two
  CHECK(apart(20, 30, 5, 10) == Verdict::trend_only);
  CHECK(apart(48, 60, 95, 90) == Verdict::reproduced);
  CHECK(apart(70, 30, 5, 10) == Verdict::reproduced);
}

TEST_CASE("a gap has a signed difference and says why") {
  const PaperGap gap = judged(40, figure::Relation::above, 92, 10);
  CHECK(gap.difference() == Approx(-52));
  CHECK(gap.why ==
        "median 40.0 %, paper > 92 %; 30.0 points from what it is held against, as in "
        "the paper");
}

TEST_CASE("a claim without a paper's number is ours only and one without scores is not run") {
  const std::vector<store::ResultRow> rows{tests::scored("hint", 1, 100, 5, 10)};
  figure::KnownNames known;
  known.add(rows);
  known.settings.insert({"arm", "none"});
  const std::vector<figure::ClaimSpec> claims{claim("hint", "", ""), claim("none", "", "")};
  const auto all = paper_gaps(claims, {}, rows, known, "f");
  CHECK(all[0].verdict == Verdict::ours_only);
  CHECK(all[1].verdict == Verdict::not_run);
  CHECK(all[1].why == "no run of it has a score");
  CHECK(!all[1].difference().has_value());
}

TEST_CASE("two seeds reproduce nothing, also where the paper's number is met") {
  figure::KnownNames known;
  const std::map<std::string, figure::PaperNumber> paper{
      {"low", {"low", "", "", 100, 1, figure::Relation::below, "v", "s"}}};
  std::vector<store::ResultRow> rows;
  const auto of_seeds = [&](int seeds) {
    rows.clear();
    for (int seed = 1; seed <= seeds; ++seed)
      rows.push_back(tests::scored("none", seed, 100, 0, 9));
    known.add(rows);
    return paper_gaps(std::vector{claim("none", "low", "")}, paper, rows, known, "f").front();
  };
  CHECK(of_seeds(2).verdict == Verdict::too_little);
  CHECK(of_seeds(2).why == "median 0 %, paper < 1 %; 2 seeds only");
  CHECK(of_seeds(3).verdict == Verdict::reproduced);
}

TEST_CASE("few seeds are told of") {
  const std::vector<store::ResultRow> rows{tests::scored("hint", 1, 100, 95, 100)};
  const std::map<std::string, figure::PaperNumber> paper{
      {"high", {"high", "", "", 100, 92, figure::Relation::above, "v", "s"}}};
  figure::KnownNames known;
  known.add(rows);
  const auto all = paper_gaps(std::vector{claim("hint", "high", "")}, paper, rows, known, "f");
  CHECK(all[0].why == "median 95.0 %, paper > 92 %; 1 seed only");
}

TEST_CASE("a number of models that did not learn their training questions reproduces nothing") {
  std::vector<store::ResultRow> rows;
  for (int seed = 1; seed <= 3; ++seed) {
    rows.push_back(tests::scored("none", seed, 100, 0, 100));
    rows.push_back(tests::scored("none", seed, 20, seed == 1 ? 100 : 50, 100, tasks::Pool::train));
  }
  figure::KnownNames known;
  known.add(rows);
  const std::map<std::string, figure::PaperNumber> paper{
      {"low", {"low", "", "", 100, 1, figure::Relation::below, "v", "s"}}};
  figure::ClaimSpec none = claim("none", "low", "");
  CHECK(paper_gaps(std::vector{none}, paper, rows, known, "f")[0].verdict == Verdict::reproduced);
  none.trained = tasks::Range{1, 20};
  const PaperGap gap = paper_gaps(std::vector{none}, paper, rows, known, "f")[0];
  CHECK(gap.verdict == Verdict::too_little);
  CHECK(gap.why ==
        "median 0 %, paper < 1 %; 1 of 3 seeds fit their training questions; 3 seeds only");
}

TEST_CASE("a claim that names a number there is not is refused") {
  const std::vector<store::ResultRow> rows{tests::scored("hint", 1, 100, 95, 100)};
  figure::KnownNames known;
  known.add(rows);
  CHECK(tests::error_of([&] {
          paper_gaps(std::vector{claim("hint", "hgih", "")},
                     {{"high", {"high", "", "", 100, 92, figure::Relation::above, "v", "s"}}}, rows,
                     known, "f");
        }) == "3: f: claim `hint`: no number `hgih` in paper.tsv (did you mean `high`?)");
}

TEST_CASE("scale smoke ends with its seeds and with how many claims rest on unfit ones") {
  PaperGap unfit = judged(0, figure::Relation::above, 92, 0), fit = unfit, unknown = unfit;
  unfit.fit = figure::FitRate{0, 2};
  unfit.ours->seeds = {1, 2};
  fit.fit = figure::FitRate{2, 2};
  fit.ours->seeds = {1};
  unknown.ours.reset();
  const std::string said = smoke_limits(std::vector{unfit, fit, unknown});
  CHECK_THAT(said, Catch::Contains("not a finding: few steps, 2 seeds at most; of 2 claims whose "
                                   "fit is known 1 rest on seeds"));
  CHECK_THAT(smoke_limits(std::vector{fit}), Catch::Contains("few steps, 1 seed at most."));
}

}  // namespace lab::paper
