#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/exit_code.h"
#include "base/statistics.h"
#include "base/tsv.h"
#include "lab/spec/plan/settings.h"
#include "lab/store/step_values.h"
#include "tasks/pool.h"

namespace lab::store {

/// A facet of questions (Task::facets) and one value of it.
struct FacetValue {
  std::string name;  ///< "k_cutoff"
  int value = 0;
  bool operator==(const FacetValue&) const = default;
};

/// "k_cutoff=2".
std::string text_of(const FacetValue& facet);

/// Reads it back. Throws base::Error "<place>: wanted name=number, ..." with this exit code.
FacetValue facet_in(std::string_view text, std::string_view place, base::ExitCode exit_code);

/// What is reached without having learned anything, three ways: pure functions of the spec. What is
/// not known is nothing: scores that were saved by an older version lack it.
struct GuessLevels {
  /// Of one: the best guesser who ignores the items (Task::chance), whatever the pool.
  std::optional<double> chance = std::nullopt;
  /// How many of the questions asked the most frequent answer of what the task was trained on
  /// solves. Nothing also of a task that is only asked.
  std::optional<std::int64_t> frequent = std::nullopt;
  /// How many of the questions asked the best constant answer solves. Of one value of a facet: the
  /// same share of them as of all questions of the pool and difficulty, rounded; a constant that
  /// happens to be right wherever the facet decides the answer tells nothing.
  std::optional<std::int64_t> constant = std::nullopt;
  /// Of one value of a facet: how many the best constant answer for its questions alone solves.
  /// Only who knows the value can give it, so it is no level of guessing: where the facet decides
  /// the answer it is all of them, whatever was learned. Nothing of scores of all questions.
  std::optional<std::int64_t> facet_constant = std::nullopt;
  bool operator==(const GuessLevels&) const = default;
};

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
  std::optional<FacetValue> facet = std::nullopt;  ///< only questions with it; nothing: all
  /// Different questions among those asked, up to the task's symmetry (Task::question_key): 0 <
  /// different <= asked where any was asked. Nothing: not known, an older version did not count.
  std::optional<std::int64_t> different = std::nullopt;
  GuessLevels guess = {};

  /// Of the questions asked those solved, of one. Where none was asked it is no number.
  double share() const { return static_cast<double>(solved) / static_cast<double>(asked); }
  /// The same of a hundred, exact where that is a whole number.
  double percent() const { return 100 * static_cast<double>(solved) / static_cast<double>(asked); }
};

/// 95 % Wilson interval of score.share() over the different questions: copies of a question add
/// nothing. Nothing if it is not known how many there are. Promise: some question was asked.
std::optional<base::Estimate> interval(const Score& score);

/// The highest level of guessing, of one; nothing if none is known. Of one value of a facet without
/// `frequent`: who chose among guessers there would know it. Promise: some question was asked.
std::optional<double> guess_level(const Score& score);

/// Whether more was solved than guessing reaches: false at the level or below it, true where no
/// level is known. Promise: some question was asked.
bool is_above_guess(const Score& score);

/// Adds the columns `exact`, `facet` and `facet_constant` to a table of these scores, a row each,
/// if any has them.
void add_rare_columns(std::span<const Score> scores, base::Table* table);

/// A run folder's scores.tsv: columns step task pool difficulty solved asked different chance
/// frequent constant nats tokens, and, if any score has them, exact, facet and facet_constant. A
/// cell is empty where the score does not know.
base::Table scores_table(std::span<const Score> scores);

/// Reads it back. A table without the columns different, chance, frequent and constant is of an
/// older version: its scores do not know them. So is one with a facet and no facet_constant, where
/// `constant` of a facet's rows was what facet_constant is now. Throws base::Error (exit code 4)
/// naming place, row and column.
std::vector<Score> scores_of(const base::Table& table, std::string_view place);

/// Exact match of these scores, as shares, by "<task> <pool>/<difficulty>", for a curve over
/// training; those of single facets are left out.
std::vector<StepValues> curves_of(std::span<const Score> scores);

/// A score with the run it belongs to: one row of results/<paper>/scores.tsv, whose columns are
/// sweep fingerprint seed settings and a score's; settings is "axis=value;axis=value" in the
/// sweep's order.
struct ResultRow {
  std::string sweep;        ///< the sweep's name
  std::string fingerprint;  ///< 16 hex digits
  std::uint64_t seed = 0;
  spec::plan::Settings settings;
  Score score;
};
base::Table results_table(std::span<const ResultRow> rows);
std::vector<ResultRow> results_of(const base::Table& table, std::string_view place);

}  // namespace lab::store
