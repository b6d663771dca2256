#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <set>

#include "base/file.h"
#include "base/text.h"
#include "tests/lab/paper/evidence.h"
#include "tests/lab/paper/markdown_table.h"

namespace lab::paper {
namespace {

namespace fs = std::filesystem;
using tests::Cell;
using tests::Evidence;
using tests::Written;

const fs::path root = LAB_SOURCE_DIR;

/// A page whose tables are held to results/, from a heading on.
struct Page {
  std::string name;  ///< of its lines in tables.tsv, and of its folder in results/
  fs::path file;
  std::string heading;
};

std::vector<Page> all_pages() {
  std::vector<Page> pages{{"bench", "README.md", "## How fast"}};
  for (const auto& folder : fs::directory_iterator(root / "experiments")) {
    const std::string name = folder.path().filename().string();
    pages.push_back({name, fs::path("experiments") / name / "README.md", "## What came out"});
  }
  std::ranges::sort(pages, {}, &Page::name);
  return pages;
}

/// A line of tables.tsv.
struct Line {
  std::string page, table, row, column;
  Evidence evidence;
};

std::vector<Line> all_lines() {
  std::vector<Line> lines;
  for (const auto& row : base::read_tsv(root / "tests/lab/paper/tables.tsv").rows) {
    lines.push_back({row[0], row[1], row[2], row[3], {row[0], row[4], row[5], row[6]}});
  }
  return lines;
}

std::string exchanged(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// "{number}" is the column's number, "{name}" what the row's first cell says before a colon.
Evidence filled_in(Evidence evidence, const Cell& cell) {
  const std::vector<Written> numbers = tests::numbers_in(cell.column);
  std::string number;
  if (!numbers.empty()) number = cell.column.substr(numbers[0].first, numbers[0].size);
  std::erase(number, ',');
  evidence.rows = exchanged(evidence.rows, "{number}", number);
  evidence.rows = exchanged(evidence.rows, "{name}", cell.row.substr(0, cell.row.find(':')));
  evidence.rows = exchanged(evidence.rows, "{row}", cell.row);
  evidence.rows = exchanged(evidence.rows, "{column}", cell.column);
  return evidence;
}

/// What the lines say of a cell: those that name row and column, else those that name one of them,
/// else those for any.
std::vector<Line> lines_of(const Page& page, const Cell& cell, const std::vector<Line>& all) {
  std::vector<Line> best;
  int most = -1;
  for (const Line& line : all) {
    if (line.page != page.name || line.table != std::to_string(cell.table)) continue;
    if (line.row != "*" && line.row != cell.row) continue;
    if (line.column != "*" && line.column != cell.column) continue;
    const int named = 2 * (line.row != "*") + 2 * (line.column != "*") + (line.row == "*");
    if (named > most) best.clear();
    most = std::max(most, named);
    if (named == most) best.push_back(line);
  }
  return best;
}

std::string with_commas(std::string digits) {
  const auto sign = digits.find_first_of("0123456789");
  for (auto at = static_cast<std::ptrdiff_t>(std::min(digits.find('.'), digits.size())) - 3;
       at > static_cast<std::ptrdiff_t>(sign); at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return digits;
}

/// The cell with its numbers exchanged for these: as precise as its most precise one.
std::string rewritten(const std::string& text, const std::vector<double>& numbers) {
  const std::vector<Written> written = tests::numbers_in(text);
  int decimals = 0;
  for (const Written& one : written) decimals = std::max(decimals, one.decimals);
  std::string result;
  std::size_t end = 0;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const Written& one = written[i];
    const std::string old = text.substr(one.first, one.size);
    std::string now = fmt::format("{:.{}f}", numbers[i], decimals);
    if (now.find_first_not_of("-0.") == now.npos && now.starts_with('-')) now.erase(0, 1);
    if (old.starts_with('+') && !now.starts_with('-')) now = "+" + now;
    const bool same = std::stod(now) == one.value;
    if (one.decimals == 0 && decimals > 0 && std::stod(now) == std::round(numbers[i])) {
      now = now.substr(0, now.find('.'));
    }
    result += text.substr(end, one.first - end) + (same ? old : with_commas(now));
    end = one.first + one.size;
  }
  return result + text.substr(end);
}

std::string place_of(const Page& page, const Cell& cell) {
  return fmt::format("{}:{}: table {}, row `{}`, column `{}`", page.file.string(), cell.line,
                     cell.table, cell.row, cell.column);
}

/// What a cell should say, and why; for what is not from results/ (file "-") as it is.
struct CellVerdict {
  std::string fault;     ///< empty: the cell says what the data say
  std::string expected;  ///< the whole cell
  std::string sources;
};

CellVerdict verdict_on(const Page& page, const Cell& cell, const std::vector<Line>& lines) {
  const std::vector<Line> own = lines_of(page, cell, lines);
  if (own.empty()) return {"no line in tables.tsv says where it is from", cell.text, ""};
  std::vector<double> numbers;
  std::vector<std::string> sources;
  for (const Line& line : own) {
    if (line.evidence.file == "-") return {"", cell.text, line.evidence.rows};
    const Evidence evidence = filled_in(line.evidence, cell);
    const std::vector<double> found = tests::numbers_from(evidence, root);
    numbers.insert(numbers.end(), found.begin(), found.end());
    sources.push_back(in_words(evidence));
  }
  const std::string from = base::joined(sources, " and ");
  const std::size_t written = tests::numbers_in(cell.text).size();
  const bool median_alone = written == 1 && own.size() == 1;
  if (written != numbers.size() && !median_alone) {
    return {fmt::format("{} numbers, but {} has {}", written, from, numbers.size()), cell.text,
            from};
  }
  const std::string expected = rewritten(cell.text, numbers);
  if (expected == cell.text) return {"", expected, from};
  return {fmt::format("should be `{}` by {}", expected, from), expected, from};
}

}  // namespace

TEST_CASE("every number in a table of an experiment's page is what results say") {
  const std::vector<Line> lines = all_lines();
  const bool update = std::getenv("LAB_UPDATE_GOLDEN") != nullptr;
  std::size_t held = 0;
  for (const Page& page : all_pages()) {
    const std::string text = base::read_file(root / page.file);
    std::vector<std::string> now = base::split(text, '\n');
    for (const Cell& cell : tests::cells_with_numbers(text, page.heading)) {
      const CellVerdict verdict = verdict_on(page, cell, lines);
      ++held;
      std::cout << place_of(page, cell) << ": `" << cell.text << "` is " << verdict.sources << '\n';
      if (verdict.fault.empty()) continue;
      tests::exchange_cell(&now[cell.line - 1], cell, verdict.expected);
      FAIL_CHECK(place_of(page, cell) << ": `" << cell.text << "`: " << verdict.fault
                                      << " (LAB_UPDATE_GOLDEN=1 writes it so)");
    }
    if (update) base::write_file(root / page.file, base::joined(now, "\n"));
  }
  CHECK(held >= 200);
}

TEST_CASE("a line on the tables that no cell needs is noticed") {
  const std::vector<Line> lines = all_lines();
  std::set<std::string> used;
  const auto key = [](const Line& line) {
    return base::joined(std::vector{line.page, line.table, line.row, line.column}, " | ");
  };
  for (const Page& page : all_pages()) {
    const std::string text = base::read_file(root / page.file);
    for (const Cell& cell : tests::cells_with_numbers(text, page.heading)) {
      for (const Line& line : lines_of(page, cell, lines)) used.insert(key(line));
    }
  }
  for (const Line& line : lines) {
    INFO(key(line));
    CHECK(used.contains(key(line)));
  }
}

TEST_CASE("a number of a table that was changed or added is noticed wherever it stands") {
  const std::vector<Line> lines = all_lines();
  for (const Page& page : all_pages()) {
    const std::string text = base::read_file(root / page.file);
    for (Cell cell : tests::cells_with_numbers(text, page.heading)) {
      const std::vector<Line> own = lines_of(page, cell, lines);
      if (own.empty() || own.front().evidence.file == "-") continue;
      const std::string right = cell.text;
      for (const Written& one : tests::numbers_in(right)) {
        cell.text = right;
        char& digit = cell.text[one.first + one.size - 1];
        digit = digit == '9' ? '1' : static_cast<char>(digit + 1);
        const CellVerdict verdict = verdict_on(page, cell, lines);
        INFO(place_of(page, cell) << ": " << cell.text);
        CHECK_FALSE(verdict.fault.empty());
        CHECK(std::stod(verdict.expected.substr(verdict.expected.find_first_of("0123456789"))) ==
              std::stod(right.substr(right.find_first_of("0123456789"))));
      }
    }
    const Cell added{99, "some row", "some column", "41.9 %", 1, 1};
    CHECK_FALSE(verdict_on(page, added, lines).fault.empty());
  }
}

TEST_CASE("a cell may leave out the range of its median, and no other number") {
  const Page page{"coverage", "experiments/coverage/README.md", "## What came out"};
  const std::vector<Line> lines = all_lines();
  const auto fault = [&](const std::string& row, const std::string& column,
                         const std::string& text) {
    return verdict_on(page, {5, row, column, text, 1, 1}, lines).fault;
  };
  CHECK(fault("parallel", "exponent", "2.20 [1.93 .. 2.53] (n = 10, 13, 17)").empty());
  CHECK_FALSE(fault("parallel", "exponent", "2.20 [1.93 .. 2.53] (n = 10, 13)").empty());
  CHECK_FALSE(fault("parallel", "exponent", "2.20").empty());
  CHECK(fault("parallel", "13", "1,470").empty());
  CHECK_FALSE(fault("parallel", "13", "1,470 [1,400 .. ]").empty());
}

TEST_CASE("a cell is written anew as precisely as it was") {
  CHECK(rewritten("62.8 % [31.2 .. 78.6]", {62.84, 31.25, 100}) == "62.8 % [31.2 .. 100.0]");
  CHECK(rewritten("100 % [58.0 .. 100]", {99.6, 58, 100}) == "99.6 % [58.0 .. 100]");
  CHECK(rewritten("27 % [15 .. 38]", {28.4, 15.2, 38}) == "28 % [15 .. 38]");
  CHECK(rewritten("2,130 [1,780 .. 2,380]", {12130, 980, 2380}) == "12,130 [980 .. 2,380]");
  CHECK(rewritten("+0.2 points (-1.1 .. +1.6)", {-0.04, 0.5, 1.6}) == "+0.0 points (0.5 .. +1.6)");
}

}  // namespace lab::paper
