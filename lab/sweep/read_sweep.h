#pragma once
#include <filesystem>
#include <set>
#include <string>

#include "lab/spec/plan/plan_sweep.h"
#include "lab/train/memory.h"

namespace lab::sweep {

/// What is found out about runs while they are read.
struct SweepNotes {
  std::filesystem::path store;    ///< runs that are finished there take no memory
  std::set<std::string> remarks;  ///< what hardly is as meant (train::remarks_on)
  train::MemoryNeed largest;      ///< of the run that takes the most, on one thread
};

/// The runs of a sweep (see plan_sweep), each held against its tasks: what cannot be is refused
/// before any work is spent. Throws base::Error (exit code 3).
spec::plan::SweepPlan read_sweep(const std::filesystem::path& file,
                                 const spec::Overrides& overrides = {},
                                 SweepNotes* notes = nullptr);

/// The same from text, as parse_spec.
spec::plan::SweepPlan parse_sweep(const std::string& text, const std::string& origin,
                                  const std::filesystem::path& folder,
                                  const spec::Overrides& overrides = {});

}  // namespace lab::sweep
