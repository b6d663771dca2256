#include "lab/store/scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>

#include "base/error.h"
#include "base/numbers.h"

namespace lab::store {
namespace {

using Cells = std::vector<std::string>;

const Cells score_columns{"step",      "task",   "pool",     "difficulty", "solved", "asked",
                          "different", "chance", "frequent", "constant",   "nats",   "tokens"};
constexpr const char *exact_column = "exact", *facet_column = "facet",
                     *facet_constant_column = "facet_constant";
const Cells result_columns{"sweep", "fingerprint", "seed", "settings"};

std::string text_or_nothing(const std::optional<std::int64_t>& count) {
  return count ? std::to_string(*count) : "";
}

Cells cells_of(const Score& score) {
  const GuessLevels& guess = score.guess;
  return {
      std::to_string(score.step),           score.task,
      std::string(tasks::name(score.pool)), std::to_string(score.difficulty),
      std::to_string(score.solved),         std::to_string(score.asked),
      text_or_nothing(score.different),     guess.chance ? base::shortest_text(*guess.chance) : "",
      text_or_nothing(guess.frequent),      text_or_nothing(guess.constant),
      base::shortest_text(score.nats),      std::to_string(score.tokens)};
}

/// Reads the cells of one row by column name; errors name the place, the row and the column.
class RowReader {
 public:
  RowReader(const base::Table& table, std::size_t row, std::string_view place)
      : table_(table), row_(row), place_(place) {}

  const std::string& text(std::string_view column) const {
    return table_.rows[row_][table_.column(column)];
  }

  bool has(std::string_view column) const {
    return std::ranges::find(table_.columns, column) != table_.columns.end();
  }

  template <typename Number>
  Number number(std::string_view column) const {
    const std::string& cell = text(column);
    const std::optional<Number> value = base::number_in<Number>(cell);
    base::require(value.has_value(), place_, ": row ", row_ + 1, ", column ", column,
                  ": wanted a number, found `", cell, "`");
    return *value;
  }

  /// Nothing if there is no such column or nothing in it.
  template <typename Number>
  std::optional<Number> known(std::string_view column) const {
    if (!has(column) || text(column).empty()) return std::nullopt;
    return number<Number>(column);
  }

  Score score() const {
    Score score{number<std::int64_t>("step"),    text("task"),
                tasks::pool_named(text("pool")), number<int>("difficulty"),
                number<std::int64_t>("solved"),  number<std::int64_t>("asked"),
                number<double>("nats"),          number<std::int64_t>("tokens")};
    score.exact = known<std::int64_t>(exact_column);
    score.different = known<std::int64_t>("different");
    score.guess = {known<double>("chance"), known<std::int64_t>("frequent"),
                   known<std::int64_t>("constant"), known<std::int64_t>(facet_constant_column)};
    if (has(facet_column) && !text(facet_column).empty()) {
      const std::string at = fmt::format("{}: row {}, column {}", place_, row_ + 1, facet_column);
      score.facet = facet_in(text(facet_column), at, base::ExitCode::bad_data);
      if (!has(facet_constant_column)) score.guess.facet_constant.swap(score.guess.constant);
    }
    check(score);
    return score;
  }

 private:
  void check(const Score& score) const {
    base::require(score.solved >= 0 && score.solved <= score.asked, place_, ": row ", row_ + 1,
                  ": wanted 0 <= solved <= asked, found ", score.solved, " and ", score.asked);
    const auto check_count = [&](const char* name, const std::optional<std::int64_t>& count,
                                 std::int64_t least) {
      base::require(!count || (*count >= least && *count <= score.asked), place_, ": row ",
                    row_ + 1, ": wanted ", least, " <= ", name, " <= asked, found ",
                    count.value_or(0), " and ", score.asked);
    };
    check_count("different", score.different, score.asked > 0 ? 1 : 0);
    check_count("frequent", score.guess.frequent, 0);
    check_count("constant", score.guess.constant, 0);
    check_count(facet_constant_column, score.guess.facet_constant, 0);
    const double chance = score.guess.chance.value_or(0);
    base::require(chance >= 0 && chance <= 1, place_, ": row ", row_ + 1,
                  ": wanted 0 <= chance <= 1, found ", chance);
  }

