#pragma once
#include <catch2/catch.hpp>
#include <vector>

#include "model/arithmetic/choose_arithmetic.h"
#include "model/arithmetic/reference.h"

namespace model::arithmetic {

/// The vector tables this CPU can run.
inline std::vector<const Arithmetic<float>*> vector_tables() {
  std::vector<const Arithmetic<float>*> tables = runnable_arithmetics();
  tables.pop_back();
  if (tables.size() < 4) WARN("this CPU lacks AVX2, AVX-512, BF16 or AMX: not all are tested");
  return tables;
}

/// The same and Eigen's.
inline std::vector<const Arithmetic<float>*> all_tables() {
  std::vector<const Arithmetic<float>*> tables = vector_tables();
  tables.push_back(&reference_arithmetic<float>());
  return tables;
}

}  // namespace model::arithmetic
