#include "lab/compare/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/aligned_text.h"
#include "base/text.h"
#include "lab/train/shown_scores.h"

namespace lab::compare {
namespace {

const std::vector<std::string> measured_columns{"median", "low", "high", "seeds", "fit", "guess"};

std::string number(double percent) { return fmt::format("{:.1f}", percent); }

std::string fit_text(const std::optional<figure::FitRate>& fit) {
  return fit ? fmt::format("{}/{}", fit->fitted, fit->seeds) : "";
}

std::string guess_text(const Row& row) { return row.point.guess ? number(*row.point.guess) : ""; }

constexpr const char* unfit = "unfit";
constexpr const char* guessing = "guessing";

/// What to think of a number that says less than it seems to.
std::string note_on(const Row& row) {
  std::vector<std::string> notes;
  if (row.point.fit && row.point.fit->mostly_unfit()) notes.emplace_back(unfit);
  if (!figure::is_above_guess(row.point)) notes.emplace_back(guessing);
  return base::joined(notes);
}

/// What the notes on some rows mean.
std::string about_notes(std::span<const Row> rows) {
  const auto any = [&](const char* note) {
    return std::ranges::any_of(
        rows, [&](const Row& row) { return note_on(row).find(note) != std::string::npos; });
  };
  std::string text;
  if (any(unfit)) {
    text += fmt::format("{}: most seeds do not solve {} % of their training questions\n", unfit,
                        store::fitted_percent);
  }
  if (any(guessing)) text += fmt::format("{}: {}\n", guessing, train::not_above_guessing);
  return text;
}

/// Columns for the axes, so called that none has the name of another column.
std::vector<std::string> axis_columns(const Comparison& comparison,
                                      const std::vector<std::string>& others) {
  std::vector<std::string> columns;
  for (std::string name : comparison.axes) {
    while (std::ranges::count(others, name) > 0 || std::ranges::count(columns, name) > 0) {
      name = "axis." + name;
    }
    columns.push_back(name);
  }
  return columns;
}

/// For people: where each row belongs, then what was measured.
base::Table shown_table(const Comparison& comparison, std::span<const Row> rows) {
  base::Table table{place_columns(comparison, measured_columns), {}};
  table.columns.insert(table.columns.end(), {"median", "low .. high", "seeds", "fit", "guess", ""});
  for (const Row& row : rows) {
    std::vector<std::string> cells = place_cells(comparison, row);
    if (!row.is_named_rightly) cells[cells.size() - 2] = "train (untrained)";
    const base::Estimate& value = row.point.value;
    cells.insert(cells.end(),
                 {number(value.middle), number(value.low) + " .. " + number(value.high),
                  std::to_string(row.point.seeds.size()), fit_text(row.point.fit), guess_text(row),
                  note_on(row)});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

std::string pool_of(const Row& row) {
  return row.is_named_rightly ? std::string(tasks::name(row.pool)) : train::untrained_pool;
}

std::vector<std::string> place_columns(const Comparison& comparison,
                                       std::span<const std::string> others) {
  const std::vector<std::string> own{"task", "pool", "difficulty"};
  std::vector<std::string> taken = own;
  taken.insert(taken.end(), others.begin(), others.end());
  std::vector<std::string> columns = axis_columns(comparison, taken);
  columns.insert(columns.end(), own.begin(), own.end());
  return columns;
}

std::vector<std::string> place_cells(const Comparison& comparison, const Row& row) {
  std::vector<std::string> cells;
  for (const std::string& axis : comparison.axes) {
    cells.push_back(spec::plan::value_on(comparison.arms[row.arm].settings, axis).value_or(""));
  }
  cells.insert(cells.end(), {row.task, pool_of(row), std::to_string(row.difficulty())});
  return cells;
}

nlohmann::ordered_json place_json(const Comparison& comparison, const Row& row) {
  nlohmann::ordered_json settings = nlohmann::ordered_json::object();
  for (const auto& [axis, value] : comparison.arms[row.arm].settings) settings[axis] = value;
  return {{"settings", settings},
          {"task", row.task},
          {"pool", tasks::name(row.pool)},
          {"trained_on_pool", row.pool == tasks::Pool::train && row.is_named_rightly},
          {"difficulty", row.difficulty()}};
}

base::Table table_of(const Comparison& comparison, std::span<const Row> rows) {
  base::Table table{place_columns(comparison, measured_columns), {}};
  table.columns.insert(table.columns.end(), measured_columns.begin(), measured_columns.end());
  for (const Row& row : rows) {
    std::vector<std::string> cells = place_cells(comparison, row);
    const figure::Point& point = row.point;
    cells.insert(cells.end(),
                 {number(point.value.middle), number(point.value.low), number(point.value.high),
                  std::to_string(point.seeds.size()), fit_text(point.fit), guess_text(row)});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

std::string text_of(const Comparison& comparison, std::span<const Row> rows, std::size_t columns) {
  const base::Table table = shown_table(comparison, rows);
  const std::size_t places = table.columns.size() - measured_columns.size();
  return "exact match, percent: median over seeds, lowest .. highest\n" +
         base::aligned_text(table, places, columns) + about_notes(rows);
}

std::string json_of(const Comparison& comparison, std::span<const Row> rows) {
  using Json = nlohmann::ordered_json;
  Json all = Json::array();
  for (const Row& row : rows) {
    const figure::Point& point = row.point;
    Json object = place_json(comparison, row);
    object.update({{"median", point.value.middle},
                   {"low", point.value.low},
                   {"high", point.value.high},
                   {"seeds", point.seeds},
                   {"values", point.seed_values},
                   {"fit", nullptr},
                   {"guess", nullptr},
                   {"above_guess", figure::is_above_guess(point)}});
    if (point.fit) object["fit"] = {{"fitted", point.fit->fitted}, {"known", point.fit->seeds}};
    if (point.guess) object["guess"] = *point.guess;
    all.push_back(std::move(object));
  }
  return all.dump(2) + "\n";
}

}  // namespace lab::compare
