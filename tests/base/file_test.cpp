#include "base/file.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <thread>

#include "base/error.h"
#include "base/scratch_folder.h"
#include "tests/base/in_child.h"

namespace {

namespace fs = std::filesystem;

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

/// Runs `body` where no file may grow beyond `bytes`; returns the message of its Error.
template <typename Body>
std::string error_with_limit(const fs::path& folder, rlim_t bytes, const Body& body) {
  const fs::path errors = folder / "stderr";
  in_child(errors, [&] {
    const rlimit limit = {bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::signal(SIGXFSZ, SIG_IGN);  // then the write fails with EFBIG
    try {
      body();
    } catch (const base::Error& error) {
      const std::string_view reason = error.what();
      std::cerr << reason.substr(reason.rfind(": ") + 2);  // short enough for the limit
    }
  });
  const std::string message = base::read_file(errors);
  fs::remove(errors);
  return message;
}

TEST_CASE("what a link names is written, and the link stays") {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "file", link = scratch.path() / "link";
  base::write_file(file, "old");
  std::filesystem::create_symlink("file", link);
  base::write_file(link, "new");
  CHECK(std::filesystem::is_symlink(link));
  CHECK(base::read_file(file) == "new");
  CHECK_THROWS_WITH(base::write_file("/dev/stdout", "x"), Catch::Contains("a name of devices"));
  CHECK(std::filesystem::is_symlink("/dev/stdout"));
}

TEST_CASE("what is written is read back, whatever bytes it has") {
  const base::ScratchFolder folder;
  const fs::path file = folder.path() / "bytes";
  for (const std::string& content :
       {std::string(), std::string("a\0b\n\xff", 5), std::string(100000, 'x')}) {
    base::write_file(file, content);
    CHECK(base::read_file(file) == content);
  }
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("what is written in pieces is seen whole once committed, and not at all before") {
  const base::ScratchFolder folder;
  const fs::path file = folder.path() / "pieces";
  base::write_file(file, "old");
  {
    base::FileWriter writer(file);
    for (int i = 0; i < 3; ++i) writer.write("piece ");
    CHECK(base::read_file(file) == "old");
    writer.commit();
    CHECK(base::read_file(file) == "piece piece piece ");
  }
  {
    base::FileWriter given_up(file);
    given_up.write("half");
  }
  CHECK(base::read_file(file) == "piece piece piece ");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("missing parent folders are made") {
  const base::ScratchFolder folder;
  base::write_file(folder.path() / "a/b/c", "deep");
  CHECK(base::read_file(folder.path() / "a/b/c") == "deep");
  base::append_file(folder.path() / "d/e", "line\n");
  CHECK(base::read_file(folder.path() / "d/e") == "line\n");
}

TEST_CASE("a file in the working folder needs no folder in its name") {
  const base::ScratchFolder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  base::write_file("plain", "here");
  CHECK(base::read_file("plain") == "here");
  fs::current_path(before);
}

TEST_CASE("a folder is named by its path's end, whatever follows the name") {
  const auto named = [](const char* path) { return base::ending_in_name(path).string(); };
  for (const char* path : {"runs/3f", "runs/3f/", "runs/3f//"}) CHECK(named(path) == "runs/3f");
  CHECK(named("/runs/") == "/runs");
  CHECK(named("/") == "/");
  CHECK(named(".") == fs::canonical(".").string());
  CHECK(named("./") == fs::canonical(".").string());
  CHECK(named("..") == fs::canonical("..").string());
}

TEST_CASE("a new file has the rights that the user's mask leaves") {
  const base::ScratchFolder folder;
  const mode_t before = ::umask(027);
  base::write_file(folder.path() / "file", "");
  ::umask(before);
  CHECK(fs::status(folder.path() / "file").permissions() == fs::perms{0640});
}

TEST_CASE("a file of unknown size is read to its end") {
  CHECK_THAT(base::read_file("/proc/self/status"), Catch::Contains("Name:"));
}

TEST_CASE("a file that cannot be read is named with the reason") {
  const base::ScratchFolder folder;
  const fs::path missing = folder.path() / "missing";
  REQUIRE_THROWS_WITH(base::read_file(missing),
                      missing.string() + ": cannot read: No such file or directory");
  REQUIRE_THROWS_WITH(base::read_file(folder.path()),
                      folder.path().string() + ": cannot read: Is a directory");
}

TEST_CASE("a write that fails leaves the old content and no stray copy") {
  const base::ScratchFolder folder;
  const fs::path file = folder.path() / "weights";
  base::write_file(file, "old");
  const std::string message =
      error_with_limit(folder.path(), 100, [&] { base::write_file(file, std::string(1000, 'x')); });
  CHECK(message == "File too large");
  CHECK(base::read_file(file) == "old");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("a write where no folder can be is refused") {
  const base::ScratchFolder folder;
  const fs::path file = folder.path() / "file";
  base::write_file(file, "old");
  REQUIRE_THROWS_WITH(base::write_file(file / "below", "new"),
                      Catch::StartsWith((file / "below").string() + ": cannot write: "));
  CHECK(base::read_file(file) == "old");
  CHECK_THROWS_AS(base::append_file(file / "below", "new\n"), base::Error);
}

TEST_CASE("a folder or a device is not replaced by a file") {
  const base::ScratchFolder folder;
  REQUIRE_THROWS_WITH(base::write_file(folder.path(), "x"),
                      Catch::EndsWith("exists and is not a regular file"));
  CHECK_THROWS_AS(base::write_file("/dev/full", "x"), base::Error);
  CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("a copy left by a killed process stops no later write") {
  const base::ScratchFolder folder;
  const fs::path file = folder.path() / "file";
  for (int copy = 0; copy < 200; ++copy) {  // whatever number the next copy takes
    fs::path stray = file;
    stray += base::concat(".part-", ::getpid(), '-', copy);
    std::ofstream(stray) << "torn";
  }
  base::write_file(file, "whole");
  CHECK(base::read_file(file) == "whole");
  CHECK(entries(folder.path()) == 201);
}

TEST_CASE("a reader sees the old content or the new and never a half") {
  const base::ScratchFolder folder;
  const fs::path file = folder.path() / "file";
  const std::string old_content(20000, 'o'), new_content(30000, 'n');
  base::write_file(file, old_content);
  std::thread writer([&] {
    for (int i = 0; i < 20; ++i) base::write_file(file, i % 2 ? old_content : new_content);
  });
  bool whole = true;
  for (int i = 0; i < 500; ++i) {
    const std::string seen = base::read_file(file);
    whole = whole && (seen == old_content || seen == new_content);
  }
  writer.join();
  CHECK(whole);
}

TEST_CASE("lines are appended after those there are") {
  const base::ScratchFolder folder;
  const fs::path file = folder.path() / "steps.jsonl";
  base::append_file(file, "1\n");
  base::append_file(file, "2\n3\n");
  base::append_file(file, "");
  CHECK(base::read_file(file) == "1\n2\n3\n");
}

TEST_CASE("an append to a full disk fails with the reason") {
  REQUIRE_THROWS_WITH(base::append_file("/dev/full", "line\n"),
                      "/dev/full: cannot append: No space left on device");
}

TEST_CASE("an append that does not fit leaves no half line") {
  const base::ScratchFolder folder;
  const fs::path file = folder.path() / "steps.jsonl";
  base::append_file(file, "first line\n");
  const std::string message = error_with_limit(
      folder.path(), 30, [&] { base::append_file(file, std::string(40, 'x') + "\n"); });
  CHECK_FALSE(message.empty());
  CHECK(base::read_file(file) == "first line\n");
}

}  // namespace
