#pragma once
#include <Eigen/Core>
#include <cstdlib>
#include <memory>

#include "base/error.h"
#include "model/arithmetic/arithmetic.h"

/// Shape letters, used in every comment of this folder:
///   B sequences   T positions   N rows (all tokens of a batch)   M target rows   C width   H heads
///   D = C/H head width   F hidden width   V vocabulary   L blocks   P parameters
namespace model::arithmetic {

template <typename Real>
using EigenMatrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
template <typename Real>
using EigenRow = Eigen::Matrix<Real, 1, Eigen::Dynamic>;

/// A view as an Eigen expression, for code that is read more often than it runs.
template <typename Real>
auto map(View<Real> v) {
  using Plain = EigenMatrix<std::remove_const_t<Real>>;
  using Maybe = std::conditional_t<std::is_const_v<Real>, const Plain, Plain>;
  return Eigen::Map<Maybe, 0, Eigen::OuterStride<>>(v.data, v.rows, v.cols,
                                                    Eigen::OuterStride<>(v.pitch));
}

template <typename Real>
View<const Real> constant(View<Real> v) {
  return {v.data, v.rows, v.cols, v.pitch};
}

/// Numbers in rows that start on cache lines, an odd number of lines apart, so that walking down a
/// column touches every set of the cache. Grows and never shrinks: no allocation once warm.
template <typename Real>
class Matrix {
 public:
  Matrix() = default;
  Matrix(Index rows, Index cols) { resize(rows, cols); }

  /// Contents are undefined afterwards, but finite when first allocated.
  void resize(Index rows, Index cols) {
    const Index pitch = pitch_for(cols);
    if (rows * pitch > capacity_) allocate(rows * pitch);
    view_ = {data_.get(), rows, cols, pitch};
  }

  View<Real> view() { return view_; }
  View<const Real> view() const { return constant(view_); }
  // A matrix is a view of itself wherever one is read: NOLINTNEXTLINE(google-explicit-constructor)
  operator View<Real>() { return view_; }
  // NOLINTNEXTLINE(google-explicit-constructor)
  operator View<const Real>() const { return constant(view_); }
  Real* row(Index i) { return view_.row(i); }
  const Real* row(Index i) const { return view_.row(i); }
  Index rows() const { return view_.rows; }
  Index cols() const { return view_.cols; }

  static Index pitch_for(Index cols) {
    constexpr Index line = 64 / sizeof(Real);
    return ((cols + line - 1) / line | 1) * line;
  }

 private:
  void allocate(Index count) {
    constexpr std::size_t line = 64;
    const std::size_t bytes = (static_cast<std::size_t>(count) * sizeof(Real) + line) / line * line;
    data_.reset(static_cast<Real*>(std::aligned_alloc(line, bytes)));
    base::require(data_ != nullptr, "out of memory: wanted ", bytes, " bytes for activations");
    std::fill_n(data_.get(), bytes / sizeof(Real), Real(0));
    capacity_ = count;
  }

  struct Free {
    void operator()(Real* p) const { std::free(p); }
  };
  std::unique_ptr<Real[], Free> data_;
  Index capacity_ = 0;
  View<Real> view_;
};

}  // namespace model::arithmetic
