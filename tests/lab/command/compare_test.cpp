#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/tsv.h"
#include "tests/lab/command/program.h"
#include "tests/lab/compare/testing.h"

namespace lab::command {
namespace {

using Catch::Contains;
using Words = std::vector<std::string>;

tests::Ended compare(const base::ScratchFolder& scratch, const Words& more) {
  Words words{"compare", "--store", scratch.path() / "store"};
  words.insert(words.end(), more.begin(), more.end());
  return tests::lab(words);
}

}  // namespace

TEST_CASE("compare prints a table that programs can read, and names what is missing or unfit") {
  const base::ScratchFolder scratch;
  const std::string file = tests::scored_sweep(scratch.path(), {40, 60, 80}, {90, 20});
  const tests::Ended ended = compare(scratch, {file, "--pool", "test"});
  CHECK(ended.code == 0);
  const base::Table table = base::parse_tsv(ended.out, "stdout");
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0][table.column("median")] == "60.0");
  CHECK_THAT(ended.err, Contains("width=16 seed 3 (missing)") && Contains("width=8 seed 1 (98.0"));
  const tests::Ended quiet = compare(scratch, {file, "--pool", "test", "-q"});
  CHECK(quiet.out == ended.out);
  CHECK(quiet.err == "");
}

TEST_CASE("compare draws where it is told to") {
  const base::ScratchFolder scratch;
  const std::string file = tests::scored_sweep(scratch.path(), {40, 60, 80}, {90, 20});
  const auto figure = scratch.path() / "drawn" / "widths.png";
  const tests::Ended ended = compare(scratch, {file, "--out", figure});
  INFO(ended.err);
  CHECK(ended.code == 0);
  for (const char* end : {"svg", "png", "gp", "tsv"}) {
    CHECK(std::filesystem::file_size(std::filesystem::path(figure).replace_extension(end)) > 0);
  }
}

TEST_CASE("compare says what is wrong with its words before it reads a run") {
  const base::ScratchFolder scratch;
  const std::vector<std::pair<Words, std::string>> cases{
      {{}, "wanted SPECs or RUNs"},
      {{"3f", "--out", "figure.pdf"}, "--out: wanted FIGURE.svg or FIGURE.png"},
      {{"3f", "--out", ".svg"}, "--out: wanted FIGURE.svg or FIGURE.png"},
      {{"3f", "--title", "x"}, "--title: goes with --out"},
      {{"3f", "--pool", "tset"}, "did you mean `test`"},
      {{"3f", "--difficulty", "x"}, "--difficulty: wanted a whole number"},
  };
  for (const auto& [words, message] : cases) {
    INFO(message);
    const tests::Ended ended = compare(scratch, words);
    CHECK(ended.code == 2);
    CHECK_THAT(ended.err, Contains(message));
    CHECK(ended.out == "");
  }
}

TEST_CASE("compare tells the steps to a score, and the seeds that would tell arms apart") {
  const base::ScratchFolder scratch;
  const std::string file = tests::scored_sweep(scratch.path(), {40, 60, 80}, {90, 20});
  const tests::Ended steps = compare(
      scratch, {file, "--reach", "60", "--pool", "test", "--out", scratch.path() / "s.svg"});
  INFO(steps.err);
  CHECK(steps.code == 0);
  const base::Table reached = base::parse_tsv(steps.out, "stdout");
  CHECK(reached.rows[0][reached.column("reached")] == "2");
  CHECK(std::filesystem::exists(scratch.path() / "s.png"));
  const tests::Ended seeds = compare(scratch, {file, "--seeds-needed", "--pool", "test"});
  CHECK(seeds.code == 0);
  CHECK(base::parse_tsv(seeds.out, "stdout").column("seeds_needed") > 0);
  CHECK_THAT(seeds.err, Contains("2 seeds likely differ less"));
  CHECK_THAT(compare(scratch, {file, "--reach", "0"}).err, Contains("--reach: wanted percent"));
  CHECK_THAT(compare(scratch, {file, "--reach", "9", "--seeds-needed"}).err,
             Contains("--reach: does not go with --seeds-needed"));
}

TEST_CASE("a sweep ends with the table of its runs, and says how to draw it") {
  const base::ScratchFolder scratch;
  const std::string file = tests::tiny_sweep(scratch.path(), 2);
  const Words words{"sweep", file, "--store", scratch.path() / "store", "-j", "1"};
  const tests::Ended ended = tests::lab(words);
  INFO(ended.err);
  CHECK(ended.code == 0);
  CHECK(ended.out == compare(scratch, {file}).out);
  CHECK(base::parse_tsv(ended.out, "stdout").column("fit") > 0);
  CHECK_THAT(ended.err, Contains("lab compare " + file + " --store"));
  Words quiet = words;
  quiet.push_back("-q");
  CHECK(tests::lab(quiet).out == "");
}

}  // namespace lab::command
