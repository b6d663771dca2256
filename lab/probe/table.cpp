#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/numbers.h"
#include "lab/probe/figure.h"

namespace lab {

base::Table probe_table(const ProbeResult& result, std::int64_t step) {
  base::Table table{{"step", "measure", "row", "column", "value", "low", "high"}, {}};
  table.columns.insert(table.columns.end(), result.controls.begin(), result.controls.end());
  table.columns.emplace_back("questions");
  for (const ProbeCell& cell : result.cells) {
    std::vector<std::string> row{std::to_string(step),
                                 cell.measure,
                                 cell.row,
                                 cell.column,
                                 fmt::format("{:.4f}", cell.value.middle),
                                 fmt::format("{:.4f}", cell.value.low),
                                 fmt::format("{:.4f}", cell.value.high)};
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
      const bool is_text = column == "measure" || column == "row" || column == "column";
      const auto number = number_in<double>(row[c]);
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

}  // namespace lab
