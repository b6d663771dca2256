#include "model/choose_arithmetic.h"

#include <cstdlib>
#include <string>

#include "base/error.h"

namespace model {
namespace {

#if defined(__x86_64__)
bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}
bool has_bf16() { return has_avx512() && __builtin_cpu_supports("avx512bf16"); }
bool has_avx2() { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
const Arithmetic<float>& widest_with_bf16() { return avx512bf16_arithmetic; }
const Arithmetic<float>& widest() { return avx512_arithmetic; }
const Arithmetic<float>& wide() { return avx2_arithmetic; }
#else
bool has_avx512() { return false; }
bool has_bf16() { return false; }
bool has_avx2() { return false; }
const Arithmetic<float>& widest_with_bf16() { return reference_arithmetic<float>(); }
const Arithmetic<float>& widest() { return reference_arithmetic<float>(); }
const Arithmetic<float>& wide() { return reference_arithmetic<float>(); }
#endif

}  // namespace

const Arithmetic<float>& choose_arithmetic() {
  const char* forced = std::getenv("LAB_ISA");
  const std::string isa = forced ? forced : "";
  base::require(
      isa.empty() || isa == "avx512bf16" || isa == "avx512" || isa == "avx2" || isa == "eigen",
      "LAB_ISA: must be avx512bf16, avx512, avx2 or eigen, got ", isa);
  base::require(isa != "avx512bf16" || has_bf16(), "LAB_ISA: this CPU has no AVX-512 BF16");
  base::require(isa != "avx512" || has_avx512(), "LAB_ISA: this CPU has no AVX-512");
  base::require(isa != "avx2" || has_avx2(), "LAB_ISA: this CPU has no AVX2");
  if (isa == "avx512bf16" || (isa.empty() && has_bf16())) return widest_with_bf16();
  if (isa == "avx512" || (isa.empty() && has_avx512())) return widest();
  if (isa == "avx2" || (isa.empty() && has_avx2())) return wide();
  return reference_arithmetic<float>();
}

}  // namespace model
