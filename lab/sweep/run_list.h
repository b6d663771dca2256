#pragma once
#include <filesystem>
#include <span>
#include <vector>

#include "lab/spec/plan/sweep_plan.h"

namespace lab::sweep {

/// Prepares the folders of all runs, and of those they start from, and writes their fingerprints, a
/// line each, to `file`: what workers are given. Gives the folders that were not there before.
/// Throws base::Error if that cannot be.
std::vector<std::filesystem::path> write_run_list(const std::filesystem::path& file,
                                                  std::span<const spec::plan::PlannedRun> runs,
                                                  const std::filesystem::path& store);

/// The runs of such a list, with the specs in their folders. Throws base::Error naming the line of
/// a run that the store lacks.
std::vector<spec::plan::PlannedRun> read_run_list(const std::filesystem::path& file,
                                                  const std::filesystem::path& store);

/// Every run in the store.
std::vector<spec::plan::PlannedRun> runs_in(const std::filesystem::path& store);

}  // namespace lab::sweep
