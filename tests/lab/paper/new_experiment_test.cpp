#include "lab/paper/new_experiment.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/figure/read/figures.h"
#include "lab/paper/experiment.h"
#include "tests/lab/command/program.h"
#include "tests/lab/compare/testing.h"
#include "tests/lab/figure/testing.h"

namespace lab::paper {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;

/// `lab <words>` on the experiments, results and store of a folder.
tests::Ended lab_in(const fs::path& folder, std::vector<std::string> words) {
  words.insert(words.end(), {"--experiments", folder / "experiments"});
  if (words.front() == "reproduce") {
    words.insert(words.end(), {"--results", folder / "results", "--store", folder / "store"});
  }
  return tests::lab(words);
}

}  // namespace

TEST_CASE("a new experiment is reproduced and drawn at once") {
  const base::ScratchFolder scratch;
  const tests::Ended made = lab_in(scratch.path(), {"new", "experiment", "mine"});
  INFO(made.err);
  CHECK(made.code == 0);
  CHECK(made.out == (scratch.path() / "experiments" / "mine").string() + "\n");
  CHECK_THAT(made.err, Contains("lab reproduce mine --scale smoke --experiments "));
  const tests::Ended ended =
      lab_in(scratch.path(), {"reproduce", "mine", "--scale", "smoke", "-j", "1"});
  INFO(ended.err);
  CHECK(ended.code == 0);
  CHECK(ended.out == "");  // nothing is claimed, so there is no gap
  CHECK_THAT(ended.err, Contains("the question: What mine asks"));
  const fs::path results = scratch.path() / "results" / "mine" / "smoke";
  CHECK(fs::file_size(results / "exact_match.png") > 0);
  CHECK(!fs::exists(results / "gap.tsv"));
  CHECK(plans_of({"mine", scratch.path() / "experiments" / "mine"}, Scale::cpu)[0].runs.size() ==
        10);
}

TEST_CASE("a new experiment begins with a spec that there is, sweep and all") {
  const base::ScratchFolder scratch;
  const fs::path spec = tests::tiny_sweep(scratch.path(), 3);
  const fs::path folder = make_experiment(scratch.path() / "experiments", "widths", spec);
  const figure::FigureFile file = figure::read::read_figures(folder / "figures.textproto");
  REQUIRE(file.figures.size() == 1);
  REQUIRE(file.figures[0].series.size() == 2);
  CHECK(file.figures[0].series[1].rows.where == spec::plan::Settings{{"width", "16"}});
  const tests::Ended ended =
      lab_in(scratch.path(), {"reproduce", "widths", "--scale", "smoke", "-j", "1"});
  INFO(ended.err);
  CHECK(ended.code == 0);
  CHECK(fs::exists(scratch.path() / "results" / "widths" / "smoke" / "exact_match.svg"));
}

TEST_CASE("a new experiment writes over nothing, and leaves nothing behind where it cannot be") {
  const base::ScratchFolder scratch;
  const fs::path experiments = scratch.path() / "experiments";
  base::write_file(experiments / "mine" / "notes", "mine");
  const auto refusal = [&](const std::string& name, const fs::path& from) {
    return tests::error_of([&] { make_experiment(experiments, name, from); });
  };
  CHECK_THAT(refusal("mine", {}), Contains("2: ") && Contains("is there already"));
  CHECK(base::read_file(experiments / "mine" / "notes") == "mine");
  for (const char* name : {"", "../mine", "a b", "-x", "a/b"}) {
    CHECK_THAT(refusal(name, {}), Contains("2: NAME: wanted letters"));
  }
  base::write_file(scratch.path() / "bad.textproto", "task { parity {} } model { widht: 3 }");
  CHECK_THAT(refusal("bad", scratch.path() / "bad.textproto"),
             Contains("3: ") && Contains("widht"));
  CHECK_THAT(refusal("bad", scratch.path() / "none.textproto"), Contains("none.textproto"));
  CHECK(std::distance(fs::directory_iterator(experiments), {}) == 1);
}

}  // namespace lab::paper
