#include "lab/command/json_table.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/numbers.h"

namespace lab::command {
namespace {

using Json = nlohmann::ordered_json;

Json number_or_text(const std::string& cell) {
  if (const auto whole = base::number_in<std::int64_t>(cell)) return *whole;
  const auto number = base::number_in<double>(cell);
  return number && std::isfinite(*number) ? Json(*number) : Json(cell);
}

}  // namespace

Json json_rows(const base::Table& table, const std::vector<std::string>& texts) {
  Json rows = Json::array();
  for (const std::vector<std::string>& cells : table.rows) {
    Json row = Json::object();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string& column = table.columns[i];
      const bool is_text = std::ranges::count(texts, column) > 0;
      row[column] = is_text ? Json(cells[i]) : cells[i].empty() ? Json() : number_or_text(cells[i]);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace lab::command
