#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/store/run_folder.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::command {

TEST_CASE("every command refuses what nothing reads, but a run that was begun goes on") {
  const base::ScratchFolder scratch;
  const std::string store = (scratch.path() / "store").string();
  const std::string file = (scratch.path() / "exp.textproto").string();
  const std::string field = "adamw { tau_rate_multiplier: 3 }\n";
  const std::string sweep = "sweep { seeds { count: 2 } }\n";
  base::write_file(file, tests::tiny_text + field + sweep);
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"train", file, "--store", store},
        {"sweep", file, "--dry-run", "--store", store},
        {"coverage", file},
        {"sample", file},
        {"export", file, "--out", (scratch.path() / "out").string()}}) {
    const tests::Ended ended = tests::lab(words);
    INFO(words[0] << ": " << ended.err);
    CHECK(ended.code == 3);
    CHECK_THAT(ended.err, Catch::Contains("adamw.tau_rate_multiplier"));
    CHECK_THAT(ended.err, Catch::Contains(" is read only where model.logit_scale is "));
  }
  CHECK_FALSE(std::filesystem::exists(store));
  const spec::RunSpec begun = spec::parse_spec(tests::tiny_text + field, "exp", ".").run;
  const auto folder = store::run_folder(store, begun.fingerprint);
  store::prepare_run_folder(folder, begun);
  const auto own = (folder / "spec.textproto").string();
  CHECK(tests::lab({"train", own, "-q", "--store", store}).code == 0);
  CHECK(tests::lab({"score", folder.string()}).code == 0);
  CHECK(tests::lab({"runs", "show", folder.string()}).code == 0);
}

}  // namespace lab::command
