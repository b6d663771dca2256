#pragma once
#include <filesystem>
#include <vector>

namespace lab::store {

/// What no run of a store needs: folders whose spec is gone, event files of runs that are gone, and
/// files that a killed writer left behind; nothing of a run whose writer lives. Sorted.
std::vector<std::filesystem::path> rubbish_in(const std::filesystem::path& store);

/// With all that is in it. Throws base::Error if it cannot be removed.
void remove_path(const std::filesystem::path& path);

/// What was written into a folder while somebody removed it: all of it, if its spec is gone. Never
/// throws: who looks again finds it again.
void remove_remains(const std::filesystem::path& folder);

/// Removes a run's folder with all that is in it, which is gone at once, and its event files.
/// Throws base::Error if a process works on the run.
void remove_run(const std::filesystem::path& folder);

}  // namespace lab::store
