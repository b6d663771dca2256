#pragma once
#include <span>
#include <vector>

#include "model/arithmetic/matrix.h"

namespace model {

/// x (rows of C) += sines and cosines of the rows' ids: feature 2i of id p is sin(p /
/// 10000^(2i/C)), feature 2i+1 the cosine. (Vaswani et al. 2017, section 3.5.)
template <typename Real>
void add_sinusoids(std::span<const int> ids, View<Real> x);

enum class Turn { forth, back };

/// Turns each pair (i, i + D/2) of each head of x by id / 10000^(2i/D); `back` undoes it, which is
/// also its backward pass. (Su et al. 2021, 2104.09864, section 3.2.2.) D must be even.
template <typename Real>
void rotate(std::span<const int> ids, Index heads, Turn turn, View<Real> x);

/// The H slopes 2^(-8/H), 2^(-16/H), ... (Press et al. 2022, 2108.12409, section 3.)
template <typename Real>
std::vector<Real> alibi_slopes(Index heads);

}  // namespace model
