#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "lab/spec/plan/sweep_plan.h"
#include "lab/store/scores.h"

namespace lab::sweep {

/// The scores of all finished runs among `runs`.
std::vector<store::ResultRow> collect_results(const std::string& sweep,
                                              std::span<const spec::plan::PlannedRun> runs,
                                              const std::filesystem::path& store);

/// How far the store has a run: "finished", "claimed by pid 12 on HOST", "step 400 of 1000" or
/// "missing".
std::string standing_of(const spec::RunSpec& spec, const std::filesystem::path& store);

}  // namespace lab::sweep
