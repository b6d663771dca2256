#pragma once
#include <catch2/catch.hpp>
#include <vector>

#include "model/arithmetic.h"

namespace model {

/// The vector tables this CPU can run.
inline std::vector<const Arithmetic<float>*> vector_tables() {
  std::vector<const Arithmetic<float>*> tables;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    tables.push_back(&avx2_arithmetic);
  }
  if (__builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")) {
    tables.push_back(&avx512_arithmetic);
    if (__builtin_cpu_supports("avx512bf16")) tables.push_back(&avx512bf16_arithmetic);
  }
#endif
  if (tables.size() < 3) WARN("this CPU lacks AVX2, AVX-512 or BF16: not all kernels are tested");
  return tables;
}

/// The same and Eigen's.
inline std::vector<const Arithmetic<float>*> all_tables() {
  std::vector<const Arithmetic<float>*> tables = vector_tables();
  tables.push_back(&reference_arithmetic<float>());
  return tables;
}

}  // namespace model
