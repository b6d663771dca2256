#include "lab/train/train_run.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/store/claim.h"
#include "lab/store/holder.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::train {
namespace {

/// A store of its own and the tiny run in it.
struct TinyStore {
  base::ScratchFolder scratch;
  Lesson lesson;
  const spec::RunSpec& spec = lesson.spec;
  std::filesystem::path folder;

  explicit TinyStore(const spec::Overrides& overrides = {})

      : lesson(tests::tiny_lesson(overrides)),
        folder(store::run_folder(scratch.path(), spec.fingerprint)) {}

  RunOutcome train(int threads = 1) const {
    return train_run(lesson, {scratch.path(), threads, {}});
  }

  /// Trains until the step has been reported, then stops.
  RunOutcome train_until(std::int64_t step) const {
    const auto stop = [step](const TrainingReport& report) {
      if (report.step >= step) base::request_stop();
    };
    return train_run(lesson, {scratch.path(), 1, stop});
  }

  std::string bits() const { return tests::bits_of(scratch.path(), spec); }
};

void damage(const std::filesystem::path& file) {
  std::string content = base::read_file(file);
  content[content.size() / 2] = static_cast<char>(content[content.size() / 2] ^ 1);
  base::write_file(file, content);
}

TEST_CASE("the same bits come out on one, two, three and eight threads") {
  const std::string expected = tests::bits_in_one_go(tests::tiny_spec());
  for (const int threads : {2, 3, 8}) {
    const TinyStore store;
    CHECK(store.train(threads) == RunOutcome::done);
    CHECK(store.bits() == expected);
  }
}

TEST_CASE("the time to go is that of the steps left at the pace of those taken") {
  const TinyStore store;
  std::vector<std::pair<double, TrainingReport>>
      reports;  // when it was, by the clock of the caller
  const double begun = base::seconds_now();
  train_run(store.lesson, {store.scratch.path(), 1, [&](const TrainingReport& progress) {
                             reports.emplace_back(base::seconds_now(), progress);
                           }});
  REQUIRE(reports.size() >= 3);
  CHECK(reports.back().second.seconds_left == 0);
  for (std::size_t i = 1; i + 1 < reports.size(); ++i) {
    const TrainingReport& now = reports[i].second;
    const double left = double(now.steps - now.step) / double(now.step);
    // Training began after `begun`, and before the first report.
    CHECK(now.seconds_left <= (reports[i].first - begun) * left);
    CHECK(now.seconds_left >= (reports[i - 1].first - reports[0].first) * left);
  }
}

TEST_CASE("another seed gives other bits") {
  CHECK(tests::bits_in_one_go(tests::tiny_spec({"seed=2"})) !=
        tests::bits_in_one_go(tests::tiny_spec()));
}

TEST_CASE("a run stopped again and again ends in the same bits, each step logged once") {
  const TinyStore store;
  for (const std::int64_t step : {5, 20, 35, 60})
    CHECK(store.train_until(step) == RunOutcome::stopped);
  CHECK(store::read_manifest(store.folder)->state == store::RunState::stopped);
  CHECK(store.train() == RunOutcome::done);
  CHECK(store.bits() == tests::bits_in_one_go(store.spec));
  const std::string log = base::read_file(store.folder / "steps.jsonl");
  CHECK(std::ranges::count(log, '\n') == 12);  // 60 steps, a line every 5
}

TEST_CASE("a finished run is not trained again, on whatever threads") {
  const TinyStore store;
  CHECK(store.train() == RunOutcome::done);
  const auto before = std::filesystem::last_write_time(store.folder / "scores.tsv");
  CHECK(store.train(2) == RunOutcome::cached);
  CHECK(std::filesystem::last_write_time(store.folder / "scores.tsv") == before);
  const store::Manifest manifest = *store::read_manifest(store.folder);
  CHECK(manifest.state == store::RunState::finished);
  CHECK(manifest.step == 60);
  CHECK(manifest.fingerprint == store.spec.fingerprint);
  CHECK(!manifest.finished.empty());
}

TEST_CASE("scores are taken on the way and at the end, one row a question set") {
  const TinyStore store;
  store.train();
  const std::vector<store::Score> scores = store::scores_in(store.folder);
  REQUIRE(scores.size() == 9);  // steps 20, 40, 60; sorting 3 and 6, successor 3
  CHECK(scores[0].step == 20);
  CHECK(scores[8].step == 60);
  CHECK(scores[8].task == "successor");
}

TEST_CASE("only the last checkpoint stays unless all are wanted") {
  const TinyStore one, all({"train.keep=ALL"});
  CHECK(all.spec.fingerprint == one.spec.fingerprint);
  one.train();
  all.train();
  CHECK(store::checkpoint_steps(one.folder) == std::vector<std::int64_t>{60});
  CHECK(store::checkpoint_steps(all.folder) == std::vector<std::int64_t>{10, 20, 30, 40, 50, 60});
}

TEST_CASE("a run that someone works on is left alone, and free again when they end") {
  const TinyStore store;
  std::filesystem::create_directories(store.folder);
  {
    const auto claim = store::Claim::take(store.folder);
    REQUIRE(claim);
    CHECK(store.train() == RunOutcome::claimed);
    CHECK(store::claim_holder(store.folder) == store::this_process().in_words());
  }
  CHECK(!store::claim_holder(store.folder));
  CHECK(store.train() == RunOutcome::done);
}

TEST_CASE("a damaged checkpoint is passed over for an earlier one, with the same bits at the end") {
  const TinyStore store({"train.keep=ALL"});
  store.train_until(40);
  damage(store::checkpoint_folder(store.folder, 40) / "weights.safetensors");
  std::filesystem::resize_file(store::checkpoint_folder(store.folder, 30) / "optimizer.safetensors",
                               100);
  CHECK(store.train() == RunOutcome::done);
  CHECK(store.bits() == tests::bits_in_one_go(store.spec));
}

TEST_CASE("with no checkpoint that can be read the error says what to do") {
  const TinyStore store;
  store.train_until(20);
  damage(store::checkpoint_folder(store.folder, 20) / "weights.safetensors");
  CHECK_THROWS_WITH(store.train(),
                    Catch::Contains("weights.safetensors") &&
                        Catch::Contains("remove the folder " + store.folder.string()));
  CHECK(store::read_manifest(store.folder)->state == store::RunState::failed);
}

TEST_CASE("a folder with another run's spec is not touched") {
  const TinyStore store;
  base::write_file(store.folder / "spec.textproto", tests::tiny_spec({"seed=9"}).text);
  CHECK_THROWS_WITH(store.train(),
                    Catch::Contains("wanted the spec of run " + store.spec.fingerprint));
  base::write_file(store.folder / "spec.textproto", "stepz: 3");
  CHECK_THROWS_AS(store.train(), base::Error);
}

TEST_CASE("what a killed writer left behind is cleared away") {
  const TinyStore store;
  store.train_until(20);
  std::filesystem::create_directories(store.folder / "checkpoints" / "step-30.part-123");
  std::ofstream(store.folder / "steps.jsonl", std::ios::app)
      << "{\"step\":25,\"loss\":1}\n{\"step\":3";
  CHECK(store.train() == RunOutcome::done);
  CHECK(!std::filesystem::exists(store.folder / "checkpoints" / "step-30.part-123"));
  CHECK(std::ranges::count(base::read_file(store.folder / "steps.jsonl"), '\n') == 12);
}

TEST_CASE("a loss that is not finite ends the run with the step named and the last state kept") {
  TinyStore store;
  store.lesson.spec.train.learning_rate = 1e30;
  CHECK_THROWS_WITH(store.train(), Catch::Contains("step ") && Catch::Contains("not finite"));
  const store::Manifest manifest = *store::read_manifest(store.folder);
  CHECK(manifest.state == store::RunState::failed);
  CHECK(manifest.error.find("not finite") != std::string::npos);
}

}  // namespace
}  // namespace lab::train
