#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/tsv.h"
#include "tasks/pool.h"

namespace lab {

/// Counts, never a percentage: how many of the questions asked were solved. Where each has one
/// right answer that is exact match; where each has many it is what the judge says of decoded
/// answers.
struct Score {
  std::int64_t step = 0;
  std::string task;  ///< the main task's name, or a hint's
  tasks::Pool pool = tasks::Pool::test;
  int difficulty = 0;
  std::int64_t solved = 0;
  std::int64_t asked = 0;
  double nats = 0;          ///< sum of the loss over the answers' tokens
  std::int64_t tokens = 0;  ///< answer tokens scored
  /// Where questions have many right answers: how many were answered just as the generator does.
  std::optional<std::int64_t> exact = std::nullopt;
};

/// Adds the column `exact` to a table of these scores, a row each, if any of them has it.
void add_exact_column(std::span<const Score> scores, base::Table* table);

/// A run folder's scores.tsv: columns step task pool difficulty solved asked nats tokens, and, if
/// any score has it, exact (empty for those that do not).
base::Table scores_table(std::span<const Score> scores);
std::vector<Score> scores_of(const base::Table& table, std::string_view place);

/// A score with the run it belongs to: one row of results/<paper>/scores.tsv, whose columns are
/// sweep fingerprint seed settings and a score's; settings is "axis=value;axis=value" in the
/// sweep's order.
struct ResultRow {
  std::string sweep;        ///< the sweep's name
  std::string fingerprint;  ///< 16 hex digits
  std::uint64_t seed = 0;
  std::vector<std::pair<std::string, std::string>> settings;
  Score score;
};
base::Table results_table(std::span<const ResultRow> rows);
std::vector<ResultRow> results_of(const base::Table& table, std::string_view place);

}  // namespace lab
