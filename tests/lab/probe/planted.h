#pragma once
#include "model/training/learner.h"
#include "model/transformer/transformer.h"

namespace tests {

/// A model whose numbers were set by hand, so that what it does, and where, is known.
struct Planted {
  explicit Planted(const model::layers::TransformerConfig& config);
  Planted(const Planted&) = delete;
  Planted& operator=(const Planted&) = delete;

  /// Hands the numbers to the model; again after every change.
  const model::transformer::Transformer<float>& model();

  float* at(const model::layers::Slot& slot, model::arithmetic::Index row);
  const model::layers::BlockSlots& block(std::size_t l) const {
    return transformer.parameters().blocks[l];
  }

  model::transformer::Transformer<float> transformer;
  model::layers::Flat<float> weights;  ///< zero but for the gains
};

/// Sorts lists of different values out of 1 .. 7 (vocabulary as the task sorting's). Two blocks of
/// four heads; the third head of the second block does it all: it looks from any row at the
/// smallest value that is larger than the row's own, else at "=", and says what it saw.
inline constexpr int planted_values = 7;
void plant_sorting(Planted& planted);
model::layers::TransformerConfig planted_sorting_config();

/// Answers texts "x1 x2 x3" of the tokens 0 .. 3 by f2(f1(x1, x2), x3). The first block's attention
/// brings x1 to the row of x2 (and every other row the token before it), its MLP writes the bridge
/// f1(x1, x2) there; the second block's attention brings that to the row of x3, its MLP writes the
/// answer. The bridge is never in the columns that are read out.
inline constexpr int planted_entities = 4;
int planted_bridge(int x1, int x2);
int planted_answer(int bridge, int x3);
void plant_two_hop(Planted& planted);
model::layers::TransformerConfig planted_two_hop_config();

}  // namespace tests
