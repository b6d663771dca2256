#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "lab/spec/run_spec.h"

namespace lab::store {

/// The run that `spec` starts from: as its spec names it, else as it lies in the store. Throws
/// base::Error that says what to do if neither has it. Promise: it starts from one.
spec::RunSpec parent_of(const spec::RunSpec& spec, const std::filesystem::path& store);

/// Whether a run can begin: it starts from none, or from one that is finished.
bool is_start_ready(const spec::RunSpec& spec, const std::filesystem::path& store);

/// "<fingerprint> step 400 (name)" of the run that it starts from, then of that which this starts
/// from, as far as they are known.
std::vector<std::string> line_of_descent(const spec::RunSpec& spec,
                                         const std::filesystem::path& store);

/// The fingerprints of the runs in the store that start from this one, rising.
std::vector<std::string> children_of(const std::string& fingerprint,
                                     const std::filesystem::path& store);

}  // namespace lab::store
