#include "model/layers/positions.h"

#include <cmath>

namespace model {
namespace {

double frequency(Index i, Index width) {
  return std::pow(10000.0, -2.0 * double(i) / double(width));
}

}  // namespace

template <typename Real>
void add_sinusoids(std::span<const int> ids, View<Real> x) {
  for (Index i = 0; 2 * i < x.cols; ++i) {
    const double f = frequency(i, x.cols);
    for (Index n = 0; n < x.rows; ++n) {
      const double angle = ids[static_cast<std::size_t>(n)] * f;
      x.row(n)[2 * i] += Real(std::sin(angle));
      if (2 * i + 1 < x.cols) x.row(n)[2 * i + 1] += Real(std::cos(angle));
    }
  }
}

template <typename Real>
void rotate(std::span<const int> ids, Index heads, Turn turn, View<Real> x) {
  const Index width = x.cols / heads, half = width / 2;
  for (Index i = 0; i < half; ++i) {
    const double f = frequency(i, width);
    for (Index n = 0; n < x.rows; ++n) {
      const double angle = ids[static_cast<std::size_t>(n)] * f;
      const Real c = Real(std::cos(angle));
      const Real s = Real(turn == Turn::forth ? std::sin(angle) : -std::sin(angle));
      for (Real* head = x.row(n); head < x.row(n) + x.cols; head += width) {
        const Real a = head[i], b = head[i + half];
        head[i] = a * c - b * s;
        head[i + half] = a * s + b * c;
      }
    }
  }
}

template <typename Real>
std::vector<Real> alibi_slopes(Index heads) {
  std::vector<Real> slopes;
  for (Index h = 1; h <= heads; ++h) {
    slopes.push_back(Real(std::pow(2.0, -8.0 * double(h) / double(heads))));
  }
  return slopes;
}

template void add_sinusoids(std::span<const int>, View<float>);
template void add_sinusoids(std::span<const int>, View<double>);
template void rotate(std::span<const int>, Index, Turn, View<float>);
template void rotate(std::span<const int>, Index, Turn, View<double>);
template std::vector<float> alibi_slopes(Index);
template std::vector<double> alibi_slopes(Index);

}  // namespace model
