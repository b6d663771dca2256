#include "lab/spec/path.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace lab::spec {
namespace {

PathStep step_in(const std::string& text, const Origin& origin) {
  const auto open = text.find('[');
  PathStep step{.name = text.substr(0, open), .index = {}};
  if (open == std::string::npos) return step;
  int index = -1;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + open + 1, end, index);
  if (error != std::errc() || index < 0 || std::string_view(rest, end) != "]") {
    fail(origin, "`" + text + "`: wanted a place in a list, as in hint[0]");
  }
  step.index = index;
  return step;
}

}  // namespace

std::vector<PathStep> path_steps(const std::string& path, const Origin& origin) {
  std::vector<PathStep> steps;
  for (std::size_t start = 0; start <= path.size();) {
    const auto dot = std::min(path.find('.', start), path.size());
    steps.push_back(step_in(path.substr(start, dot - start), origin));
    start = dot + 1;
  }
  return steps;
}

std::string field_path(const std::string& path, const std::string& name) {
  return path.empty() ? name : path + "." + name;
}

std::string item_path(const std::string& path, int index) {
  return path + "[" + std::to_string(index) + "]";
}

}  // namespace lab::spec
