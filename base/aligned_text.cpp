#include "base/aligned_text.h"

#include <algorithm>

#include "base/error.h"
#include "base/numbers.h"
#include "base/text.h"

namespace base {
namespace {

bool is_number(const std::string& cell) { return number_in<double>(cell).has_value(); }

/// Whether a column has numbers and nothing else.
bool is_of_numbers(const Table& table, std::size_t column) {
  const auto fits = [&](const auto& row) { return row[column].empty() || is_number(row[column]); };
  const auto is_there = [&](const auto& row) { return !row[column].empty(); };
  return std::ranges::all_of(table.rows, fits) && std::ranges::any_of(table.rows, is_there);
}

std::string line_of(const std::vector<std::string>& row, const std::vector<std::size_t>& widths,
                    const std::vector<bool>& at_right) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string room(widths[i] - letters(row[i]), ' ');
    line += at_right[i] ? room + row[i] + "  " : row[i] + room + "  ";
  }
  return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

Table without(const Table& table, const std::vector<bool>& dropped) {
  const auto kept = [&](const std::vector<std::string>& row) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!dropped[i]) cells.push_back(row[i]);
    }
    return cells;
  };
  Table result{kept(table.columns), {}};
  for (const auto& row : table.rows) result.rows.push_back(kept(row));
  return result;
}

/// "hint none, pool test": what these columns of a row say, empty cells left out.
std::string said_by(const Table& table, const std::vector<std::string>& row,
                    const std::vector<bool>& meant) {
  std::vector<std::string> said;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (meant[i] && !row[i].empty()) said.push_back(table.columns[i] + " " + row[i]);
  }
  return joined(said);
}

/// The places that are the same in all rows.
std::vector<bool> shared_places(const Table& table, std::size_t places) {
  std::vector<bool> shared(table.columns.size(), false);
  for (std::size_t i = 0; i < places && !table.rows.empty(); ++i) {
    const std::string& first = table.rows.front()[i];
    shared[i] = std::ranges::all_of(table.rows, [&](const auto& row) { return row[i] == first; });
  }
  return shared;
}

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  for (const std::string& line : split(text, '\n')) widest = std::max(widest, letters(line));
  return widest;
}

/// Lines moved in below headings, which say what `headed` columns hold.
std::string below_headings(const Table& table, const std::vector<bool>& headed) {
  const std::vector<std::string> lines = split(aligned_text(without(table, headed)), '\n');
  std::string text, heading;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const std::string here = said_by(table, table.rows[i], headed);
    if (i == 0) text += "  " + lines[0] + "\n";
    if (i == 0 || here != heading) text += here + "\n";
    heading = here;
    text += "  " + lines[i + 1] + "\n";
  }
  return text;
}

}  // namespace

std::string aligned_text(const Table& table) {
  std::vector<std::size_t> widths;
  std::vector<bool> at_right;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    widths.push_back(letters(table.columns[i]));
    for (const auto& row : table.rows) widths[i] = std::max(widths[i], letters(row[i]));
    at_right.push_back(is_of_numbers(table, i));
  }
  std::string text = line_of(table.columns, widths, at_right);
  for (const auto& row : table.rows) text += line_of(row, widths, at_right);
  return text;
}

std::string aligned_text(const Table& table, std::size_t places, std::size_t columns) {
  promise(places > 0 && places <= table.columns.size(), "a table has the columns of its places");
  std::vector<bool> headed = shared_places(table, places);
  const std::string shared = table.rows.empty() ? "" : said_by(table, table.rows.front(), headed);
  const std::string above = shared.empty() ? "" : shared + "\n";
  const Table rest = without(table, headed);
  const std::string text = aligned_text(rest);
  const auto left = static_cast<std::size_t>(
      std::count(headed.begin(), headed.begin() + static_cast<std::ptrdiff_t>(places), false));
  if (left < 2 || widest_line(text) <= columns) return above + text;
  std::vector<bool> in_heading(rest.columns.size(), false);
  std::fill_n(in_heading.begin(), left - 1, true);
  return above + below_headings(rest, in_heading);
}

}  // namespace base
