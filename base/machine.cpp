#include "base/machine.h"

#include <sched.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/numbers.h"
#include "base/text.h"

namespace base {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const fs::path& file) {
  std::vector<std::string> lines;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The number that a text begins with; nothing of "max" and what is no number.
std::optional<std::int64_t> first_number(const std::string& text) {
  std::int64_t number = 0;
  std::istringstream in(text);
  return in >> number ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> number_in_file(const fs::path& file) {
  const std::vector<std::string> lines = lines_of(file);
  return lines.empty() ? std::nullopt : first_number(lines.front());
}

/// What stands behind `name` in a file of names and numbers: "inactive_file 4096".
std::optional<std::int64_t> named_number(const fs::path& file, const std::string& name) {
  for (const std::string& line : lines_of(file)) {
    if (line.starts_with(name)) return first_number(line.substr(name.size()));
  }
  return std::nullopt;
}

/// The folder of a control group and those of all that it is in. In a container the path may be
/// that of the machine: then what is mounted is the group itself.
std::vector<fs::path> group_and_above(const fs::path& root, const std::string& path) {
  std::vector<fs::path> folders;
  for (fs::path below = fs::path(path).relative_path(); !below.empty();
       below = below.parent_path()) {
    if (fs::is_directory(root / below)) folders.push_back(root / below);
  }
  folders.push_back(root);
  return folders;
}

/// The groups that this process is in, of a version 1 controller ("cpu") or, if it has none there,
/// of version 2.
struct Groups {
  bool first_version = false;
  std::vector<fs::path> folders;
};

Groups groups_of(const KernelFiles& kernel, const std::string& controller) {
  Groups groups;
  for (const std::string& line : lines_of(kernel.proc / "self/cgroup")) {
    const std::vector<std::string> fields = split(line, ':');  // number, controllers, path
    if (fields.size() < 3) continue;
    const std::vector<std::string> controllers = split(fields[1], ',');
    const bool named = std::ranges::find(controllers, controller) != controllers.end();
    if (named) return {true, group_and_above(kernel.cgroup / fields[1], fields[2])};
    if (fields[1].empty()) groups.folders = group_and_above(kernel.cgroup, fields[2]);
  }
  return groups;
}

/// Cores that a group may use.
std::optional<double> quota_of(const fs::path& group, bool first_version) {
  std::optional<std::int64_t> quota, period;
  if (first_version) {
    quota = number_in_file(group / "cpu.cfs_quota_us");  // -1: no limit
    period = number_in_file(group / "cpu.cfs_period_us");
  } else if (const std::vector<std::string> lines = lines_of(group / "cpu.max"); !lines.empty()) {
    const std::vector<std::string> words = split(lines.front(), ' ');
    quota = first_number(words.front());
    if (words.size() > 1) period = first_number(words[1]);
  }
  if (!quota || !period || *quota <= 0 || *period <= 0) return std::nullopt;
  return static_cast<double>(*quota) / static_cast<double>(*period);
}

/// Bytes that a group leaves: its limit less what it holds and could not give back.
std::optional<std::int64_t> left_in(const fs::path& group, bool first_version) {
  const auto limit =
      number_in_file(group / (first_version ? "memory.limit_in_bytes" : "memory.max"));
  const auto used =
      number_in_file(group / (first_version ? "memory.usage_in_bytes" : "memory.current"));
  if (!limit || !used) return std::nullopt;
  const auto files = named_number(group / "memory.stat",
                                  first_version ? "total_inactive_file " : "inactive_file ");
  return std::max<std::int64_t>(0, *limit - std::max<std::int64_t>(0, *used - files.value_or(0)));
}

/// What the environment's LAB_MEMORY allows, in MB.
std::optional<std::int64_t> allowed_memory() {
  const char* variable = std::getenv("LAB_MEMORY");
  if (variable == nullptr || *variable == '\0') return std::nullopt;
  constexpr std::int64_t most = 1'000'000'000'000, megabyte = 1'000'000;
  const auto megabytes = number_in<std::int64_t>(variable);
  require(megabytes && *megabytes >= 0 && *megabytes <= most,
          "LAB_MEMORY: wanted a whole number of MB, found `", variable, "`");
  return *megabytes * megabyte;
}

int cores_of_affinity() {
  std::vector<unsigned long> mask(16);  // 1024 cores, doubled while the kernel knows of more
  while (sched_getaffinity(0, mask.size() * sizeof(mask[0]),
                           reinterpret_cast<cpu_set_t*>(mask.data())) != 0) {
    if (errno != EINVAL || mask.size() > 4096) return 1;
    mask.assign(2 * mask.size(), 0);
  }
  int cores = 0;
  for (const unsigned long word : mask) cores += std::popcount(word);
  return std::max(cores, 1);
}

}  // namespace

int available_cores(const KernelFiles& kernel) {
  double cores = cores_of_affinity();
  const Groups groups = groups_of(kernel, "cpu");
  for (const fs::path& group : groups.folders) {
    if (const auto quota = quota_of(group, groups.first_version)) cores = std::min(cores, *quota);
  }
  return std::max(1, static_cast<int>(std::ceil(cores)));
}

std::optional<std::int64_t> available_memory(const KernelFiles& kernel) {
  constexpr std::int64_t kibibyte = 1024;
  std::optional<std::int64_t> memory = named_number(kernel.proc / "meminfo", "MemAvailable:");
  if (memory) *memory *= kibibyte;
  const Groups groups = groups_of(kernel, "memory");
  for (const fs::path& group : groups.folders) {
    const auto left = left_in(group, groups.first_version);
    if (left) memory = std::min(memory.value_or(*left), *left);
  }
  if (const auto allowed = allowed_memory()) memory = std::min(memory.value_or(*allowed), *allowed);
  return memory;
}

}  // namespace base
