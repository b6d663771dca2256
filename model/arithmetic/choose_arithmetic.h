#pragma once
#include <vector>

#include "model/arithmetic/arithmetic.h"

namespace model::arithmetic {

/// The tables that this CPU and its system can run, the fastest first: "amx", "avx512bf16",
/// "avx512", "avx2", and last "eigen", which runs anywhere.
const std::vector<const Arithmetic<float>*>& runnable_arithmetics();

/// The fastest of them. The environment variable LAB_ISA forces one by its name; throws base::Error
/// if the CPU cannot run it or the name is unknown.
const Arithmetic<float>& choose_arithmetic();

}  // namespace model::arithmetic
