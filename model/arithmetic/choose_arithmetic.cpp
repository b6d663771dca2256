#include "model/arithmetic/choose_arithmetic.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

#if defined(__x86_64__)
#include <cpuid.h>
#endif
#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

#include "base/error.h"
#include "base/text.h"
#include "model/arithmetic/reference.h"

namespace model::arithmetic {
namespace {

constexpr std::array<std::string_view, 5> names{"amx", "avx512bf16", "avx512", "avx2", "eigen"};

#if defined(__x86_64__)

bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}
bool has_bf16() { return has_avx512() && __builtin_cpu_supports("avx512bf16"); }
bool has_avx2() { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }

/// The state of tiles is large: Linux wants to be asked before a process first uses them.
bool may_use_tiles() {
#if defined(__linux__)
  constexpr long request_permission = 0x1023, tile_data = 18;  // ARCH_REQ_XCOMP_PERM, XTILEDATA
  return syscall(SYS_arch_prctl, request_permission, tile_data) == 0;
#else
  return false;
#endif
}
/// Clang 16 does not know the names of these for __builtin_cpu_supports.
bool has_amx() {
  constexpr unsigned amx_bf16 = 1u << 22, amx_tile = 1u << 24;
  unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
  return has_bf16() && __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) != 0 &&
         (edx & amx_bf16) != 0 && (edx & amx_tile) != 0 && may_use_tiles();
}

std::vector<const Arithmetic<float>*> vector_arithmetics() {
  std::vector<const Arithmetic<float>*> tables;
  if (has_amx()) tables.push_back(&amx_arithmetic);
  if (has_bf16()) tables.push_back(&avx512bf16_arithmetic);
  if (has_avx512()) tables.push_back(&avx512_arithmetic);
  if (has_avx2()) tables.push_back(&avx2_arithmetic);
  return tables;
}

#else

std::vector<const Arithmetic<float>*> vector_arithmetics() { return {}; }

#endif

std::vector<const Arithmetic<float>*> all_arithmetics() {
  std::vector<const Arithmetic<float>*> tables = vector_arithmetics();
  tables.push_back(&reference_arithmetic<float>());
  return tables;
}

}  // namespace

const std::vector<const Arithmetic<float>*>& runnable_arithmetics() {
  static const std::vector<const Arithmetic<float>*> tables = all_arithmetics();
  return tables;
}

const Arithmetic<float>& choose_arithmetic() {
  const std::vector<const Arithmetic<float>*>& tables = runnable_arithmetics();
  const char* forced = std::getenv("LAB_ISA");
  if (forced == nullptr || *forced == '\0') return *tables.front();
  const std::string_view isa = forced;
  base::require(std::ranges::count(names, isa) > 0, "LAB_ISA: must be one of ", base::joined(names),
                "; got ", isa);
  const auto found = std::ranges::find(tables, isa, &Arithmetic<float>::name);
  base::require(found != tables.end(), "LAB_ISA: this CPU or its system cannot run ", isa,
                "; it runs ", base::joined(tables, [](const auto* table) { return table->name; }));
  return **found;
}

}  // namespace model::arithmetic
