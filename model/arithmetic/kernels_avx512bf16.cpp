#include "model/arithmetic/pairs_avx512bf16.h"
// The lanes come first: the kernels are written in terms of them.
#include "model/arithmetic/kernels_table.h"

namespace model::arithmetic {

const Arithmetic<float> avx512bf16_arithmetic = vector_arithmetic("avx512bf16");

}  // namespace model::arithmetic
