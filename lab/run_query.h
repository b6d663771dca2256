#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lab/manifest.h"
#include "lab/spec.h"

namespace lab {

/// "finished", "running" (a live process is at it), "interrupted", "stopped", "failed" or
/// "waiting" (not begun). `manifest` is the folder's.
std::string status_of(const std::filesystem::path& folder, const std::optional<Manifest>& manifest);
std::string status_of(const std::filesystem::path& folder);

/// Those of the runs for which every condition holds. "status=finished" asks for the status;
/// "path=value", with a path as in --set, for runs whose spec the assignment would not change.
/// Throws base::Error if a condition makes no sense for any of the runs.
std::vector<std::filesystem::path> runs_where(const std::vector<std::filesystem::path>& runs,
                                              const std::vector<std::string>& conditions);

/// What a spec's text says, by path.
struct SpecFields {
  std::map<std::string, std::string> values;  ///< {"model.width": "64", "hint[1].weight": "2"}
  std::set<std::string> blocks;               ///< {"model", "hint", "hint[1]"}
};

/// Of a canonical spec text.
SpecFields fields_of(const std::string& spec_text);

/// What a field of these (fields_of) is, or by default: text as in a spec, without quotes. Nothing
/// if it has no default or belongs to a block that is not there.
std::optional<std::string> value_at(const std::string& path, const SpecFields& fields);

}  // namespace lab
