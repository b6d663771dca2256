#include "lab/probe/map/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/numbers.h"

namespace lab::probe::map {
namespace {

constexpr std::string_view text_columns[] = {"task", "pool", "model", "measure", "row", "column"};

/// Of maps that were drawn before they said of how many questions they are.
std::vector<std::string> older_map_columns() {
  std::vector<std::string> columns = map_columns();
  columns.pop_back();
  return columns;
}

/// "value", then the controls.
std::vector<std::string> kinds_in(const base::Table& map) {
  std::vector<std::string> kinds{"value"};
  for (const auto& row : map.rows) {
    const std::string& kind = row[map.column("of")];
    if (std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(kind);
  }
  return kinds;
}

}  // namespace

base::Table probe_table(const ProbeResult& result, std::int64_t step, const SameColumns& same) {
  base::Table table;
  std::vector<std::string> before;
  for (const auto& [name, value] : same) {
    table.columns.push_back(name);
    before.push_back(value);
  }
  table.columns.insert(table.columns.end(),
                       {"step", "measure", "row", "column", "value", "low", "high"});
  table.columns.insert(table.columns.end(), result.controls.begin(), result.controls.end());
  table.columns.emplace_back("questions");
  for (const ProbeCell& cell : result.cells) {
    std::vector<std::string> row = before;
    row.insert(row.end(),
               {std::to_string(step), cell.measure, cell.row, cell.column,
                fmt::format("{:.4f}", cell.value.middle), fmt::format("{:.4f}", cell.value.low),
                fmt::format("{:.4f}", cell.value.high)});
    for (const std::optional<double>& control : cell.controls) {
      row.push_back(control ? fmt::format("{:.4f}", *control) : "");
    }
    row.push_back(std::to_string(cell.questions));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string probe_json(const base::Table& table) {
  auto all = nlohmann::ordered_json::array();
  for (const std::vector<std::string>& row : table.rows) {
    nlohmann::ordered_json object;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string& column = table.columns[c];
      const bool is_text = std::ranges::find(text_columns, column) != std::end(text_columns);
      const auto number = base::number_in<double>(row[c]);
      if (is_text) {
        object[column] = row[c];
      } else {
        object[column] = number ? nlohmann::ordered_json(*number) : nlohmann::ordered_json();
      }
    }
    all.push_back(std::move(object));
  }
  return all.dump(1) + "\n";
}

const std::vector<std::string>& map_columns() {
  static const std::vector<std::string> columns{"panel", "x",      "y",  "value",    "measure",
                                                "row",   "column", "of", "questions"};
  return columns;
}

base::Table beside_controls(const base::Table& map) {
  const bool counts = map.columns == map_columns();
  if (!counts && map.columns != older_map_columns()) return map;
  const std::vector<std::string> kinds = kinds_in(map);
  base::Table table{{"measure", "row", "column"}, {}};
  table.columns.insert(table.columns.end(), kinds.begin(), kinds.end());
  if (counts) table.columns.emplace_back("questions");
  std::map<std::vector<std::string>, std::size_t> places;
  for (const std::vector<std::string>& from : map.rows) {
    std::vector<std::string> cell(from.begin() + 4, from.begin() + 7);
    const auto [place, is_new] = places.emplace(cell, table.rows.size());
    cell.resize(table.columns.size());
    if (is_new) table.rows.push_back(std::move(cell));
    const auto kind = std::ranges::find(kinds, from[map.column("of")]) - kinds.begin();
    std::vector<std::string>& row = table.rows[place->second];
    row[3 + static_cast<std::size_t>(kind)] = from[map.column("value")];
    if (counts) row.back() = from[map.column("questions")];
  }
  return table;
}

}  // namespace lab::probe::map
