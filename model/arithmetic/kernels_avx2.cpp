#include "model/arithmetic/pairs_avx2.h"
// The lanes come first: the kernels are written in terms of them.
#include "model/arithmetic/kernels_table.h"

namespace model::arithmetic {

const Arithmetic<float> avx2_arithmetic = vector_arithmetic("avx2");

}  // namespace model::arithmetic
