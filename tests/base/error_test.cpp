#include "base/error.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "tests/base/in_child.h"

namespace {

TEST_CASE("require throws its parts as one message, only when it fails") {
  CHECK_NOTHROW(base::require(true, "never"));
  REQUIRE_THROWS_WITH(base::require(false, "heads: wanted ", 4, ", found ", 2.5),
                      "heads: wanted 4, found 2.5");
}

TEST_CASE("an error ends the program with 4 unless it says otherwise") {
  CHECK(base::Error("bad file").exit_code() == base::ExitCode::bad_data);
  CHECK(base::Error("bad flag", base::ExitCode::wrong_usage).exit_code() ==
        base::ExitCode::wrong_usage);
}

TEST_CASE("a broken promise aborts and names its file and line") {
  const base::ScratchFolder folder;
  const auto errors = folder.path() / "stderr";
  const int line = __LINE__ + 1;
  const int status = in_child(errors, [] { base::promise(1 > 2, "order of the numbers"); });
  REQUIRE(WIFSIGNALED(status));
  CHECK(WTERMSIG(status) == SIGABRT);
  const std::string text = base::read_file(errors);
  CHECK_THAT(text, Catch::Contains("error_test.cpp:" + std::to_string(line) + ":"));
  CHECK_THAT(text, Catch::Contains("broken promise: order of the numbers"));
}

TEST_CASE("a kept promise costs nothing visible") { CHECK_NOTHROW(base::promise(true, "fine")); }

}  // namespace
