#pragma once
#include <filesystem>
#include <functional>
#include <string>

#include "lab/spec/plan/sweep_plan.h"
#include "lab/spec/spec.h"

namespace lab::spec::plan {

/// Throws base::Error (exit code 3) if a run of this spec cannot be. Called on several threads.
using SpecCheck = std::function<void(const Spec&)>;

/// The runs of a sweep: the product of its axes times its seeds, exclusions left out. A spec
/// without a `sweep` block is one run. Fingerprints are distinct. Overrides come before the axes,
/// which win. Every run has passed `check`; none of its specs is kept beyond that but for the
/// RunSpec. Throws base::Error (exit code 3), also if two runs are the same or none is left.
SweepPlan plan_sweep(const std::filesystem::path& file, const Overrides& overrides,
                     const SpecCheck& check);

/// The same from text, as parse_spec.
SweepPlan plan_sweep(const std::string& text, const std::string& origin,
                     const std::filesystem::path& folder, const Overrides& overrides,
                     const SpecCheck& check);

}  // namespace lab::spec::plan
