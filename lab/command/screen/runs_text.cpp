#include "lab/command/screen/runs_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "base/aligned_text.h"
#include "base/clock.h"
#include "base/text.h"
#include "lab/command/screen/cut.h"

namespace lab::command::screen {
namespace {

constexpr std::size_t fingerprint_digits = 8, least_name = 20, date_letters = 10;

/// Rounded down: 98.96 % is no 99 %.
std::string percent(const std::optional<runs::Solved>& solved) {
  return solved ? fmt::format("{:.1f} %", std::floor(1e3 * solved->share() + 1e-6) / 10) : "";
}

std::string duration(const runs::RunSummary& run) {
  return run.wall_seconds > 0 ? base::duration_text(run.wall_seconds) : "";
}

base::Table table_of(std::span<const runs::RunSummary> runs) {
  base::Table table{
      {"run", "name", "status", "step", "score", "fit", "started", "time", "seed", "tags", "note"},
      {}};
  for (const runs::RunSummary& run : runs) {
    table.rows.push_back({run.fingerprint.substr(0, fingerprint_digits), run.name, run.status(),
                          run.step == run.steps ? std::to_string(run.steps)
                                                : fmt::format("{}/{}", run.step, run.steps),
                          percent(run.score), percent(run.fit), run.started.substr(0, date_letters),
                          duration(run), std::to_string(run.seed), base::joined(run.tags, ","),
                          run.note});
  }
  return table;
}

void drop_column(std::size_t at, base::Table* table) {
  const auto offset = static_cast<std::ptrdiff_t>(at);
  table->columns.erase(table->columns.begin() + offset);
  for (auto& row : table->rows) row.erase(row.begin() + offset);
}

void drop_empty_columns(base::Table* table) {
  for (std::size_t i = table->columns.size(); i-- > 0;) {
    const bool empty =
        std::ranges::all_of(table->rows, [&](const auto& row) { return row[i].empty(); });
    if (empty) drop_column(i, table);
  }
}

std::size_t width_of(const base::Table& table, std::size_t column) {
  std::size_t width = base::letters(table.columns[column]);
  for (const auto& row : table.rows) width = std::max(width, base::letters(row[column]));
  return width;
}

/// What the columns but the names take, with the spaces between all.
std::size_t width_without_names(const base::Table& table, std::size_t name) {
  std::size_t width = 2 * (table.columns.size() - 1);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i != name) width += width_of(table, i);
  }
  return width;
}

}  // namespace

std::string runs_text(std::span<const runs::RunSummary> runs, std::size_t columns) {
  base::Table table = table_of(runs);
  if (runs.empty()) return "";
  drop_empty_columns(&table);
  const std::size_t name = table.column("name");
  std::vector<std::string> names;
  for (const auto& row : table.rows) names.push_back(row[name]);
  const std::set<std::string> shared = shared_words(names);
  std::size_t wanted = 0;  // of names without what all have
  for (const std::string& one : names) {
    wanted = std::max(wanted, base::letters(short_name(one, shared, least_name)));
  }
  for (const char* column : {"note", "seed", "time", "started", "tags", "fit"}) {
    const std::size_t taken = width_without_names(table, name);
    if (taken + wanted <= columns) break;
    const auto found = std::ranges::find(table.columns, column);
    if (found == table.columns.end()) continue;
    drop_column(static_cast<std::size_t>(found - table.columns.begin()), &table);
  }
  const std::size_t taken = width_without_names(table, name);
  const std::size_t room = taken < columns ? std::max<std::size_t>(columns - taken, 4) : 4;
  for (auto& row : table.rows) row[name] = short_name(row[name], shared, room);
  std::string text;
  for (const std::string& line : base::split(base::aligned_text(table), '\n')) {
    if (!line.empty()) text += base::first_letters(line, columns) + "\n";
  }
  return text;
}

}  // namespace lab::command::screen
