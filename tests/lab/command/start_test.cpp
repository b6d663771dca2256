#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/store/run_folder.h"
#include "lab/train/train_run.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::command {
namespace {

using Catch::Contains;

struct Trained {
  base::ScratchFolder scratch;
  std::string store = (scratch.path() / "store").string();
  spec::RunSpec spec = tests::tiny_spec();

  Trained() { train::train_run(train::lesson_of(spec), {store, 1, {}}); }

  tests::Ended lab(std::vector<std::string> words) const {
    words.insert(words.end(), {"--store", store});
    return tests::lab(words);
  }

  /// The run in the store that is not the first.
  spec::RunSpec other() const {
    for (const auto& folder : store::all_runs(store)) {
      const spec::RunSpec one = store::spec_in(folder).run;
      if (one.fingerprint != spec.fingerprint) return one;
    }
    return {};
  }
};

}  // namespace

TEST_CASE("a finished run is gone on with as another, which says what it starts from") {
  const Trained trained;
  const tests::Ended more =
      trained.lab({"train", trained.spec.fingerprint.substr(0, 8), "--steps", "20"});
  CHECK(more.code == 0);
  const spec::RunSpec child = trained.other();
  CHECK_THAT(more.err, Contains("tiny +20: ") && Contains(child.fingerprint));
  REQUIRE(child.start);
  CHECK(child.start->run == trained.spec.fingerprint);
  CHECK(child.start->step == 60);
  CHECK(child.start->optimizer == spec::StartOptimizer::kept);
  CHECK(child.train.steps == 20);
  CHECK(child.train.warmup == 0);
  CHECK(child.data_seed != trained.spec.data_seed);
  const tests::Ended shown = trained.lab({"runs", "show", child.fingerprint});
  CHECK_THAT(shown.out, Contains("# starts from " + trained.spec.fingerprint + " step 60 (tiny)"));
  CHECK(trained.lab({"verify", child.fingerprint}).code == 0);
  CHECK(trained.lab({"train", trained.spec.fingerprint, "--steps", "20", "-q"}).code == 0);
  CHECK(store::all_runs(trained.store).size() == 2);  // the same run
}

TEST_CASE("steps more are for a run of the store that is finished") {
  const Trained trained;
  const auto file = trained.scratch.path() / "tiny.textproto";
  base::write_file(file, tests::tiny_text);
  const tests::Ended of_file = trained.lab({"train", file.string(), "--steps", "20"});
  CHECK(of_file.code == 4);
  CHECK_THAT(of_file.err, Contains("no run `" + file.string()));
  const spec::RunSpec waiting = tests::tiny_spec({"seed=3"});
  store::prepare_run_folder(store::run_folder(trained.store, waiting.fingerprint), waiting);
  const tests::Ended of_waiting = trained.lab({"train", waiting.fingerprint, "--steps", "20"});
  CHECK(of_waiting.code == 2);
  CHECK_THAT(of_waiting.err, Contains("is not finished: `lab train "));
}

TEST_CASE("a run that others start from is removed only on purpose") {
  const Trained trained;
  REQUIRE(trained.lab({"train", trained.spec.fingerprint, "--steps", "20", "-q"}).code == 0);
  const std::string child = trained.other().fingerprint;
  const tests::Ended refused = trained.lab({"runs", "rm", trained.spec.fingerprint});
  CHECK(refused.code == 2);
  CHECK_THAT(refused.err, Contains(child + " starts from " + trained.spec.fingerprint));
  CHECK(store::all_runs(trained.store).size() == 2);
  CHECK(trained.lab({"runs", "rm", trained.spec.fingerprint, "--yes"}).code == 0);
  CHECK_THAT(trained.lab({"runs", "show", child}).out, Contains("(not in this store)"));
  CHECK(trained.lab({"verify", child}).code == 0);
  CHECK(trained.lab({"runs", "rm", child}).code == 0);
}

}  // namespace lab::command
