#include "lab/compare/reach.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/aligned_text.h"
#include "base/numbers.h"
#include "base/text.h"
#include "lab/compare/table.h"
#include "lab/figure/reached.h"

namespace lab::compare {
namespace {

const std::vector<std::string> own_columns{"reach", "seeds", "reached", "steps", "low", "high"};

std::string steps_text(const std::optional<double>& steps) {
  return steps ? fmt::format("{:.0f}", *steps) : "";
}

std::vector<std::string> columns_for(const Comparison& comparison) {
  std::vector<std::string> columns = place_columns(comparison, own_columns);
  columns.insert(columns.end(), own_columns.begin(), own_columns.end());
  return columns;
}

/// "200 .. 600", "200 ..": to where the interval goes.
std::string interval_text(const base::SurvivalCurve& curve) {
  if (!curve.low && !curve.high) return "";
  return steps_text(curve.low) + " .. " + steps_text(curve.high);
}

}  // namespace

std::vector<ReachRow> reach_rows(const Comparison& comparison, const Selection& selection,
                                 double reach) {
  std::vector<ReachRow> all;
  for (Row& row : rows_of(comparison, selection)) {
    const Arm& arm = comparison.arms[row.arm];
    figure::RowFilter filter = filter_of(comparison, row);
    filter.difficulty = row.difficulty();
    const figure::ReachedRuns runs =
        figure::reached(filter, reach, result_rows(arm, comparison), name_of(arm, comparison));
    const auto count = std::ranges::count_if(
        runs.runs, [](const figure::Reached& run) { return run.when.happened; });
    all.push_back({std::move(row), runs.curve(), static_cast<int>(runs.runs.size()),
                   static_cast<int>(count), runs.end_only});
  }
  return all;
}

base::Table reach_table(const Comparison& comparison, std::span<const ReachRow> rows,
                        double reach) {
  base::Table table{columns_for(comparison), {}};
  for (const ReachRow& one : rows) {
    std::vector<std::string> cells = place_cells(comparison, one.row);
    cells.insert(cells.end(), {base::shortest_text(reach), std::to_string(one.runs),
                               std::to_string(one.reached), steps_text(one.curve.median),
                               steps_text(one.curve.low), steps_text(one.curve.high)});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

std::string reach_text(const Comparison& comparison, std::span<const ReachRow> rows, double reach,
                       std::size_t columns) {
  base::Table table{place_columns(comparison, own_columns), {}};
  const std::size_t places = table.columns.size();
  table.columns.insert(table.columns.end(), {"reached", "median steps", "95 %"});
  for (const ReachRow& one : rows) {
    std::vector<std::string> cells = place_cells(comparison, one.row);
    cells.insert(cells.end(), {fmt::format("{} of {}", one.reached, one.runs),
                               one.curve.median ? steps_text(one.curve.median) : "not by half",
                               interval_text(one.curve)});
    table.rows.push_back(std::move(cells));
  }
  return fmt::format(
             "steps to {} % exact match, as far as score.every tells: by when half of the "
             "seeds have reached it\n",
             base::shortest_text(reach)) +
         base::aligned_text(table, places, columns);
}

std::string reach_json(const Comparison& comparison, std::span<const ReachRow> rows, double reach) {
  using Json = nlohmann::ordered_json;
  const auto or_null = [](const std::optional<double>& number) {
    return number ? Json(*number) : Json();
  };
  Json all = Json::array();
  for (const ReachRow& one : rows) {
    Json object = place_json(comparison, one.row);
    object.update({{"reach", reach},
                   {"seeds", one.runs},
                   {"reached", one.reached},
                   {"median_steps", or_null(one.curve.median)},
                   {"low", or_null(one.curve.low)},
                   {"high", or_null(one.curve.high)},
                   {"scored_at_end_only", one.end_only},
                   {"curve", Json::array()}});
    for (const base::SurvivalStep& step : one.curve.steps) {
      object["curve"].push_back({{"step", step.time},
                                 {"at_risk", step.at_risk},
                                 {"reached", step.happened},
                                 {"censored", step.censored},
                                 {"left", step.left.middle},
                                 {"low", step.left.low},
                                 {"high", step.left.high}});
    }
    all.push_back(std::move(object));
  }
  return all.dump(2) + "\n";
}

std::string about_end_only(const Comparison& comparison, std::span<const ReachRow> rows) {
  std::map<std::size_t, std::set<std::uint64_t>> seeds;
  for (const ReachRow& one : rows) {
    seeds[one.row.arm].insert(one.end_only.begin(), one.end_only.end());
  }
  std::erase_if(seeds, [](const auto& of) { return of.second.empty(); });
  if (seeds.empty()) return "";
  const auto named = [&](const auto& of) {
    const auto number = [](std::uint64_t seed) { return std::to_string(seed); };
    return fmt::format("{} (seed {})", name_of(comparison.arms[of.first], comparison),
                       base::joined(of.second, number));
  };
  return "scored at their end only, so they tell nothing of the steps, and are left out: " +
         base::joined(seeds, named, "; ") + "; `score { every: 100 }` scores on the way";
}

}  // namespace lab::compare
