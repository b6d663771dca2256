#include "lab/store/event_folder.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/store/removal.h"
#include "lab/store/run_folder.h"
#include "tests/lab/train/tiny_run.h"

namespace lab::store {
namespace {

namespace fs = std::filesystem;

spec::RunSpec named(const std::string& name) {
  spec::RunSpec spec;
  spec.name = name;
  spec.seed = 4;
  return spec;
}

/// The folder's name of a run that is called so.
std::string folder_name(const std::string& name) {
  const base::ScratchFolder scratch;
  const fs::path folder = event_folder(scratch.path() / "0123456789abcdef", named(name));
  CHECK(fs::is_directory(folder));
  CHECK(folder.parent_path() == scratch.path() / "tensorboard");
  return folder.filename();
}

/// An event file of the run.
void write_events(const fs::path& run, const std::string& name) {
  base::write_file(next_event_file(event_folder(run, named(name)), run), "events");
}

}  // namespace

TEST_CASE("a run's event files lie under a name that tells the run") {
  CHECK(folder_name("sorting hints=none") == "sorting hints=none seed=4 01234567");
  CHECK(folder_name("sorting seed=12") == "sorting seed=12 01234567");
  CHECK(folder_name("../../up") == ".._.._up seed=4 01234567");
  CHECK(folder_name("..") == ".. seed=4 01234567");
  CHECK(folder_name("größer [a]*?") == "größer [a]*? seed=4 01234567");
  CHECK(folder_name(std::string(1000, 'x')) == std::string(200, 'x') + " seed=4 01234567");
  std::string letters = "x";
  for (int i = 0; i < 200; ++i) letters += "é";
  CHECK(folder_name(letters) == letters.substr(0, 199) + " seed=4 01234567");
}

TEST_CASE("a run keeps its folder of events, and runs that look alike have their own") {
  const base::ScratchFolder scratch;
  const fs::path a = scratch.path() / "0123456789abcdef", b = scratch.path() / "0123456700000000";
  write_events(a, "first name");
  CHECK(event_folder(a, named("second name")) == event_folders_of(a).at(0));
  CHECK(event_folders_of(b).empty());
  write_events(b, "other");
  CHECK(event_folders_of(a).size() == 1);
  CHECK(event_folders_of(a / "").size() == 1);
  write_events(b, "other");
  const auto files = event_files_in(event_folders_of(b).at(0), b);
  REQUIRE(files.size() == 2);
  CHECK(files[0].filename() == "events.out.tfevents.0000000001.0123456700000000");
  CHECK(files[1].filename() == "events.out.tfevents.0000000002.0123456700000000");
}

TEST_CASE("a place where no folder of events can be made is named") {
  const base::ScratchFolder scratch;
  base::write_file(scratch.path() / "tensorboard", "a file");
  CHECK_THROWS_WITH(event_folder(scratch.path() / "0123456789abcdef", named("a")),
                    Catch::Contains("tensorboard/a seed=4 01234567: cannot make the folder"));
}

TEST_CASE("a run's event files go with it, and those of runs that are gone are rubbish") {
  const base::ScratchFolder scratch;
  const spec::RunSpec a = tests::tiny_spec(), b = tests::tiny_spec({"seed=2"});
  const fs::path run_a = run_folder(scratch.path(), a.fingerprint);
  const fs::path run_b = run_folder(scratch.path(), b.fingerprint);
  for (const spec::RunSpec& spec : {a, b}) {
    prepare_run_folder(run_folder(scratch.path(), spec.fingerprint), spec);
    write_events(run_folder(scratch.path(), spec.fingerprint), spec.name);
  }
  CHECK(rubbish_in(scratch.path()).empty());
  remove_run(run_a);
  CHECK(event_folders_of(run_a).empty());
  CHECK(event_folders_of(run_b).size() == 1);
  fs::remove_all(run_b);
  CHECK(rubbish_in(scratch.path()) == event_folders_of(run_b));
  base::write_file(event_folders_of(run_b).at(0) / "notes", "mine");
  CHECK(rubbish_in(scratch.path()).empty());
}

}  // namespace lab::store
