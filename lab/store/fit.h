#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "lab/spec/run_spec.h"
#include "lab/store/scores.h"

namespace lab::store {

/// Exact match of its training questions, in percent, from which on a run has fitted them.
inline constexpr double fitted_percent = 99;

/// How many of the training questions that a run was asked it solves: of the training pool, at
/// difficulties it was trained on.
struct Fit {
  std::int64_t solved = 0, asked = 0;

  /// Counts the score in, unless it is of other questions, or of single facets, which are counted
  /// already.
  void add(const Score& score, const tasks::Range& trained);

  /// Promise: some question was asked.
  double percent() const;
  bool is_fitted() const { return percent() >= fitted_percent; }
};

/// What a finished run's folder says of its fit.
struct RunFit {
  std::string name;        ///< how it is called: its fingerprint, where nobody says otherwise
  std::optional<Fit> fit;  ///< nothing: no training question of the main task was scored
  /// Share of the target tokens of all tasks that were right in the last steps logged, while they
  /// were trained on; nothing if there is no log.
  std::optional<double> token_accuracy;
};

/// Of the last step's scores of the main task.
RunFit run_fit(const spec::RunSpec& spec, const std::filesystem::path& folder);

/// One run in a line: "fit: solves 99.8 % of ...", "unfit: ..." or "fit: not known: ...".
std::string in_words(const RunFit& run);

/// Many runs in a line: how many are fit, which are not, of how many it is not known. Promise:
/// there is one at least.
std::string in_words(std::span<const RunFit> runs);

}  // namespace lab::store
