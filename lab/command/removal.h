#pragma once
#include <filesystem>
#include <vector>

namespace lab::command {

/// What no run of a store needs: folders whose spec is gone, and files that a killed writer left
/// behind; nothing of a run whose writer lives. Sorted.
std::vector<std::filesystem::path> rubbish_in(const std::filesystem::path& store);

/// With all that is in it. Throws base::Error if it cannot be removed.
void remove_path(const std::filesystem::path& path);

/// The same of a run's folder. Throws base::Error if a process works on the run.
void remove_run(const std::filesystem::path& folder);

}  // namespace lab::command
