#include "model/files/replace_folder.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"
#include "base/scratch_folder.h"

namespace model::files {
namespace {

namespace fs = std::filesystem;

TEST_CASE("where names cannot be exchanged, the old folder moves aside, or back on failure") {
  const base::ScratchFolder scratch;
  const fs::path fresh = scratch.path() / "fresh", folder = scratch.path() / "folder",
                 aside = scratch.path() / "aside";
  base::write_file(folder / "x", "old");
  CHECK_THROWS_AS(move_in(fresh, folder, aside), base::Error);  // nothing is there to move in
  CHECK(base::read_file(folder / "x") == "old");
  CHECK_FALSE(fs::exists(aside));
  base::write_file(fresh / "x", "new");
  move_in(fresh, folder, aside);
  CHECK(base::read_file(folder / "x") == "new");
  CHECK(base::read_file(aside / "x") == "old");
}

}  // namespace
}  // namespace model::files
