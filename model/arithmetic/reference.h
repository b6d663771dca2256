#pragma once
#include "model/arithmetic/arithmetic.h"

namespace model::arithmetic {

/// Eigen: correct anywhere, and what the others are tested against. For float and double.
template <typename Real>
const Arithmetic<Real>& reference_arithmetic();

}  // namespace model::arithmetic
