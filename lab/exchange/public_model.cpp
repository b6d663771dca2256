#include "lab/exchange/public_model.h"

namespace lab::exchange {

using model::arithmetic::Index;
using model::layers::LinearSlots;

nlohmann::ordered_json common_config(const OwnModel& own, const char* model_type,
                                     const char* architecture) {
  return {{"architectures", {architecture}},
          {"model_type", model_type},
          {"vocab_size", own.config.vocabulary},
          {"bos_token_id", own.end},  // the defaults are beyond a small vocabulary
          {"eos_token_id", own.end},
          {"pad_token_id", own.end},
          {"torch_dtype", "float32"}};
}

FusedHeads fused_heads(const NamedTensors& tensors, const model::layers::BlockSlots& block,
                       Index heads, Index head_width, float query_scale) {
  const Index width = block.query.weight.rows, own_head_width = width / heads;
  Dense weight(3 * heads * head_width, heads * head_width);
  model::layers::Flat<float> bias(static_cast<std::size_t>(weight.rows), 0.0F);
  const auto copy = [&](const LinearSlots& from, Index column, Index row, float scale) {
    bias[static_cast<std::size_t>(row)] = scale * tensors.at(from.bias, 0, column);
    for (Index i = 0; i < width; ++i)
      weight.at(row, i) = scale * tensors.at(from.weight, i, column);
  };
  for (Index h = 0; h < heads; ++h) {
    for (Index d = 0; d < own_head_width; ++d) {
      const Index column = h * own_head_width + d, row = 3 * h * head_width + d;
      copy(block.query, column, row, query_scale);
      copy(block.key_value, column, row + head_width, 1);
      copy(block.key_value, width + column, row + 2 * head_width, 1);
    }
  }
  return {std::move(weight), std::move(bias)};
}

}  // namespace lab::exchange
