#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace lab::store {

/// Those of the runs for which every condition holds. "status=finished" asks for the status;
/// "path=value", with a path as in --set, for runs whose spec the assignment would not change.
/// Throws base::Error before any run is looked at if there is no such status (exit code 2) or field
/// (3), and if a value makes no sense for any of the runs that the conditions before it left.
std::vector<std::filesystem::path> runs_where(const std::vector<std::filesystem::path>& runs,
                                              const std::vector<std::string>& conditions);

}  // namespace lab::store
