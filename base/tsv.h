#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// A table with named columns, as text. Cells hold no tab and no newline (nor carriage return).
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< each as long as `columns`

  /// Index of a column. Throws Error naming the nearest column there is.
  std::size_t column(std::string_view name) const;
};

/// Lines that start with '#' are comments; the first other line names the columns. `place` is named
/// in errors ("place:line: wanted 4 cells, found 3"). Throws Error on ragged rows, repeated or
/// empty column names, and text without a header. A carriage return before a newline is dropped.
Table parse_tsv(std::string_view text, std::string_view place);
Table read_tsv(const std::filesystem::path& file);

/// Inverse of parse_tsv. Throws Error if a cell holds a tab or a newline, a row is ragged, the
/// columns are not what parse_tsv takes, or a line would begin with '#'.
std::string tsv(const Table& table);

}  // namespace base
