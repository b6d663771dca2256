#include "lab/probe/map/choice.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "lab/probe/map/summary.h"
#include "lab/probe/map/table.h"

namespace lab::probe::map {
namespace {

using Catch::Contains;

ProbeCell cell(const std::string& measure, const std::string& row, const std::string& column,
               double value = 0, std::vector<std::optional<double>> controls = {0.0}) {
  return {measure, row, column, {value, value, value}, std::move(controls), 10};
}

/// How many cells of three kinds of tables are left: heads in rows and columns, heads in measures
/// (of a prompt), heads in names of both (paths).
std::size_t left(const CellChoice& choice) {
  ProbeResult result;
  result.controls = {"uniform"};
  for (const char* block : {"block 1", "block 12"}) {
    for (const char* head : {"head 1", "head 2"}) {
      result.cells.push_back(cell("copies", block, head));
      result.cells.push_back(cell(std::string(block) + " " + head, "4 =", "2 7"));
    }
  }
  result.cells.push_back(cell("probability", "block 1 mlp", "block 12 head 2"));
  result.drawn = {"copies", "block 1 head 1"};
  return chosen(result, choice).cells.size();
}

TEST_CASE("cells are chosen by block and head, however their names say so") {
  CHECK(left({}) == 9);
  CHECK(left({.block = 1, .head = {}, .row = ""}) == 5);
  CHECK(left({.block = {}, .head = 2, .row = ""}) == 5);
  CHECK(left({.block = 1, .head = 2, .row = ""}) == 2);  // not the path from block 1 to head 2
  CHECK(left({.block = 12, .head = 2, .row = ""}) == 3);
}

TEST_CASE("a row of a prompt is found by its number and by its token") {
  for (const char* row : {"4 =", "4", "=", "4*"}) {
    INFO(row);
    CHECK(left({.block = {}, .head = {}, .row = row}) == 4);
  }
  CHECK_THROWS_WITH(left({.block = 9, .head = {}, .row = ""}), Contains("no row of this probe"));
}

TEST_CASE("a measure of which nothing is left is not drawn") {
  ProbeResult result;
  result.cells = {cell("a", "block 1", "head 1"), cell("b", "block 2", "head 1")};
  result.drawn = {"a", "b"};
  CHECK(chosen(result, {.block = 2, .head = {}, .row = ""}).drawn == std::vector<std::string>{"b"});
}

TEST_CASE("two texts have two names of files") {
  CHECK(file_word("test") == "test");
  CHECK(file_word("a b") != file_word("a=b"));
  CHECK(file_word("a/../b").find('/') == std::string::npos);
  CHECK(file_word("..") != "..");
}

TEST_CASE("a summary has of each measure the cell that is furthest above its controls") {
  ProbeResult result;
  result.controls = {"uniform", "untrained"};
  result.cells = {cell("a", "r", "1", 0.9, {0.9, 0.1}), cell("a", "r", "2", 0.5, {0.1, {}}),
                  cell("b", "r", "1", 0.2, {{}, {}})};
  const base::Table summary = summary_of(probe_table(result, 60));
  REQUIRE(summary.rows.size() == 2);
  CHECK(summary.columns.front() == "measure");
  CHECK(summary.rows[0][summary.column("column")] == "2");
  CHECK(summary.rows[0][summary.column("of cells")] == "2");
  CHECK(summary.rows[1][summary.column("value")] == "0.2000");
}

}  // namespace
}  // namespace lab::probe::map
