#include "base/scratch_folder.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/file.h"

namespace base {

TEST_CASE("a scratch folder is new, empty and gone with what it holds") {
  std::filesystem::path first;
  {
    const ScratchFolder a, b;
    first = a.path();
    CHECK(a.path() != b.path());
    CHECK(std::filesystem::is_empty(a.path()));
    write_file(a.path() / "deep" / "file", "text");
  }
  CHECK(!std::filesystem::exists(first));
}

TEST_CASE("a scratch folder that cannot be made is an error that names it") {
  const ScratchFolder here;
  write_file(here.path() / "file", "");
  CHECK_THROWS_WITH(ScratchFolder(here.path() / "file" / "below"),
                    Catch::Contains("file/below: cannot make"));
}

TEST_CASE("a scratch folder that the system refuses is told with the system's reason") {
  CHECK_THROWS_WITH(ScratchFolder("/proc/self"),
                    Catch::Contains("/proc/self/") && Catch::Contains("No such file or directory"));
}

}  // namespace base
