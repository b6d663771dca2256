#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/tsv.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::command {
namespace {

using Words = std::vector<std::string>;

/// `lab sweep <words>` of a spec with these axes.
tests::Ended sweep(const std::string& axes, const Words& more) {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "exp.textproto";
  base::write_file(file, tests::tiny_text + "sweep { " + axes + " }\n");
  Words words{"sweep", file, "--store", scratch.path() / "store"};
  words.insert(words.end(), more.begin(), more.end());
  return tests::lab(words);
}

const std::string one_axis = "axis { path: 'train.steps' values: ['20', '30'] }";

TEST_CASE("axes that are called as other columns of a plan have columns of their own") {
  const tests::Ended ended = sweep(
      "axis { path: 'seed' values: ['7', '8'] }"
      "axis { name: 'state' path: 'train.steps' values: '20' }",
      {"--dry-run", "-q"});
  INFO(ended.err);
  CHECK(ended.code == 0);
  const base::Table table = base::parse_tsv(ended.out, "stdout");
  CHECK(table.columns == Words{"fingerprint", "state", "seed", "axis.seed", "axis.state"});
  REQUIRE(table.rows.size() == 2);
  CHECK(Words(table.rows[1].begin() + 1, table.rows[1].end()) == Words{"missing", "8", "8", "20"});
}

TEST_CASE("sweep refuses options that nobody would read") {
  const std::vector<std::pair<Words, std::string>> cases{
      {{"--workers", "2"}, "--workers: goes with --executor slurm"},
      {{"--sbatch=-p low"}, "--sbatch: goes with --executor slurm"},
      {{"--executor", "slurm", "--dry-run", "-j", "2"}, "--jobs: goes with --executor local"},
      {{"--executor", "slurm", "--dry-run", "--scores", "x"},
       "--scores: goes with --executor local"},
      {{"--dry-run", "--scores", "x"}, "--scores: goes without --dry-run"},
      {{"--executor", "pbs"}, "--executor: wanted local or slurm, found `pbs`"},
  };
  for (const auto& [words, message] : cases) {
    INFO(message);
    const tests::Ended ended = sweep(one_axis, words);
    CHECK(ended.code == 2);
    CHECK_THAT(ended.err, Catch::Contains(message));
    CHECK(ended.out == "");
  }
}

}  // namespace
}  // namespace lab::command
