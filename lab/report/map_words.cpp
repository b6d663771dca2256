#include "lab/report/map_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/numbers.h"

namespace lab::report {
namespace {

using Row = std::vector<std::string>;

/// Columns of the table: measure row column value, controls, questions in some.
constexpr std::size_t measure = 0, line = 1, column = 2, value = 3;

bool is_map(const base::Table& table) {
  constexpr std::array<std::string_view, 4> names{"measure", "row", "column", "value"};
  return table.columns.size() >= names.size() &&
         std::equal(names.begin(), names.end(), table.columns.begin());
}

/// A row of the measure by its number in a column; the first of the highest, or the lowest.
const Row* extreme(const base::Table& table, const std::string& of, std::size_t in, double sign) {
  const Row* best = nullptr;
  double most = 0;
  for (const Row& row : table.rows) {
    const auto number = base::number_in<double>(row[in]);
    if (row[measure] != of || !number || (best && sign * *number <= most)) continue;
    best = &row;
    most = sign * *number;
  }
  return best;
}

std::string shown(const std::string& number) {
  return fmt::format("{:.2f}", *base::number_in<double>(number));
}

std::string measure_in_words(const base::Table& table, const std::string& of) {
  const Row *high = extreme(table, of, value, 1), *low = extreme(table, of, value, -1);
  if (!high) return {};
  std::string text =
      fmt::format("; {}: {} at {}, {}", of, shown((*high)[value]), (*high)[line], (*high)[column]);
  if (low != high) {
    text +=
        fmt::format(", down to {} at {}, {}", shown((*low)[value]), (*low)[line], (*low)[column]);
  }
  for (std::size_t c = value + 1; c < table.columns.size(); ++c) {
    if (table.columns[c] == "questions") continue;
    const Row* control = extreme(table, of, c, 1);
    if (control) text += fmt::format(", {} at most {}", table.columns[c], shown((*control)[c]));
  }
  return text;
}

}  // namespace

std::string map_in_words(const base::Table& table) {
  if (!is_map(table)) return {};
  std::string text;
  std::vector<std::string> told;
  for (const Row& row : table.rows) {
    if (std::ranges::find(told, row[measure]) != told.end()) continue;
    told.push_back(row[measure]);
    text += measure_in_words(table, row[measure]);
  }
  return text;
}

}  // namespace lab::report
