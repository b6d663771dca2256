#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/power_law.h"
#include "base/statistics.h"
#include "lab/figure/row_filter.h"
#include "tasks/task.h"

namespace lab::figure {

/// How many seeds learned the questions they were trained on (see store::Fit).
struct FitRate {
  int fitted = 0, seeds = 0;

  /// Whether most did not: what such seeds score past training is no failure to generalize.
  bool mostly_unfit() const { return 2 * fitted < seeds; }
};

/// Training steps, from the shortest run to the longest.
struct StepRange {
  std::int64_t low = 0, high = 0;
  bool operator==(const StepRange&) const = default;
};

/// One x of a line.
struct Point {
  double x = 0;
  base::Estimate value;  ///< median, lowest, highest over the seeds; percent, or a threshold
  /// 95 %: t over seeds, or for one seed Wilson's over its different questions (0 .. 100 if it is
  /// not known how many those are).
  base::Estimate mean;
  std::vector<double> seed_values;  ///< by rising seed
  std::vector<std::uint64_t> seeds;
  /// Percent, as `value`: the highest level of guessing (store::guess_level) over the seeds.
  /// Nothing where none is known, as of older scores, differences and thresholds.
  std::optional<double> guess = std::nullopt;
  /// Different questions of a seed, the fewest of any; nothing where a seed's are not known.
  std::optional<std::int64_t> different = std::nullopt;
  std::optional<FitRate> fit = std::nullopt;  ///< of the runs at this x; as that of Measured
};

/// Whether the median is above the level of guessing: false at it or below it, true where no level
/// is known.
bool is_above_guess(const Point& point);

/// What a filter's runs scored.
struct Measured {
  std::vector<Point> points;   ///< by rising x
  std::optional<FitRate> fit;  ///< nothing if it was not scored, or `trained` is not known
  int seeds = 0;               ///< the most at any point
  int left_out = 0;            ///< seeds that have runs, but no threshold at some x, or no course
  std::optional<base::PowerLaw> law = std::nullopt;  ///< through thresholds at two x or more
  std::optional<StepRange> steps = std::nullopt;     ///< trained; nothing without runs
};

/// The runs of `other` as well.
void widen(const std::optional<StepRange>& other, std::optional<StepRange>* steps);

/// Less `other`, seed by seed, at every x and for every seed that both have.
Measured difference(const Measured& measured, const Measured& other);

/// The steps that count where the filter names none: each run's last, or all that were scored.
enum class ScoredSteps { last, all };

/// Exact match of the filtered rows, by `x`. Throws base::Error, beginning with `place`, if two
/// runs of one seed fall on one x: the filter must tell them apart.
Measured measure(const RowFilter& filter, ScoredSteps steps,
                 const std::function<double(const store::ResultRow&)>& x,
                 const std::optional<tasks::Range>& trained, std::span<const store::ResultRow> rows,
                 const std::string& place);

}  // namespace lab::figure
