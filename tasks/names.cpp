#include "tasks/names.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/names.h"

namespace tasks {
namespace {

std::string joined(std::span<const std::string> names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

}  // namespace

std::size_t position_named(std::string_view what, std::string_view name,
                           std::span<const std::string_view> names) {
  const auto found = std::ranges::find(names, name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const std::vector<std::string> candidates(names.begin(), names.end());
  std::string hint = base::did_you_mean(name, candidates);
  if (hint.empty()) hint = "; there are " + joined(candidates);
  throw base::Error(base::concat(what, ": none is named `", name, "`", hint));
}

}  // namespace tasks
