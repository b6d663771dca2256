#include "lab/sweep/slurm.h"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "base/file.h"
#include "lab/store/run_folder.h"
#include "lab/train/train_run.h"
#include "tests/lab/command/program.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::sweep {
namespace {

using Catch::Contains;

/// A place where sbatch is a script of these lines.
struct Place {
  base::ScratchFolder scratch;
  std::filesystem::path bin = scratch.path() / "bin", store = scratch.path() / "a 100% store's";

  explicit Place(const std::string& sbatch) {
    base::write_file(bin / "sbatch", "#!/bin/sh\n" + sbatch);
    std::filesystem::permissions(bin / "sbatch", std::filesystem::perms::owner_all);
    base::write_file(scratch.path() / "tiny.textproto", tests::tiny_text);
  }

  /// `lab sweep --executor slurm` of a tiny spec.
  tests::Ended submit(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"PATH=" + bin.string() + ":" + std::getenv("PATH"),
                                   LAB_PROGRAM,
                                   "sweep",
                                   scratch.path() / "tiny.textproto",
                                   "--executor",
                                   "slurm",
                                   "--store",
                                   store};
    words.insert(words.end(), more.begin(), more.end());
    return tests::Program(words, 0, "/usr/bin/env").wait();
  }
};

tests::Ended submitted(const std::string& sbatch) { return Place(sbatch).submit(); }

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

TEST_CASE("of a job that sbatch refuses nothing stays that would wait for it") {
  const Place place("exit 1\n");
  CHECK(place.submit().code == 4);
  CHECK(store::all_runs(place.store).empty());
  CHECK(std::filesystem::is_empty(place.store / "slurm"));
}

TEST_CASE("a run that was there before a job was refused is still there") {
  const Place place("exit 1\n");
  const auto folder = store::run_folder(place.store, tests::tiny_spec().fingerprint);
  store::prepare_run_folder(folder, tests::tiny_spec());
  CHECK(place.submit().code == 4);
  CHECK(store::all_runs(place.store) == std::vector{folder});
}

TEST_CASE("what --sbatch quotes reaches sbatch as one word, and no more workers than runs") {
  const Place place("for word in \"$@\"; do echo \"<$word>\" >&2; done\necho 7\n");
  const tests::Ended ended =
      place.submit({"--sbatch", R"(-p cpu --comment="two words" --mail-user='a b' --account=x\ y)",
                    "--fail-fast", "3"});
  INFO(ended.err);
  CHECK(ended.code == 0);
  CHECK_THAT(ended.err, Contains("<-p>\n<cpu>\n<--comment=two words>\n<--mail-user=a b>\n"
                                 "<--account=x y>") &&
                            Contains("job 7: 1 runs, 1 workers"));
  const std::string script = base::read_file(
      place.store / "slurm" / ("tiny-" + tests::tiny_spec().fingerprint + ".sbatch"));
  CHECK_THAT(script, Contains("#SBATCH --array=0-0\n") && Contains(" --fail-fast 3\n") &&
                         Contains("/a 100%% store'\\''s/slurm/%A_%a.log'\n"));
}

TEST_CASE("a dry run shows the script and how it would be submitted, and submits nothing") {
  const Place place("echo 7\ntouch \"$0.called\"\n");
  const tests::Ended ended = place.submit({"--dry-run", "--sbatch=-p 'my queue'"});
  CHECK(ended.code == 0);
  CHECK_THAT(ended.out, Contains("#   sbatch --parsable -p 'my queue' '/"));
  CHECK(!std::filesystem::exists(place.bin / "sbatch.called"));
  CHECK(!std::filesystem::exists(place.store));
}

TEST_CASE("nothing is submitted when nothing is left to do") {
  const Place place("exit 1\n");
  train::train_run(tests::tiny_lesson(), {place.store, 1, {}});
  const tests::Ended ended = place.submit();
  CHECK(ended.code == 0);
  CHECK_THAT(ended.err, Contains("all 1 runs are finished; nothing is submitted"));
}

}  // namespace lab::sweep
