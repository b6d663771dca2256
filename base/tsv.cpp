#include "base/tsv.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "base/names.h"
#include "base/text.h"
#include "base/utf8.h"

namespace base {
namespace {

/// What is wrong with the column names, or "".
std::string header_fault(const std::vector<std::string>& columns) {
  if (columns.empty()) return "wanted a line of column names, found none";
  for (auto column = columns.begin(); column != columns.end(); ++column) {
    if (column->empty()) return "wanted column names, found an empty one";
    if (std::find(columns.begin(), column, *column) != column) {
      return "wanted different column names, found `" + *column + "` twice";
    }
  }
  return "";
}

std::string joined(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    require(cells[i].find_first_of("\t\n\r") == std::string::npos,
            "table: wanted cells without tab and newline, found `", cells[i], "`");
    if (i > 0) line += '\t';
    line += cells[i];
  }
  require(!line.starts_with('#'), "table: wanted lines that are no comments, found `", line, "`");
  return line + '\n';
}

}  // namespace

std::size_t Table::column(std::string_view name) const {
  const auto found = std::ranges::find(columns, name);
  if (found == columns.end()) {  // the nearest name takes long: a column is looked up for each cell
    throw Error(concat("table: no column `", name, "`", did_you_mean(name, columns)));
  }
  return static_cast<std::size_t>(found - columns.begin());
}

Table parse_tsv(std::string_view text, std::string_view place) {
  Table table;
  std::vector<std::string> lines = split(text, '\n');
  if (lines.back().empty()) lines.pop_back();  // what follows the last newline is no line
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].starts_with('#')) continue;
    if (lines[i].ends_with('\r')) lines[i].pop_back();
    std::vector<std::string> cells = split(lines[i], '\t');
    if (table.columns.empty()) {
      const std::string fault = header_fault(cells);
      require(fault.empty(), place, ':', i + 1, ": ", fault);
      table.columns = std::move(cells);
      continue;
    }
    require(cells.size() == table.columns.size(), place, ':', i + 1, ": wanted ",
            table.columns.size(), " cells, found ", cells.size());
    table.rows.push_back(std::move(cells));
  }
  require(!table.columns.empty(), place, ": ", header_fault(table.columns));
  return table;
}

Table read_tsv(const std::filesystem::path& file) {
  return parse_tsv(read_text_file(file), file.string());
}

std::string tsv(const Table& table) {
  const std::string fault = header_fault(table.columns);
  require(fault.empty(), "table: ", fault);
  std::string text = joined(table.columns);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    require(table.rows[i].size() == table.columns.size(), "table: row ", i + 1, ": wanted ",
            table.columns.size(), " cells, found ", table.rows[i].size());
    text += joined(table.rows[i]);
  }
  return text;
}

}  // namespace base
