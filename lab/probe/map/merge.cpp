#include "lab/probe/map/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/names.h"
#include "base/numbers.h"

namespace lab::probe::map {
namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<const Row*>;

/// A table of probes and where things are in it.
struct Probes {
  const base::Table& table;
  std::string_view place;
  std::size_t step = table.column("step"), measure = table.column("measure"),
              row = table.column("row"), column = table.column("column"),
              value = table.column("value"), high = table.column("high"),
              questions = table.column("questions");
  std::optional<std::size_t> seed;
  std::vector<std::size_t> others;  ///< before the measure

  Probes(const base::Table& from, std::string_view named) : table(from), place(named) {
    for (std::size_t c = 0; c < measure; ++c) {
      if (table.columns[c] == "seed") seed = c;
      if (c != step && c != seed) others.push_back(c);
    }
  }

  template <typename Number>
  Number number(const Row& from, std::size_t at) const {
    const auto read = base::number_in<Number>(from[at]);
    base::require(read.has_value(), place, ": ", table.columns[at], ": wanted a number, found `",
                  from[at], "`");
    return *read;
  }

  std::set<std::string> values(const Rows& rows, std::size_t at) const {
    std::set<std::string> all;
    for (const Row* one : rows) all.insert((*one)[at]);
    return all;
  }
};

/// Rows of the step and measure, or of the last step and all measures.
Rows chosen(const Probes& probes, const MergeChoice& choice, std::int64_t* step) {
  std::map<std::int64_t, Rows> by_step;
  std::set<std::string> measures;
  for (const Row& row : probes.table.rows) {
    measures.insert(row[probes.measure]);
    if (!choice.measure.empty() && row[probes.measure] != choice.measure) continue;
    by_step[probes.number<std::int64_t>(row, probes.step)].push_back(&row);
  }
  base::require(!measures.empty(), probes.place, ": has no rows");
  if (by_step.empty()) {
    const std::vector<std::string> all(measures.begin(), measures.end());
    throw base::Error("--measure: the table has no `" + choice.measure + "`" +
                          base::did_you_mean(choice.measure, all),
                      base::ExitCode::wrong_usage);
  }
  const auto found = choice.step ? by_step.find(*choice.step) : std::prev(by_step.end());
  if (found == by_step.end()) {
    throw base::Error(fmt::format("--step: the table has no step {}", *choice.step),
                      base::ExitCode::wrong_usage);
  }
  *step = found->first;
  return found->second;
}

/// ", k_cutoff 4": what the columns say of the row.
std::string told(const Probes& probes, const Row& row, const std::vector<std::size_t>& columns) {
  std::string text;
  for (const std::size_t c : columns) {
    const std::string& name = probes.table.columns[c];
    text += ", " + (name == "task" ? "" : name + " ") + row[c];
  }
  return text;
}

/// Without the comma at its beginning.
std::string listed(const std::string& told) { return told.empty() ? told : told.substr(2); }

/// Columns that say which questions were asked, and not of whom.
bool is_of_questions(const std::string& column) {
  return column == "task" || column == "pool" || column == "difficulty";
}

/// The rows of each cell, in the order in which cells are first met.
std::vector<Rows> cells_of(const Probes& probes, const Rows& rows) {
  std::vector<Rows> cells;
  std::map<Row, std::size_t> places;
  std::set<Row> met;
  for (const Row* row : rows) {
    Row key{(*row)[probes.measure], (*row)[probes.row], (*row)[probes.column]};
    for (const std::size_t c : probes.others) key.push_back((*row)[c]);
    const auto [place, is_new] = places.emplace(key, cells.size());
    if (is_new) cells.emplace_back();
    cells[place->second].push_back(row);
    if (probes.seed) key.push_back((*row)[*probes.seed]);
    base::require(met.insert(key).second, probes.place, ": two rows of ", key[0], ", ", key[1],
                  ", ", key[2], ": wanted a column that tells them apart, as `seed` does");
  }
  return cells;
}

ProbeCell merged(const Probes& probes, const Rows& rows, const std::vector<std::size_t>& varied) {
  const Row& first = *rows.front();
  ProbeCell cell{first[probes.measure] + told(probes, first, varied),
                 first[probes.row],
                 first[probes.column],
                 {},
                 {},
                 0};
  std::vector<double> values;
  for (const Row* row : rows) {
    values.push_back(probes.number<double>(*row, probes.value));
    cell.questions += probes.number<std::int64_t>(*row, probes.questions);
  }
  cell.value = base::median_range(values);
  for (std::size_t c = probes.high + 1; c < probes.questions; ++c) {
    std::vector<double> controls;
    for (const Row* row : rows) {
      if (!(*row)[c].empty()) controls.push_back(probes.number<double>(*row, c));
    }
    cell.controls.push_back(controls.empty() ? std::nullopt
                                             : std::optional(base::median(controls)));
  }
  return cell;
}

}  // namespace

MergedProbe merged_probe(const base::Table& table, std::string_view place,
                         const MergeChoice& choice) {
  const Probes probes(table, place);
  MergedProbe all;
  const Rows rows = chosen(probes, choice, &all.step);
  std::vector<std::size_t> varied, same;
  for (const std::size_t c : probes.others) {
    (probes.values(rows, c).size() > 1 ? varied : same).push_back(c);
  }
  all.seeds = probes.seed ? probes.values(rows, *probes.seed).size() : 1;
  const auto is_asked = [&](std::size_t c) { return is_of_questions(table.columns[c]); };
  const auto others = std::ranges::stable_partition(same, is_asked);
  all.asked = listed(told(probes, *rows.front(), {same.begin(), others.begin()}));
  all.about = listed(told(probes, *rows.front(), {others.begin(), others.end()}));
  for (std::size_t c = probes.high + 1; c < probes.questions; ++c) {
    all.result.controls.push_back(table.columns[c]);
  }
  for (const Rows& of_cell : cells_of(probes, rows)) {
    all.result.cells.push_back(merged(probes, of_cell, varied));
    const std::string& measure = all.result.cells.back().measure;
    if (std::ranges::find(all.result.drawn, measure) == all.result.drawn.end()) {
      all.result.drawn.push_back(measure);
    }
  }
  return all;
}

}  // namespace lab::probe::map
