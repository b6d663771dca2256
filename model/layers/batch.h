#pragma once
#include <span>
#include <vector>

#include "model/layers/config.h"

namespace model::layers {

/// What a model sees of the world: B sequences of any lengths, one after the other, no padding.
/// Sequence b is rows starts[b] .. starts[b+1] - 1 of N rows. Scored are only the M target rows.
struct Batch {
  std::vector<arithmetic::Index> starts{0};    ///< B + 1 row numbers, rising from 0 to N
  std::vector<int> tokens;                     ///< N ids in [0, V)
  std::vector<int> positions;                  ///< N position ids in [0, max_positions)
  std::vector<arithmetic::Index> target_rows;  ///< M rows, rising
  std::vector<int> targets;    ///< M ids in [0, V): the token that should follow the row
  std::vector<float> weights;  ///< M weights > 0 of the loss

  arithmetic::Index sequences() const { return std::ssize(starts) - 1; }
  arithmetic::Index rows() const { return std::ssize(tokens); }
  arithmetic::Index scored() const { return std::ssize(target_rows); }
};

/// Sums, never means: sums of parts add up to the sum of the whole.
struct LossSum {
  double nats = 0;     ///< sum of weight * -log p(target)
  double weight = 0;   ///< sum of weights
  double correct = 0;  ///< sum of weights of rows whose largest logit is the target's

  LossSum& operator+=(const LossSum& other) {
    nats += other.nats;
    weight += other.weight;
    correct += other.correct;
    return *this;
  }
};

/// What the model says at one target row.
struct Prediction {
  int token = 0;   ///< arg-max of the logits; the lowest id on a tie
  float nats = 0;  ///< -log p(target)
};

}  // namespace model::layers
