#include "tests/lab/paper/markdown_table.h"

#include "base/text.h"

namespace tests {
namespace {

/// Of "| a | b |": a and b. Nothing of a line that is none of a table.
std::vector<std::string> cells_in(const std::string& line) {
  const std::string text = base::trimmed(line);
  if (text.size() < 2 || !text.starts_with('|')) return {};
  std::vector<std::string> cells;
  for (const std::string& cell : base::split(text.substr(1, text.size() - 2), '|')) {
    cells.push_back(base::trimmed(cell));
  }
  return cells;
}

bool is_rule(const std::vector<std::string>& cells) {
  return cells.front().find_first_not_of('-') == std::string::npos && !cells.front().empty();
}

}  // namespace

std::vector<Cell> cells_with_numbers(const std::string& page, const std::string& heading) {
  std::vector<Cell> all;
  const std::vector<std::string> lines = base::split(page, '\n');
  const std::string level = heading.substr(0, heading.find(' ') + 1);
  std::vector<std::string> header;
  int table = 0;
  bool inside = false;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].starts_with(level)) inside = lines[at] == heading;
    const std::vector<std::string> cells =
        inside ? cells_in(lines[at]) : std::vector<std::string>{};
    if (cells.empty()) {
      header.clear();
      continue;
    }
    if (header.empty()) {
      header = cells;
      ++table;
      continue;
    }
    if (is_rule(cells)) continue;
    for (std::size_t i = 1; i < cells.size(); ++i) {
      if (cells[i].find_first_of("0123456789") == std::string::npos) continue;
      all.push_back({table, cells[0], header.at(i), cells[i], at + 1, i});
    }
  }
  return all;
}

void exchange_cell(std::string* line, const Cell& cell, const std::string& text) {
  std::size_t bar = line->find('|');
  for (std::size_t i = 0; i < cell.number; ++i) bar = line->find('|', bar + 1);
  const std::size_t end = line->find('|', bar + 1);
  line->replace(bar, end - bar, "| " + text + " ");
}

}  // namespace tests
