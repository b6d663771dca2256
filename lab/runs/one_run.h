#pragma once
#include <filesystem>
#include <string>

namespace lab::runs {

/// All that a run's folder says, for people: comments, its spec, its scores.
std::string run_text(const std::filesystem::path& folder);

/// The same as a JSON object: folder, status, manifest, spec (the fields that are not at their
/// defaults, by path, typed), starts_from, tags, note, scores.
std::string run_json(const std::filesystem::path& folder);

}  // namespace lab::runs
