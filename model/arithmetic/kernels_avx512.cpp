#include "model/arithmetic/pairs_avx512.h"
// The lanes come first: the kernels are written in terms of them.
#include "model/arithmetic/kernels_table.h"

namespace model::arithmetic {

const Arithmetic<float> avx512_arithmetic = vector_arithmetic("avx512");

}  // namespace model::arithmetic
