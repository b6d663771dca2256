#include "lab/train/chances.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/store/run_folder.h"
#include "lab/train/train_run.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::train {
namespace {

TEST_CASE("chances are read back as they were, to the last bit") {
  const base::ScratchFolder folder;
  CHECK(chances_in(folder.path()).empty());
  const Chances chances{{{"#sort", 3}, 1.0 / 3}, {{"sorting", 40}, 1e-300}, {{"two words", 3}, 0}};
  write_chances(folder.path(), chances);
  CHECK(chances_in(folder.path()) == chances);
}

TEST_CASE("chances that cannot be understood name their file") {
  const base::ScratchFolder folder;
  base::write_file(folder.path() / "chance.tsv", "difficulty\ttask\tchance\n3\tsorting\tlow\n");
  CHECK_THROWS_WITH(chances_in(folder.path()), Catch::Contains("chance.tsv: wanted numbers"));
}

TEST_CASE("chances tell of scores if there is one for each") {
  std::vector<store::Score> scores(2);
  scores[0].task = scores[1].task = "sorting";
  scores[1].difficulty = 3;
  CHECK(tell_of({{{"sorting", 0}, 0.5}, {{"sorting", 3}, 0.25}}, scores));
  CHECK_FALSE(tell_of({{{"sorting", 0}, 0.5}, {{"copy", 3}, 0.25}}, scores));
}

TEST_CASE("a run's chances are saved with its scores, and shown as its tasks would tell them") {
  const base::ScratchFolder store;
  const Lesson lesson = tests::tiny_lesson({"train.steps=20"});
  CHECK(train_run(lesson, {store.path(), 1, {}}) == RunOutcome::done);
  const auto folder = store::run_folder(store.path(), lesson.spec.fingerprint);
  CHECK(chances_in(folder) == chances_of(store::scores_in(folder), lesson.mixture));
  for (const bool as_json : {false, true}) {
    std::vector<std::string> words{"runs", "show", folder, "--store", store.path()};
    if (as_json) words.push_back("--json");
    const tests::Ended saved = tests::lab(words);
    std::filesystem::rename(folder / "chance.tsv", folder / "away");
    const tests::Ended made = tests::lab(words);
    std::filesystem::rename(folder / "away", folder / "chance.tsv");
    CHECK(saved.code == 0);
    CHECK(saved.out == made.out);
  }
}

}  // namespace
}  // namespace lab::train
