#include "lab/compare/seeds_needed.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/aligned_text.h"
#include "base/error.h"
#include "base/text.h"
#include "lab/compare/table.h"

namespace lab::compare {
namespace {

constexpr std::size_t few_seeds = 5;  // fewer say little of how much seeds differ

[[noreturn]] void refuse(const std::string& reason) {
  throw base::Error("--seeds-needed: " + reason, base::ExitCode::wrong_usage);
}

void require_two_arms(const Comparison& comparison) {
  if (comparison.arms.size() == 2) return;
  const auto name = [&](const Arm& arm) { return "`" + name_of(arm, comparison) + "`"; };
  refuse(
      fmt::format("wanted two arms, found {}: {}; --where axis=value leaves those that are meant",
                  comparison.arms.size(), base::joined(comparison.arms, name)));
}

void require_seeds(const Row& row, const Comparison& comparison) {
  if (row.point.seeds.size() > 1) return;
  refuse(
      fmt::format("{}: one finished seed says nothing of how much seeds differ; wanted two or "
                  "more (at least {} to be trusted)",
                  name_of(comparison.arms[row.arm], comparison), few_seeds));
}

bool is_same_question(const Row& one, const Row& other) {
  return one.task == other.task && one.pool == other.pool && one.point.x == other.point.x;
}

std::string needed_cell(const SeedsNeeded& row) {
  return row.needed.size ? std::to_string(*row.needed.size) : fmt::format("> {}", most_seeds);
}

double mean_of(const Row& row) { return row.point.mean.middle; }

std::string p_text(double p) { return p < 0.001 ? "< 0.001" : fmt::format("{:.3f}", p); }

}  // namespace

std::vector<SeedsNeeded> seeds_needed(const Comparison& comparison, const Selection& selection) {
  require_two_arms(comparison);
  const std::vector<Row> rows = rows_of(comparison, selection);
  std::vector<SeedsNeeded> all;
  for (const Row& one : rows) {
    const auto other = std::ranges::find_if(
        rows, [&](const Row& row) { return row.arm > one.arm && is_same_question(one, row); });
    if (other == rows.end()) continue;
    require_seeds(one, comparison);
    require_seeds(*other, comparison);
    const std::vector<double>&mine = one.point.seed_values, &others = other->point.seed_values;
    all.push_back({one, *other, base::welch_p_value(mine, others),
                   base::needed_size(mine, others, most_seeds)});
  }
  if (all.empty()) refuse("no finished runs of both arms were asked the same");
  return all;
}

base::Table needed_table(const Comparison& comparison, std::span<const SeedsNeeded> rows) {
  base::Table table{{"task", "pool", "difficulty", "first", "second", "first_mean", "second_mean",
                     "first_seeds", "second_seeds", "p", "seeds_needed", "power"},
                    {}};
  for (const SeedsNeeded& row : rows) {
    table.rows.push_back(
        {row.one.task, pool_of(row.one), std::to_string(row.one.difficulty()),
         name_of(comparison.arms[row.one.arm], comparison),
         name_of(comparison.arms[row.other.arm], comparison),
         fmt::format("{:.1f}", mean_of(row.one)), fmt::format("{:.1f}", mean_of(row.other)),
         std::to_string(row.one.point.seeds.size()), std::to_string(row.other.point.seeds.size()),
         fmt::format("{:.4f}", row.p_value), needed_cell(row),
         fmt::format("{:.2f}", row.needed.power)});
  }
  return table;
}

std::string needed_text(const Comparison& comparison, std::span<const SeedsNeeded> rows,
                        std::size_t columns) {
  base::Table table{
      {"task", "pool", "difficulty", "mean", "mean of 2nd", "seeds", "p", "seeds needed", "power"},
      {}};
  for (const SeedsNeeded& row : rows) {
    table.rows.push_back(
        {row.one.task, pool_of(row.one), std::to_string(row.one.difficulty()),
         fmt::format("{:.1f}", mean_of(row.one)), fmt::format("{:.1f}", mean_of(row.other)),
         fmt::format("{}, {}", row.one.point.seeds.size(), row.other.point.seeds.size()),
         p_text(row.p_value), needed_cell(row), fmt::format("{:.0f} %", 100 * row.needed.power)});
  }
  return fmt::format("{} against {} (2nd): mean exact match, percent\n",
                     name_of(comparison.arms[0], comparison),
                     name_of(comparison.arms[1], comparison)) +
         base::aligned_text(table, 3, columns);
}

std::string needed_json(const Comparison& comparison, std::span<const SeedsNeeded> rows) {
  using Json = nlohmann::ordered_json;
  const auto arm_json = [&](const Row& row) {
    return Json{{"arm", name_of(comparison.arms[row.arm], comparison)},
                {"mean", mean_of(row)},
                {"seeds", row.point.seeds},
                {"values", row.point.seed_values}};
  };
  Json all = Json::array();
  for (const SeedsNeeded& row : rows) {
    all.push_back({{"task", row.one.task},
                   {"pool", tasks::name(row.one.pool)},
                   {"difficulty", row.one.difficulty()},
                   {"first", arm_json(row.one)},
                   {"second", arm_json(row.other)},
                   {"p", row.p_value},
                   {"seeds_needed", row.needed.size ? Json(*row.needed.size) : Json()},
                   {"power", row.needed.power}});
  }
  return all.dump(2) + "\n";
}

std::string about_needed(std::span<const SeedsNeeded> rows) {
  std::size_t fewest = rows.front().one.point.seeds.size();
  for (const SeedsNeeded& row : rows) {
    fewest = std::min({fewest, row.one.point.seeds.size(), row.other.point.seeds.size()});
  }
  std::string text = fmt::format(
      "seeds needed: of each arm, so that Welch's t test tells the means apart (p < {}) in {:.0f} "
      "% "
      "of {} bootstrap samples; it takes the seeds there are for all there could be, and looks at "
      "one row at a time",
      base::told_apart_below, 100 * base::wanted_power, 1000);
  if (fewest < few_seeds) {
    text +=
        fmt::format("; {} seeds likely differ less than seeds do, so more may be needed", fewest);
  }
  return text;
}

}  // namespace lab::compare
