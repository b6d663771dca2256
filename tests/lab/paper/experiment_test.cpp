#include "lab/paper/experiment.h"

#include <catch2/catch.hpp>

#include "tests/lab/command/checkout.h"

namespace lab::paper {
namespace {

namespace fs = std::filesystem;

TEST_CASE("results lie beside the experiments, however their folder is written") {
  const tests::Checkout here;
  const fs::path results = fs::weakly_canonical(here.results.parent_path());
  for (const char* end : {"", "/", "//", "/.", "/tiny/.."}) {
    INFO(end);
    const fs::path folder = experiments_folder(here.experiments.string() + end);
    CHECK((fs::weakly_canonical(results_beside("", folder)) == results));
    CHECK(experiment_named(folder, "tiny").name == "tiny");
  }
}

TEST_CASE("a slash behind the folder of experiments draws nothing into it") {
  const tests::Checkout here("1");
  const tests::Ended ended = tests::lab({"reproduce", "tiny", "--experiments",
                                         here.experiments.string() + "/", "--store", here.store});
  INFO(ended.err);
  CHECK(ended.code == 0);
  CHECK(fs::exists(here.results / "scores.tsv"));
  CHECK(!fs::exists(here.experiments / "results"));
}

}  // namespace
}  // namespace lab::paper
