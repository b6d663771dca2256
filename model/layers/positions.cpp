#include "model/layers/positions.h"

#include <cmath>

namespace model::layers {
namespace {

/// 2^(-8/H), 2^(-16/H), ... (Press et al. 2022, 2108.12409, section 3.)
template <typename Real>
std::vector<Real> alibi_slopes(arithmetic::Index heads) {
  std::vector<Real> slopes;
  for (arithmetic::Index h = 1; h <= heads; ++h) {
    slopes.push_back(Real(std::pow(2.0, -8.0 * double(h) / double(heads))));
  }
  return slopes;
}

double frequency(arithmetic::Index i, arithmetic::Index width) {
  return std::pow(10000.0, -2.0 * double(i) / double(width));
}

}  // namespace

bool has_position_table(Positions positions) {
  switch (positions) {
    case Positions::none:
    case Positions::sinusoidal:
    case Positions::rotary:
    case Positions::alibi:
      return false;
    case Positions::learned:
      return true;
  }
  return false;
}

bool turns_queries(Positions positions) {
  switch (positions) {
    case Positions::none:
    case Positions::learned:
    case Positions::sinusoidal:
    case Positions::alibi:
      return false;
    case Positions::rotary:
      return true;
  }
  return false;
}

template <typename Real>
void add_sinusoids(std::span<const int> ids, arithmetic::View<Real> x) {
  for (arithmetic::Index i = 0; 2 * i < x.cols; ++i) {
    const double f = frequency(i, x.cols);
    for (arithmetic::Index n = 0; n < x.rows; ++n) {
      const double angle = ids[static_cast<std::size_t>(n)] * f;
      x.row(n)[2 * i] += Real(std::sin(angle));
      if (2 * i + 1 < x.cols) x.row(n)[2 * i + 1] += Real(std::cos(angle));
    }
  }
}

template <typename Real>
void rotate(std::span<const int> ids, arithmetic::Index heads, Turn turn,
            arithmetic::View<Real> x) {
  const arithmetic::Index width = x.cols / heads, half = width / 2;
  for (arithmetic::Index i = 0; i < half; ++i) {
    const double f = frequency(i, width);
    for (arithmetic::Index n = 0; n < x.rows; ++n) {
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
std::vector<Real> distance_penalties(Positions positions, arithmetic::Index heads) {
  switch (positions) {
    case Positions::none:
    case Positions::learned:
    case Positions::sinusoidal:
    case Positions::rotary:
      break;
    case Positions::alibi:
      return alibi_slopes<Real>(heads);
  }
  return {};
}

template void add_sinusoids(std::span<const int>, arithmetic::View<float>);
template void add_sinusoids(std::span<const int>, arithmetic::View<double>);
template void rotate(std::span<const int>, arithmetic::Index, Turn, arithmetic::View<float>);
template void rotate(std::span<const int>, arithmetic::Index, Turn, arithmetic::View<double>);
template std::vector<float> distance_penalties(Positions, arithmetic::Index);
template std::vector<double> distance_penalties(Positions, arithmetic::Index);

}  // namespace model::layers
