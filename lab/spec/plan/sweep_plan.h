#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lab/spec/plan/settings.h"
#include "lab/spec/run_spec.h"

namespace lab::spec::plan {

/// One run of a sweep. Its spec is complete (no sweep, no includes); its name is the spec's name
/// and the settings: "sorting hint=count seed=3".
struct PlannedRun {
  RunSpec spec;
  Settings settings;
};

/// An axis along which the first value is sought whose runs reach a score, for each of some scores
/// (see bisection.h).
struct SweepSearch {
  std::string axis;
  std::vector<std::string> values;  ///< of the axis, in order
  tasks::Pool pool = tasks::Pool::test;
  std::optional<int> difficulty;       ///< nothing: the largest that a run scores
  std::vector<double> reaches = {99};  ///< percent
};

/// But for the axis and its values, which are around it in a spec.
template <typename Visit>
void each_field(SweepSearch& search, const Visit& visit) {
  visit("pool", search.pool);
  visit("difficulty", search.difficulty);
  visit("reach", search.reaches);
}

/// When a run of a sweep is given up (see median_stopping.h).
struct MedianStopping {
  tasks::Pool pool = tasks::Pool::validate;
  std::optional<int> difficulty;  ///< nothing: the largest that a run scores
  std::int64_t from_step = 0;
  int least_runs = 5;
};

template <typename Visit>
void each_field(MedianStopping& stopping, const Visit& visit) {
  visit("pool", stopping.pool);
  visit("difficulty", stopping.difficulty);
  visit("from_step", stopping.from_step);
  visit("least_runs", stopping.least_runs);
}

struct SweepPlan {
  std::string name;              ///< the sweep's, or the file's stem
  std::vector<PlannedRun> runs;  ///< the last axis changes fastest but for the seed
  std::optional<SweepSearch> search = std::nullopt;
  std::optional<MedianStopping> stopping = std::nullopt;
};

}  // namespace lab::spec::plan
