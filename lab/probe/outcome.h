#pragma once
#include "model/arithmetic/arithmetic.h"

namespace lab::probe {

/// What a model says of a token that may follow.
struct TokenOutcome {
  double probability = 0, reciprocal_rank = 0;
};

/// Of `token` at one row of logits (N x V). Of equal logits the smaller token is first.
TokenOutcome outcome(model::arithmetic::View<const float> logits, model::arithmetic::Index row,
                     int token);

/// An effect is divided by what there is to explain only if that is at least this.
inline constexpr double least_total = 0.5;

}  // namespace lab::probe
