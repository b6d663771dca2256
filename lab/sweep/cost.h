#pragma once
#include <filesystem>
#include <span>

#include "lab/spec/plan/sweep_plan.h"

namespace lab::sweep {

/// What the missing runs of a sweep will take, scoring left out where it was measured.
struct SweepCost {
  int missing = 0;     ///< runs
  double seconds = 0;  ///< of all of them, one after the other
  int recorded = 0;    ///< settings whose finished runs say what one takes
  int measured = 0;    ///< settings that were tried out just now
};

/// For each setting of the axes the median wall time of its finished runs; where there is none, a
/// few steps are trained (a third of a second each, in memory). Throws base::Error if a run cannot
/// be started.
SweepCost sweep_cost(std::span<const spec::plan::PlannedRun> runs,
                     const std::filesystem::path& store, int threads);

}  // namespace lab::sweep
