#include "lab/report/probe_folder.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/scratch_folder.h"

namespace lab::report {
namespace {

namespace fs = std::filesystem;

std::string svg_named(const std::string& title) {
  return "<svg xmlns='http://www.w3.org/2000/svg'><title>" + title + "</title></svg>";
}

std::vector<std::string> places(const std::vector<ProbeFolder>& folders) {
  std::vector<std::string> all;
  for (const ProbeFolder& folder : folders) all.push_back(folder.place);
  return all;
}

}  // namespace

TEST_CASE("probes are read by name, folder by folder, and nothing else is") {
  const base::ScratchFolder scratch;
  const fs::path folder = scratch.path() / "probes";
  CHECK(read_probes(folder, "p").empty());
  base::write_file(folder / "b.svg", svg_named("B"));
  base::write_file(folder / "b.tsv", "x\ty\n1\t2\n");
  base::write_file(folder / "b.gp", "plot");
  base::write_file(folder / "a.tsv", "# note\nx\n");
  base::write_file(folder / "z" / "c.svg", svg_named("C"));
  base::write_file(folder / "m" / "README.md", "words");
  base::write_file(folder / "empty" / "x.gp", "plot");
  base::write_file(folder / ".drawing-1" / "c.svg", "half");
  base::write_file(folder / ".hidden.svg", "half");
  const auto folders = read_probes(folder, "p");
  REQUIRE(places(folders) == std::vector<std::string>{"p", "p/m", "p/z"});
  REQUIRE(folders[0].files.size() == 2);
  CHECK(folders[0].files[0].name == "a");
  CHECK(folders[0].files[0].svg == "");
  CHECK(folders[0].files[0].table->columns == std::vector<std::string>{"x"});
  CHECK(folders[0].files[1].title == "B");
  CHECK(folders[0].files[1].svg == svg_named("B"));
  CHECK(folders[0].files[1].table->rows.size() == 1);
  CHECK(folders[1].words == "words");
  CHECK(folders[2].files[0].title == "C");
  for (const ProbeFolder& one : folders) {
    CHECK(one.faults.empty());
    for (const ProbeFiles& files : one.files) CHECK(files.faults.empty());
  }
}

TEST_CASE("a probe file that cannot be shown is a fault that says why, and the others are read") {
  const base::ScratchFolder scratch;
  const fs::path folder = scratch.path();
  base::write_file(folder / "a.svg", "<html></html>");
  base::write_file(folder / "b.tsv", "x\ty\n1\n");
  fs::create_symlink("nowhere", folder / "c.svg");
  fs::create_symlink("/dev/null", folder / "d.tsv");
  fs::create_symlink("nowhere", folder / "README.md");
  fs::create_symlink(".", folder / "loop");
  base::write_file(folder / "e.svg", svg_named("E"));
  const auto folders = read_probes(folder, "p");
  REQUIRE(places(folders) == std::vector<std::string>{"p"});
  REQUIRE(folders[0].files.size() == 5);
  const auto fault = [&](std::size_t file) { return folders[0].files[file].faults.at(0); };
  CHECK(fault(0) ==
        "a.svg: is no SVG figure: its root is `html`, wanted "
        "`http://www.w3.org/2000/svg svg`");
  CHECK(fault(1) == "b.tsv:2: wanted 2 cells, found 1");
  CHECK(fault(2) == "c.svg: cannot be read: No such file or directory");
  CHECK(fault(3) == "d.tsv: cannot be read: it is no file");
  CHECK(folders[0].faults.at(0) == "README.md: cannot be read: No such file or directory");
  CHECK(folders[0].files[4].title == "E");
}

TEST_CASE("probes that are no folder are a fault") {
  const base::ScratchFolder scratch;
  base::write_file(scratch.path() / "probes", "");
  const auto folders = read_probes(scratch.path() / "probes", "p");
  REQUIRE(folders.size() == 1);
  CHECK(folders[0].faults.at(0) == "p: cannot be read: Not a directory");
}

}  // namespace lab::report
