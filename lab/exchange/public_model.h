#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "lab/exchange/named_tensors.h"
#include "model/layers/config.h"

namespace lab::exchange {

/// A model of ours, to be said in the words of another program. Borrowed.
struct OwnModel {
  const model::layers::TransformerConfig& config;
  const model::layers::Flat<float>& weights;
  int end = 0;  ///< the token that ends an answer
};

/// A model as Hugging Face's transformers reads it.
struct PublicModel {
  nlohmann::ordered_json config;  ///< config.json
  NamedTensors tensors;           ///< model.safetensors; borrows our weights
};

/// What config.json says of every architecture.
nlohmann::ordered_json common_config(const OwnModel& own, const char* model_type,
                                     const char* architecture);

/// Queries, keys and values of one layer as GPT-NeoX and BLOOM have them: (H * 3 * D') x C', each
/// head's queries, then its keys, then its values; and their biases. With zeros for what of D' and
/// C' is beyond our D and C; queries are multiplied by `query_scale`.
struct FusedHeads {
  Dense weight;
  model::layers::Flat<float> bias;
};
FusedHeads fused_heads(const NamedTensors& tensors, const model::layers::BlockSlots& block,
                       model::arithmetic::Index heads, model::arithmetic::Index head_width,
                       float query_scale);

}  // namespace lab::exchange
