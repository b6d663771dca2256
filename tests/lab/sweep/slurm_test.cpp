#include "lab/sweep/slurm.h"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "base/file.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::sweep {
namespace {

using Catch::Contains;

/// `lab sweep --executor slurm` of a tiny spec where sbatch is a script of these lines.
tests::Ended submitted(const std::string& sbatch) {
  const base::ScratchFolder scratch;
  const auto bin = scratch.path() / "bin", spec = scratch.path() / "tiny.textproto";
  base::write_file(bin / "sbatch", "#!/bin/sh\n" + sbatch);
  std::filesystem::permissions(bin / "sbatch", std::filesystem::perms::owner_all);
  base::write_file(spec, tests::tiny_text);
  return tests::Program({"PATH=" + bin.string() + ":" + std::getenv("PATH"), LAB_PROGRAM, "sweep",
                         spec, "--executor", "slurm", "--store", scratch.path() / "store"},
                        0, "/usr/bin/env")
      .wait();
}

}  // namespace

TEST_CASE("what sbatch warns of is passed on and not taken for the job's number") {
  const tests::Ended ended = submitted(
      "echo 'sbatch: warning: your project ends soon' >&2\n"
      "echo '1234;cluster'\n"
      "echo 'sbatch: have a nice day' >&2\n");
  INFO(ended.err);
  CHECK(ended.code == 0);
  CHECK(ended.out == "1234\n");
  CHECK_THAT(ended.err, Contains("your project ends soon") && Contains("have a nice day") &&
                            Contains("job 1234: 1 runs"));
}

TEST_CASE("a job that sbatch refuses is an error that says what it said") {
  const tests::Ended ended = submitted("echo 'sbatch: error: invalid partition' >&2\nexit 1\n");
  CHECK(ended.code == 4);
  CHECK(ended.out == "");
  CHECK_THAT(ended.err, Contains("sbatch: exit code 1: sbatch: error: invalid partition"));
}

TEST_CASE("an answer of sbatch that is no number is shown") {
  const tests::Ended ended = submitted("echo 'Submitted batch job 12'\n");
  CHECK(ended.code == 4);
  CHECK_THAT(ended.err, Contains("wanted the job's number, found `Submitted batch job 12"));
}

}  // namespace lab::sweep
