#include "base/machine.h"

#include <sched.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <string>

#include "base/file.h"
#include "base/scratch_folder.h"

namespace {

/// A kernel that says just this: files below "proc" and "cgroup".
class Kernel {
 public:
  explicit Kernel(const std::map<std::string, std::string>& files) {
    for (const auto& [file, text] : files) {
      std::filesystem::create_directories((scratch_.path() / file).parent_path());
      base::write_file(scratch_.path() / file, text);
    }
  }
  base::KernelFiles files() const { return {scratch_.path() / "proc", scratch_.path() / "cgroup"}; }

 private:
  base::ScratchFolder scratch_;
};

int cores_of(const std::map<std::string, std::string>& files) {
  return base::available_cores(Kernel(files).files());
}

std::optional<std::int64_t> memory_of(const std::map<std::string, std::string>& files) {
  return base::available_memory(Kernel(files).files());
}

const std::string meminfo = "MemTotal:       1000 kB\nMemFree:  1 kB\nMemAvailable:    800 kB\n";

TEST_CASE("the cores that may be used are those of the affinity mask") {
  const base::KernelFiles nothing{"/nowhere", "/nowhere"};  // a container may have a quota
  cpu_set_t before;
  REQUIRE(::sched_getaffinity(0, sizeof(before), &before) == 0);
  CHECK(base::available_cores(nothing) == CPU_COUNT(&before));
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(static_cast<std::size_t>(::sched_getcpu()), &one);
  REQUIRE(::sched_setaffinity(0, sizeof(one), &one) == 0);
  CHECK(base::available_cores(nothing) == 1);
  REQUIRE(::sched_setaffinity(0, sizeof(before), &before) == 0);
}

TEST_CASE("a quota of a control group counts as its cores") {
  const int all = cores_of({});
  CHECK(cores_of({{"proc/self/cgroup", "0::/a/b\n"}, {"cgroup/a/b/cpu.max", "50000 100000\n"}}) ==
        1);
  CHECK(cores_of({{"proc/self/cgroup", "0::/a/b\n"},
                  {"cgroup/a/cpu.max", "100000 100000\n"},
                  {"cgroup/a/b/cpu.max", "max 100000\n"}}) == 1);
  CHECK(cores_of({{"proc/self/cgroup", "0::/a\n"}, {"cgroup/a/cpu.max", "max 100000\n"}}) == all);
  CHECK(cores_of({{"proc/self/cgroup", "0::/a\n"}, {"cgroup/a/cpu.max", "9900000 100000\n"}}) ==
        std::min(all, 99));
  CHECK(cores_of({{"proc/self/cgroup", "0::/\n"}, {"cgroup/cpu.max", "nonsense"}}) == all);
  const std::string first = "4:cpu,cpuacct:/docker/x\n3:memory:/docker/x\n0::/\n";
  CHECK(cores_of({{"proc/self/cgroup", first},
                  {"cgroup/cpu,cpuacct/cpu.cfs_quota_us", "100000\n"},  // the container's own mount
                  {"cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n"}}) == 1);
  CHECK(cores_of({{"proc/self/cgroup", first},
                  {"cgroup/cpu,cpuacct/docker/x/cpu.cfs_quota_us", "-1\n"},
                  {"cgroup/cpu,cpuacct/docker/x/cpu.cfs_period_us", "100000\n"}}) == all);
}

TEST_CASE("memory is what the machine has available and the control groups leave") {
  CHECK(memory_of({}) == std::nullopt);
  CHECK(memory_of({{"proc/meminfo", meminfo}}) == 800 * 1024);
  CHECK(memory_of({{"proc/meminfo", meminfo},
                   {"proc/self/cgroup", "0::/a\n"},
                   {"cgroup/a/memory.max", "max\n"},
                   {"cgroup/a/memory.current", "5\n"}}) == 800 * 1024);
  CHECK(memory_of({{"proc/meminfo", meminfo},
                   {"proc/self/cgroup", "0::/a\n"},
                   {"cgroup/a/memory.max", "5000\n"},
                   {"cgroup/a/memory.current", "3000\n"},
                   {"cgroup/a/memory.stat", "anon 2000\ninactive_file 1000\n"}}) == 3000);
  CHECK(memory_of({{"proc/self/cgroup", "3:memory:/x\n"},
                   {"cgroup/memory/x/memory.limit_in_bytes", "100\n"},
                   {"cgroup/memory/x/memory.usage_in_bytes", "200\n"}}) == 0);
  CHECK(base::available_memory().value_or(1) > 0);
}

TEST_CASE("LAB_MEMORY is the most that counts as free") {
  const auto with = [](const char* value) {
    ::setenv("LAB_MEMORY", value, 1);
    const auto memory = memory_of({{"proc/meminfo", meminfo}});
    ::unsetenv("LAB_MEMORY");
    return memory;
  };
  CHECK(with("") == 800 * 1024);
  CHECK(with("0") == 0);
  CHECK(with("1000") == 800 * 1024);
  for (const char* wrong : {"4G", "-1", "much"}) {
    CHECK_THROWS_WITH(with(wrong), Catch::Contains("LAB_MEMORY: wanted a whole number of MB"));
    ::unsetenv("LAB_MEMORY");
  }
}

}  // namespace
