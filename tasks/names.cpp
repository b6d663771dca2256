#include "tasks/names.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/names.h"

namespace tasks {

std::size_t position_named(std::string_view what, std::string_view name,
                           std::span<const std::string_view> names) {
  const auto found = std::ranges::find(names, name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const std::vector<std::string> candidates(names.begin(), names.end());
  throw base::Error(base::concat(what, ": none is named `", name, "`",
                                 base::did_you_mean_or_all(name, candidates)));
}

}  // namespace tasks
