#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace tests {

/// A cell of a Markdown table, but of its first column and its header.
struct Cell {
  int table = 0;  ///< the page's first after the heading is 1
  std::string row, column, text;
  std::size_t line = 0;    ///< of the page, from 1
  std::size_t number = 0;  ///< in its row, from 1
};

/// The cells with a digit in them, of the tables between a heading and the next of its level.
std::vector<Cell> cells_with_numbers(const std::string& page, const std::string& heading);

/// Writes `text` into the cell of this line.
void exchange_cell(std::string* line, const Cell& cell, const std::string& text);

}  // namespace tests
