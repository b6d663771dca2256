#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/statistics.h"
#include "lab/figure/measured.h"
#include "lab/report/report.h"

namespace lab::report {

/// What the runs of an arm solve of one pool at one difficulty, after their last step.
struct KnownPoint {
  tasks::Pool pool = tasks::Pool::test;
  int difficulty = 0;
  base::Estimate percent;       ///< median, lowest, highest over the runs
  std::optional<double> guess;  ///< percent, the highest level of any run
};

/// What results say of a task: one arm of one sweep.
struct Known {
  std::string experiment, sweep, setting;  ///< of the arm; setting empty: the sweep has no axes
  bool asked_alone = true;                 ///< no hint is trained along, and it is the main task
  int runs = 0;
  std::int64_t steps = 0;                    ///< trained, at most
  std::optional<tasks::Range> trained = {};  ///< difficulties
  std::optional<figure::FitRate> fit = {};   ///< nothing: not known
  std::vector<KnownPoint> points = {};       ///< by pool and rising difficulty

  /// Whether it is of one pool at several difficulties.
  bool is_curve() const;
};

/// Of all arms whose runs were asked the task's questions: the one that trains on it as its main
/// task without a hint, if there is any; of these the one asked at the most difficulties, then of
/// most pools, then with the most steps, then with the most runs, then the first. Its questions of
/// pool test, or where none was asked of that, of all held-out pools. Nothing: no run was.
std::optional<Known> known_of(const std::string& task,
                              std::span<const ReportExperiment> experiments);

}  // namespace lab::report
