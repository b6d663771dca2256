#include "base/tsv.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "base/error.h"
#include "base/scratch_folder.h"

namespace {

base::Table parse(std::string_view text) { return base::parse_tsv(text, "data.tsv"); }

std::string error_of(std::string_view text) {
  try {
    parse(text);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "no error";
}

TEST_CASE("a table is its first line's columns and the lines after it") {
  const base::Table table = parse("pool\tsolved\ntrain\t9\nlonger\t\n");
  CHECK(table.columns == std::vector<std::string>{"pool", "solved"});
  CHECK(table.rows == std::vector<std::vector<std::string>>{{"train", "9"}, {"longer", ""}});
  CHECK(table.column("solved") == 1);
}

TEST_CASE("comments count for line numbers and nothing else") {
  const base::Table table = parse("# source: the paper\na\tb\n# a remark\n1\t2");
  CHECK(table.rows == std::vector<std::vector<std::string>>{{"1", "2"}});
  CHECK(error_of("# remark\na\tb\n# remark\n1\n") == "data.tsv:4: wanted 2 cells, found 1");
}

TEST_CASE("a file from Windows reads as any other") {
  CHECK(parse("a\tb\r\n1\t2\r\n").rows == parse("a\tb\n1\t2\n").rows);
}

TEST_CASE("a text that is no table is refused with its place") {
  CHECK(error_of("a\tb\n1\t2\n1\t2\t3\n") == "data.tsv:3: wanted 2 cells, found 3");
  CHECK(error_of("a\tb\n1\t2\n\n") == "data.tsv:3: wanted 2 cells, found 1");
  CHECK(error_of("a\ta\n") == "data.tsv:1: wanted different column names, found `a` twice");
  CHECK(error_of("a\t\n") == "data.tsv:1: wanted column names, found an empty one");
  CHECK(error_of("") == "data.tsv: wanted a line of column names, found none");
  CHECK(error_of("# only a remark\n") == "data.tsv: wanted a line of column names, found none");
}

TEST_CASE("an unknown column is answered with the nearest there is") {
  const base::Table table = parse("pool\tsolved\n");
  REQUIRE_THROWS_WITH(table.column("solvd"), "table: no column `solvd` (did you mean `solved`?)");
}

TEST_CASE("a table that would not read back is not written") {
  CHECK_THROWS_AS(base::tsv({{"a"}, {{"1\t2"}}}), base::Error);
  CHECK_THROWS_AS(base::tsv({{"a"}, {{"1\n2"}}}), base::Error);
  CHECK_THROWS_AS(base::tsv({{"a"}, {{"1\r"}}}), base::Error);
  CHECK_THROWS_AS(base::tsv({{"a", "b"}, {{"1"}}}), base::Error);
  CHECK_THROWS_AS(base::tsv({{"a", "a"}, {}}), base::Error);
  CHECK_THROWS_AS(base::tsv({{"#a"}, {}}), base::Error);
  CHECK_THROWS_AS(base::tsv({{"a"}, {{"# b"}}}), base::Error);
  CHECK_THROWS_AS(base::tsv({{}, {}}), base::Error);
}

TEST_CASE("every table reads back as it was written") {
  const auto cell = rc::gen::container<std::string>(
      rc::gen::element('a', 'Z', '0', ' ', '#', '"', '\\', ',', '\0', '\xc3'));
  const bool holds = rc::check([&cell] {
    const auto width = *rc::gen::inRange<std::size_t>(1, 5);
    const auto height = *rc::gen::inRange<std::size_t>(0, 6);
    base::Table table;
    for (std::size_t c = 0; c < width; ++c) {
      table.columns.push_back(std::to_string(c) + *cell);
    }
    for (std::size_t r = 0; r < height; ++r) {
      table.rows.push_back(*rc::gen::container<std::vector<std::string>>(width, cell));
      RC_PRE(!table.rows.back().front().starts_with('#'));
    }
    const base::Table again = parse(base::tsv(table));
    RC_ASSERT(again.columns == table.columns);
    RC_ASSERT(again.rows == table.rows);
  });
  CHECK(holds);
}

TEST_CASE("an error in a table names its file") {
  const base::ScratchFolder folder;
  const auto file = folder.path() / "scores.tsv";
  std::ofstream(file) << "a\tb\n1\n";
  REQUIRE_THROWS_WITH(base::read_tsv(file), file.string() + ":2: wanted 2 cells, found 1");
}

}  // namespace
