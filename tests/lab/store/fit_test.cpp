#include "lab/store/fit.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::store {
namespace {

using Catch::Contains;

Score training_score(int difficulty, std::int64_t solved, std::int64_t asked) {
  Score score;
  score.step = 60;
  score.task = "sorting";
  score.pool = tasks::Pool::train;
  score.difficulty = difficulty;
  score.solved = solved;
  score.asked = asked;
  return score;
}

/// The fit of a run that trained for 60 steps on 1 to 4 items and got these scores.
std::optional<Fit> fit_of(const std::vector<Score>& scores) {
  const base::ScratchFolder scratch;
  base::write_file(scratch.path() / "scores.tsv", base::tsv(scores_table(scores)));
  return run_fit(tests::tiny_spec(), scratch.path()).fit;
}

RunFit run_with(const std::string& fingerprint, std::int64_t solved) {
  return {fingerprint, Fit{solved, 1000}, {}};
}

}  // namespace

TEST_CASE("a run fits if it solves 99 % of all its training questions together") {
  const Fit fit = fit_of({training_score(3, 100, 100), training_score(4, 98, 100)}).value();
  CHECK(fit.solved == 198);
  CHECK(fit.asked == 200);
  CHECK(fit.is_fitted());
  CHECK_FALSE(fit_of({training_score(3, 98, 100), training_score(4, 99, 100)})->is_fitted());
}

TEST_CASE("questions that a run was not trained on do not tell its fit") {
  std::vector<Score> others(5, training_score(3, 0, 100));
  others[0].pool = tasks::Pool::test;
  others[1].difficulty = 6;  // longer than it was trained on
  others[2].step = 40;       // before it was done
  others[3].task = "successor";
  others[4].facet = FacetValue{"k_cutoff", 1};  // counted among all already
  CHECK_FALSE(fit_of(others).has_value());
  others.push_back(training_score(3, 100, 100));
  CHECK(fit_of(others)->asked == 100);
}

TEST_CASE("what one run's fit is said to be") {
  CHECK(in_words(run_with("a", 990)) ==
        "fit: solves 99.0 % of its training questions (990 of 1000 asked)");
  CHECK(in_words(RunFit{"a", Fit{98996, 100000}, {}}) ==
        "unfit: solves 98.9 % of its training questions (98996 of 100000 asked), less than 99 %: "
        "what it scores past training says nothing about generalization");
  CHECK_THAT(in_words(RunFit{"a", {}, 0.973}),
             Contains("fit: not known: ") && Contains("score { pools: [TRAIN, ...] }") &&
                 Contains("of the target tokens of the last steps 97.3 % were right"));
  CHECK_THAT(in_words(RunFit{"a", {}, {}}), !Contains("tokens"));
}

TEST_CASE("of many runs those that are unfit are named") {
  std::vector<RunFit> runs{run_with("a", 1000), run_with("b", 410), run_with("c", 990)};
  CHECK_THAT(
      in_words(runs),
      Contains("fit: 2 of 3 runs solve 99 % of their training questions; unfit: b (41.0 %)"));
  runs.push_back({"d", {}, 0.5});
  CHECK_THAT(in_words(runs), Contains("fit: 2 of 3 runs") && Contains("of 1 it is not known"));
  CHECK(in_words(std::vector{run_with("a", 1000)}) ==
        "fit: 1 of 1 runs solve 99 % of their training questions");
  CHECK_THAT(in_words(std::vector(2, RunFit{"d", {}, 0.5})),
             Contains("fit: not known: in none of 2 runs"));
  CHECK_THAT(in_words(std::vector(20, run_with("b", 0))), Contains(" and 12 more: "));
}

TEST_CASE("train and sweep end with what is known of the fit, and say nothing of it if quiet") {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "exp.textproto";
  base::write_file(file, tests::tiny_text);
  const auto words = [&](const std::string& command, const std::string& pools) {
    return std::vector<std::string>{
        command, file, "--store", scratch.path() / "store", "--set", "score.pools=" + pools};
  };
  const auto last_line = [](const std::string& text) {
    return text.substr(text.find_last_of('\n', text.size() - 2) + 1);
  };
  const tests::Ended trained = tests::lab(words("train", "[TEST, TRAIN]"));
  CHECK(trained.code == 0);
  CHECK_THAT(last_line(trained.err), Catch::StartsWith("unfit: solves ") &&
                                         Contains("of 30 asked") && Contains("generalization"));
  CHECK_THAT(last_line(tests::lab(words("sweep", "[TEST, TRAIN]")).err),
             Catch::StartsWith("fit: 0 of 1 runs solve 99 %") && Contains("unfit: "));
  CHECK_THAT(last_line(tests::lab(words("train", "[TEST]")).err),
             Catch::StartsWith("fit: not known: ") && Contains("of the target tokens"));
  std::vector<std::string> quiet = words("sweep", "[TEST, TRAIN]");
  quiet.emplace_back("-q");
  CHECK(tests::lab(quiet).err == "");
}

}  // namespace lab::store
