#pragma once
#include <filesystem>
#include <span>
#include <vector>

#include "lab/spec/plan/sweep_plan.h"

namespace lab::sweep {

/// The runs, and before each those that it starts from and that are not among them, once for all.
/// One of these has the setting start=<fingerprint>, by which it is no run of any axis. One that
/// neither a spec nor the store tells is left out: who starts from it will say so.
std::vector<spec::plan::PlannedRun> with_starts(std::span<const spec::plan::PlannedRun> runs,
                                                const std::filesystem::path& store);

}  // namespace lab::sweep
