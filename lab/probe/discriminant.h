#pragma once
#include <Eigen/Core>
#include <span>
#include <vector>

namespace lab::probe {

/// A linear classifier by regularized discriminant analysis: classes are Gaussians with one common
/// covariance, to which a ridge is added (Friedman 1989, with one pooled covariance). In closed
/// form, and unlike regression on class indicators it can tell classes that lie on a line.
class Discriminant {
 public:
  using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

  /// states: S x C, one label for each row. Promise: S > 0.
  Discriminant(const Matrix& states, std::span<const int> labels);

  /// The likeliest label of each row.
  std::vector<int> labels_of(const Matrix& states) const;

 private:
  std::vector<int> classes_;  ///< K, rising
  Eigen::MatrixXd weights_;   ///< C x K
  Eigen::RowVectorXd bias_;   ///< K
};

}  // namespace lab::probe
