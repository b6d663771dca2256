#pragma once
#include "model/arithmetic.h"

namespace model {

/// The fastest table this CPU can run: AVX-512 with BF16, AVX-512, AVX2, else Eigen. The
/// environment variable LAB_ISA (avx512bf16, avx512, avx2, eigen) forces one; throws base::Error if
/// the CPU cannot run it or the name is unknown.
const Arithmetic<float>& choose_arithmetic();

}  // namespace model
