#include "lab/command/output.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::command {
namespace {

TEST_CASE("what is read is not overwritten, by no name of it") {
  const base::ScratchFolder scratch;
  const auto spec = scratch.path() / "a.textproto", link = scratch.path() / "link";
  base::write_file(spec, "seed: 1\n");
  std::filesystem::create_symlink(spec, link);
  const std::string other_name = (scratch.path() / "." / "a.textproto").string();
  for (const std::string& file : {spec.string(), link.string(), other_name}) {
    CHECK_THROWS_WITH(check_output("scores", file, {spec}),
                      Catch::StartsWith("--scores: `" + file));
  }
  CHECK_THROWS_AS(check_output("scores", spec, {}), base::Error);
  CHECK_NOTHROW(check_output("scores", scratch.path() / "scores.tsv", {spec}));
  CHECK_NOTHROW(check_output("scores", "-", {spec}));
}

TEST_CASE("scores go to standard output when they are asked for there") {
  const base::ScratchFolder scratch;
  const auto spec = scratch.path() / "a.textproto";
  base::write_file(spec, tests::tiny_text);
  const std::string store = scratch.path() / "store";
  for (const std::string file : {"-", "/dev/stdout"}) {
    const auto ended = tests::lab({"sweep", spec, "--store", store, "-q", "--scores", file});
    CHECK(ended.code == 0);
    CHECK_THAT(ended.out, Catch::StartsWith("sweep\tfingerprint\tseed\t"));
  }
  CHECK(tests::lab({"sweep", spec, "--store", store, "-q", "--scores", spec}).code == 2);
  CHECK(base::read_file(spec) == tests::tiny_text);
}

}  // namespace
}  // namespace lab::command
