#include "lab/probe/discriminant.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace lab::probe {
namespace {

constexpr double ridge = 1e-3;   // of the mean variance of a column
constexpr double least = 1e-12;  // for states that are all the same

std::vector<int> classes_in(std::span<const int> labels) {
  std::vector<int> classes(labels.begin(), labels.end());
  std::ranges::sort(classes);
  classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
  return classes;
}

}  // namespace

Discriminant::Discriminant(const Matrix& states, std::span<const int> labels)
    : classes_(classes_in(labels)) {
  base::promise(states.rows() > 0 && std::ssize(labels) == states.rows(), "a label for each row");
  const Eigen::Index C = states.cols(), K = std::ssize(classes_);
  const auto samples = static_cast<double>(states.rows());
  Eigen::MatrixXd x = states.cast<double>();
  const Eigen::RowVectorXd middle = x.colwise().mean();
  x.rowwise() -= middle;
  Eigen::MatrixXd means = Eigen::MatrixXd::Zero(K, C);
  Eigen::RowVectorXd counts = Eigen::RowVectorXd::Zero(K);
  for (Eigen::Index i = 0; i < x.rows(); ++i) {
    const Eigen::Index k =
        std::ranges::lower_bound(classes_, labels[static_cast<std::size_t>(i)]) - classes_.begin();
    means.row(k) += x.row(i);
    counts(k) += 1;
  }
  for (Eigen::Index k = 0; k < K; ++k) means.row(k) /= counts(k);
  Eigen::MatrixXd covariance = x.transpose() * x;
  const double variance = covariance.trace() / samples / static_cast<double>(C);
  covariance -= means.transpose() * counts.asDiagonal() * means;
  covariance /= samples;
  covariance.diagonal().array() += ridge * variance + least;
  weights_ = covariance.ldlt().solve(means.transpose());
  bias_ = -0.5 * (means.transpose().array() * weights_.array()).colwise().sum();
  bias_ += (counts / samples).array().log().matrix();
  bias_ -= middle * weights_;
}

std::vector<int> Discriminant::labels_of(const Matrix& states) const {
  Eigen::MatrixXd scores = states.cast<double>() * weights_;
  scores.rowwise() += bias_;
  std::vector<int> labels;
  for (Eigen::Index i = 0; i < scores.rows(); ++i) {
    Eigen::Index best = 0;
    scores.row(i).maxCoeff(&best);
    labels.push_back(classes_[static_cast<std::size_t>(best)]);
  }
  return labels;
}

}  // namespace lab::probe
