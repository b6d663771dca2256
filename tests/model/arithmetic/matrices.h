#pragma once
#include <bit>
#include <cmath>
#include <cstring>

#include "base/random.h"
#include "model/arithmetic/matrix.h"

namespace model::arithmetic {

/// Normal numbers with this standard deviation; other ones for another index.
inline Matrix<float> random_matrix(Index rows, Index cols, std::uint64_t index, double scale = 1) {
  base::Random random(5, "test matrix", index);
  Matrix<float> m(rows, cols);
  for (Index i = 0; i < rows; ++i) {
    for (Index j = 0; j < cols; ++j) m.row(i)[j] = static_cast<float>(scale * random.normal());
  }
  return m;
}

inline bool same_bits(const Matrix<float>& a, const Matrix<float>& b) {
  for (Index i = 0; i < a.rows(); ++i) {
    if (std::memcmp(a.row(i), b.row(i), static_cast<std::size_t>(a.cols()) * 4) != 0) return false;
  }
  return true;
}

/// Largest |a - b| / (1 + |b|).
inline double distance(const Matrix<float>& a, const Matrix<float>& b) {
  double worst = 0;
  for (Index i = 0; i < a.rows(); ++i) {
    for (Index j = 0; j < a.cols(); ++j) {
      const double x = a.row(i)[j], y = b.row(i)[j];
      if (std::isnan(x) != std::isnan(y)) return INFINITY;
      worst = std::max(worst, std::abs(x - y) / (1 + std::abs(y)));
    }
  }
  return worst;
}

inline float earlier(Pair pair) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(pair) & 0xffff0000);
}
inline float later(Pair pair) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(pair) << 16);
}

}  // namespace model::arithmetic
