#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "lab/spec.h"

namespace lab {

/// "finished", "running" (a live process is at it), "interrupted", "stopped", "failed" or
/// "waiting" (not begun).
std::string status_of(const std::filesystem::path& folder);

/// Those of the runs for which every condition holds. "status=finished" asks for the status;
/// "path=value", with a path as in --set, for runs whose spec the assignment would not change.
/// Throws base::Error if a condition makes no sense for any of the runs.
std::vector<std::filesystem::path> runs_where(const std::vector<std::filesystem::path>& runs,
                                              const std::vector<std::string>& conditions);

/// The fields of a canonical spec text by path: {"model.width": "64", "hint[1].weight": "2"}.
std::map<std::string, std::string> fields_of(const std::string& spec_text);

}  // namespace lab
