#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lab/spec/plan/sweep_plan.h"
#include "lab/store/scores.h"

namespace lab::sweep {

/// Step and exact match in percent, by rising step.
using Trajectory = std::vector<std::pair<std::int64_t, double>>;

/// Whether a run is given up at its last step: the best it ever had is below the median of what the
/// others had on average up to that step. Others that have not come so far do not count; nobody is
/// given up before rule.from_step or beside fewer than rule.least_runs others. (Golovin et al.
/// 2017, "Google Vizier", section 3.2.2.) Pure.
bool gives_up(const spec::plan::MedianStopping& rule, const Trajectory& own,
              std::span<const Trajectory> others);

/// The rule over a store: who is given up follows from the scores that runs have there, so that a
/// sweep that is started again gives up the same runs without training them.
class MedianWatch {
 public:
  MedianWatch(const spec::plan::MedianStopping& rule, std::span<const spec::plan::PlannedRun> runs,
              std::filesystem::path store);

  /// Reads what is new in the store. A run is judged once for all that it has scored so far.
  /// Promise: `run` is one of the runs.
  bool gives_up(const spec::plan::PlannedRun& run);

 private:
  struct Known {
    std::uintmax_t size = 0;  ///< of scores.tsv, which only grows
    Trajectory trajectory;
    std::uintmax_t judged_size = 0;  ///< of scores.tsv when it was judged last
    bool given_up = false;           ///< by that judgement
  };
  void read(const spec::plan::PlannedRun& run);

  spec::plan::MedianStopping rule_;
  std::span<const spec::plan::PlannedRun> runs_;
  std::filesystem::path store_;
  std::map<std::string, Known> known_;  ///< by fingerprint
};

}  // namespace lab::sweep
