#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>

namespace base {

/// Where the kernel tells what a process may use; tests have folders of their own.
struct KernelFiles {
  std::filesystem::path proc = "/proc", cgroup = "/sys/fs/cgroup";
};

/// Cores this process may use, at least 1: those of its affinity mask, but no more than the quota
/// of its control groups (versions 1 and 2; a container's --cpus), rounded up.
int available_cores(const KernelFiles& kernel = {});

/// Bytes that this process may still take: what the machine has available, but no more than its
/// control groups leave, and no more than the environment's LAB_MEMORY (MB) allows. Memory that
/// holds copies of files counts as free. Nothing if nobody says. Throws base::Error if LAB_MEMORY
/// is no number.
std::optional<std::int64_t> available_memory(const KernelFiles& kernel = {});

}  // namespace base
