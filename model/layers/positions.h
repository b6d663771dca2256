#pragma once
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "model/arithmetic/arithmetic.h"
#include "model/layers/enumerators.h"

namespace model::layers {

/// How a row learns where it stands. Position ids are an input of the batch (see batch.h).
enum class Positions {
  none,        ///< no positions: order only through the causal mask (NoPE)
  learned,     ///< a trained row for each id (APE)
  sinusoidal,  ///< fixed sines and cosines (Vaswani et al. 2017, section 3.5)
  rotary,      ///< queries and keys turned by their id (Su et al. 2021, 2104.09864)
  alibi,       ///< a penalty linear in the distance of ids, a slope a head (2108.12409, section 3)
};

/// In order; specs write them in capitals.
constexpr auto names_of(Positions) {
  return std::to_array<std::string_view>({"none", "learned", "sinusoidal", "rotary", "alibi"});
}
inline constexpr auto all_positions = enumerators<Positions>([](Positions positions) {
  switch (positions) {
    case Positions::none:
    case Positions::learned:
    case Positions::sinusoidal:
    case Positions::rotary:
    case Positions::alibi:
      return true;
  }
  return false;
});
static_assert(names_of(Positions{}).size() == all_positions.size());

/// Whether tokens get a trained row for their id: then ids end at max_positions.
bool has_position_table(Positions positions);

/// Whether queries and keys are turned by their id: see rotate().
bool turns_queries(Positions positions);

/// What the logits of each of H heads lose for each unit of distance between ids; empty: nothing.
template <typename Real>
std::vector<Real> distance_penalties(Positions positions, arithmetic::Index heads);

/// x (rows of C) += sines and cosines of the rows' ids: feature 2i of id p is sin(p /
/// 10000^(2i/C)), feature 2i+1 the cosine. (Vaswani et al. 2017, section 3.5.)
template <typename Real>
void add_sinusoids(std::span<const int> ids, arithmetic::View<Real> x);

enum class Turn { forth, back };

/// Turns each pair (i, i + D/2) of each head of x by id / 10000^(2i/D); `back` undoes it, which is
/// also its backward pass. (Su et al. 2021, 2104.09864, section 3.2.2.) D must be even.
template <typename Real>
void rotate(std::span<const int> ids, arithmetic::Index heads, Turn turn, arithmetic::View<Real> x);

}  // namespace model::layers
