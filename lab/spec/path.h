#pragma once
#include <optional>
#include <string>
#include <vector>

#include "lab/spec/origin.h"

namespace lab::spec {

/// One step of a path: "hint[0]" or "train".
struct PathStep {
  std::string name;
  std::optional<int> index;
};

/// The steps of a path as in --set: "hint[0].weight". Throws base::Error (exit code 3) at `origin`
/// if what stands in brackets is no place in a list.
std::vector<PathStep> path_steps(const std::string& path, const Origin& origin);

/// "path.name", or "name" if path is empty.
std::string field_path(const std::string& path, const std::string& name);

/// "path[index]".
std::string item_path(const std::string& path, int index);

}  // namespace lab::spec