  const base::Table& table_;
  std::size_t row_;
  std::string_view place_;
};

}  // namespace

std::string text_of(const FacetValue& facet) {
  return facet.name + "=" + std::to_string(facet.value);
}

FacetValue facet_in(std::string_view text, std::string_view place, base::ExitCode exit_code) {
  const auto equals = text.find('=');
  if (equals != text.npos && equals > 0) {
    const auto value = base::number_in<int>(text.substr(equals + 1));
    if (value) return {std::string(text.substr(0, equals)), *value};
  }
  throw base::Error(
      fmt::format("{}: wanted name=number, as in k_cutoff=2, found `{}`", place, text), exit_code);
}

std::optional<base::Estimate> interval(const Score& score) {
  if (!score.different) return std::nullopt;
  return base::wilson_of_share(score.share(), *score.different);
}

std::optional<double> guess_level(const Score& score) {
  const auto share = [&](const std::optional<std::int64_t>& solved) -> std::optional<double> {
    if (!solved) return std::nullopt;
    return static_cast<double>(*solved) / static_cast<double>(score.asked);
  };
  // Nothing is less than any number.
  const std::optional<double> level = std::max(score.guess.chance, share(score.guess.constant));
  // Over all questions no constant answer is better than the best, so that is who guesses on each
  // value of a facet; the most frequent answer of training may be right on all of one value.
  return score.facet ? level : std::max(level, share(score.guess.frequent));
}

bool is_above_guess(const Score& score) {
  return std::optional(score.share()) > guess_level(score);
}

void add_rare_columns(std::span<const Score> scores, base::Table* table) {
  const auto add = [&](const char* name, const auto& cell_of) {
    Cells cells;
    for (const Score& score : scores) cells.push_back(cell_of(score));
    if (std::ranges::all_of(cells, &std::string::empty)) return;
    table->columns.emplace_back(name);
    for (std::size_t row = 0; row < cells.size(); ++row) table->rows[row].push_back(cells[row]);
  };
  add(exact_column, [](const Score& score) { return text_or_nothing(score.exact); });
  add(facet_column, [](const Score& score) { return score.facet ? text_of(*score.facet) : ""; });
  add(facet_constant_column,
      [](const Score& score) { return text_or_nothing(score.guess.facet_constant); });
}

std::vector<StepValues> curves_of(std::span<const Score> scores) {
  std::vector<StepValues> curves;
  for (const Score& score : scores) {
    if (score.facet || score.asked == 0) continue;
    if (curves.empty() || curves.back().step != score.step) curves.push_back({score.step, {}});
    curves.back().values.emplace_back(
        fmt::format("{} {}/{}", score.task, tasks::name(score.pool), score.difficulty),
        score.share());
  }
  return curves;
}

base::Table scores_table(std::span<const Score> scores) {
  base::Table table{score_columns, {}};
  for (const Score& score : scores) table.rows.push_back(cells_of(score));
  add_rare_columns(scores, &table);
  return table;
}

std::vector<Score> scores_of(const base::Table& table, std::string_view place) {
  std::vector<Score> scores;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    scores.push_back(RowReader(table, row, place).score());
  }
  return scores;
}

base::Table results_table(std::span<const ResultRow> rows) {
  base::Table table{result_columns, {}};
  table.columns.insert(table.columns.end(), score_columns.begin(), score_columns.end());
  std::vector<Score> scores;
  for (const ResultRow& row : rows) {
    Cells cells{row.sweep, row.fingerprint, std::to_string(row.seed),
                spec::plan::text_of(row.settings)};
    const Cells score = cells_of(row.score);
    cells.insert(cells.end(), score.begin(), score.end());
    table.rows.push_back(std::move(cells));
    scores.push_back(row.score);
  }
  add_rare_columns(scores, &table);
  return table;
}

std::vector<ResultRow> results_of(const base::Table& table, std::string_view place) {
  std::vector<ResultRow> rows;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const RowReader reader(table, row, place);
    rows.push_back({reader.text("sweep"), reader.text("fingerprint"),
                    reader.number<std::uint64_t>("seed"),
                    spec::plan::settings_in(reader.text("settings"), place), reader.score()});
  }
  return rows;
}

}  // namespace lab::store
