#pragma once
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/statistics.h"
#include "lab/figure/figure.h"
#include "lab/store/scores.h"

namespace lab {

/// The names a selection may use: those of the rows there are and of the runs that are planned.
struct KnownNames {
  std::set<std::string> sweeps;
  std::set<Setting> settings;
  std::set<std::string> tasks;

  void add(std::span<const ResultRow> rows);
};

/// Throws base::Error (exit code 3) for a sweep, a task, an axis or a value that is not known, with
/// the nearest that is. `place` begins the message.
void check_known(const Selection& selection, const KnownNames& known, const std::string& place);

/// How many seeds learned the questions they were trained on.
struct FitRate {
  int fitted = 0, seeds = 0;
};

/// Exact match of a training pool from which on a seed has fitted it.
inline constexpr double fitted_percent = 99;

/// One x of a line.
struct Point {
  double x = 0;
  base::Interval value;  ///< median, lowest, highest over the seeds; percent, or a threshold
  base::Interval mean;   ///< 95 %: t over seeds, or Wilson's over questions for one seed
  std::vector<double> seed_values;  ///< by rising seed
  std::vector<std::uint64_t> seeds;
};

/// What a selection's runs scored.
struct Measured {
  std::vector<Point> points;   ///< by rising x
  std::optional<FitRate> fit;  ///< nothing if it was not scored, or `trained` is not known
  int seeds = 0;               ///< the most at any point
  int left_out = 0;            ///< seeds at some x that have runs, but no threshold
};

/// Whether the row is of a sweep that the selection names. If it names none, all models' are: the
/// symbolic learners' rows (lab/coverage/symbolic.h), which share the models' fingerprints, are
/// not.
bool in_sweeps(const Selection& selection, const ResultRow& row);

/// Less `other`, seed by seed, at every x and for every seed that both have.
Measured difference(const Measured& measured, const Measured& other);

/// Steps to look at where the selection names none.
enum class Steps { last, all };

/// Exact match of the selected rows, by `x`. Throws base::Error, beginning with `place`, if two
/// runs of one seed fall on one x: the selection must tell them apart.
Measured measure(const Selection& selection, Steps steps,
                 const std::function<double(const ResultRow&)>& x,
                 const std::optional<tasks::Range>& trained, std::span<const ResultRow> rows,
                 const std::string& place);

}  // namespace lab
