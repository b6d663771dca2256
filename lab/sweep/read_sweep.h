#pragma once
#include <filesystem>
#include <set>
#include <string>

#include "lab/spec/plan_sweep.h"

namespace lab::sweep {

/// The runs of a sweep (see plan_sweep), each held against its tasks: what cannot be is refused
/// before any work is spent, and what hardly is as meant (train::remarks_on) added to `remarks`, if
/// there are any. Throws base::Error (exit code 3).
spec::SweepPlan read_sweep(const std::filesystem::path& file, const spec::Overrides& overrides = {},
                           std::set<std::string>* remarks = nullptr);

/// The same from text, as parse_spec.
spec::SweepPlan parse_sweep(const std::string& text, const std::string& origin,
                            const std::filesystem::path& folder,
                            const spec::Overrides& overrides = {});

}  // namespace lab::sweep
