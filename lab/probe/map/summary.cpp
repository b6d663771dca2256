#include "lab/probe/map/summary.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/numbers.h"

namespace lab::probe::map {
namespace {

using Row = std::vector<std::string>;

/// Where the numbers of a cell stand.
struct Places {
  std::size_t step, measure, row, column, value, high, questions;
};

/// The value less the highest control that is known; the value itself if none is.
double above_controls(const Row& row, const Places& at) {
  const double value = base::number_in<double>(row[at.value]).value_or(0);
  std::optional<double> highest;
  for (std::size_t i = at.high + 1; i < at.questions; ++i) {
    const auto control = base::number_in<double>(row[i]);
    if (control) highest = std::max(highest.value_or(*control), *control);
  }
  return value - highest.value_or(0);
}

}  // namespace

base::Table summary_of(const base::Table& table) {
  const Places at{table.column("step"),     table.column("measure"), table.column("row"),
                  table.column("column"),   table.column("value"),   table.column("high"),
                  table.column("questions")};
  std::vector<std::pair<const Row*, int>> best;  // by first appearance, with the number of cells
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  std::set<std::string> steps;
  for (const Row& row : table.rows) {
    steps.insert(row[at.step]);
    const auto [place, is_new] =
        known.emplace(std::pair(row[at.step], row[at.measure]), best.size());
    if (is_new) best.emplace_back(&row, 0);
    auto& [most, cells] = best[place->second];
    ++cells;
    if (above_controls(row, at) > above_controls(*most, at)) most = &row;
  }
  std::vector<std::size_t> columns;
  if (steps.size() > 1) columns.push_back(at.step);
  for (std::size_t i = at.measure; i <= at.questions; ++i) columns.push_back(i);
  base::Table summary;
  for (const std::size_t i : columns) summary.columns.push_back(table.columns[i]);
  summary.columns.emplace_back("of cells");
  for (const auto& [row, cells] : best) {
    Row shown;
    for (const std::size_t i : columns) shown.push_back((*row)[i]);
    shown.push_back(std::to_string(cells));
    summary.rows.push_back(std::move(shown));
  }
  return summary;
}

}  // namespace lab::probe::map
