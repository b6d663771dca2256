#pragma once
#include <cstdint>

#include "model/layers/config.h"

namespace model::training {

/// What goes through a model at once: no more than this of each.
struct ChunkSize {
  arithmetic::Index rows = 0;     ///< N
  arithmetic::Index targets = 0;  ///< M
  arithmetic::Index longest = 0;  ///< tokens of a text
};

/// Bytes that a Learner of so many lanes and its state hold however short the texts are: weights,
/// moments, gradients, panels. Throws base::Error naming the field if the config is impossible.
std::int64_t bytes_of_weights(const layers::TransformerConfig& config, int lanes,
                              bool keep_average);

/// Bytes that one lane takes for activations and on the way back, or for a forward pass that
/// scores. Estimates from the shapes alone, for what is to be refused before it is begun.
std::int64_t bytes_to_train(const layers::TransformerConfig& config, const ChunkSize& chunk);
std::int64_t bytes_to_score(const layers::TransformerConfig& config, const ChunkSize& chunk);

/// Bytes of a forward pass over a text of so many tokens with every activation and every attention
/// weight kept, and logits after each token: what probes read.
std::int64_t bytes_to_probe(const layers::TransformerConfig& config, arithmetic::Index longest);

/// Bytes that one thread takes to continue so many texts side by side up to `longest` tokens.
std::int64_t bytes_to_decode(const layers::TransformerConfig& config, arithmetic::Index texts,
                             arithmetic::Index longest);

}  // namespace model::training
