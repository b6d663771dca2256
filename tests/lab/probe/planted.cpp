#include "tests/lab/probe/planted.h"

#include <cmath>

#include "model/arithmetic/reference.h"

namespace tests {

using model::arithmetic::Index;

namespace {

constexpr Index width = 32, heads = 4, head_width = 8, planted_head = 2, planted_block = 1;
constexpr Index equals = planted_values, end = planted_values + 1, vocabulary = planted_values + 3;
constexpr Index said = vocabulary;  // the stream's columns where the answer is put

/// What the norm makes of a stream that is one in one column and zero elsewhere: scale * (one-hot -
/// 1 / C). A weight and a bias that undo it: y = row of `wanted` that belongs to the column.
struct OneHot {
  double mean = 1.0 / width;
  double scale = 1 / std::sqrt(mean - mean * mean + 1e-5);

  void set(double wanted, float* weight, float* bias) const {
    *weight = static_cast<float>(wanted / scale);
    *bias += static_cast<float>(wanted * mean);
  }
};

/// How much more than "=" a row with token `own` looks at `key`, in nats.
double wish(Index own, Index key) {
  constexpr double step = 15, never = -60;
  if (key == equals) return 0;
  const bool larger = own == equals || key > own;
  return larger && own <= equals ? step * double(planted_values - key) : never;
}

}  // namespace

Planted::Planted(const model::layers::TransformerConfig& config)
    : transformer(config, model::arithmetic::reference_arithmetic<float>()),
      weights(static_cast<std::size_t>(transformer.parameters().layout.size())) {
  for (const model::layers::Tensor& tensor : transformer.parameters().layout.tensors()) {
    if (tensor.role != model::layers::Role::gain) continue;
    std::fill_n(at(tensor.slot, 0), tensor.slot.size(), 1.0f);
  }
}

float* Planted::at(const model::layers::Slot& slot, Index row) {
  return weights.data() + slot.offset + row * slot.cols;
}

const model::transformer::Transformer<float>& Planted::model() {
  transformer.load(weights, 1);
  return transformer;
}

model::layers::TransformerConfig planted_sorting_config() {
  return {.vocabulary = vocabulary,
          .width = width,
          .heads = heads,
          .hidden = 8,
          .blocks = 2,
          .tied_embeddings = false};
}

void plant_sorting(Planted& planted) {
  const model::layers::Parameters& p = planted.transformer.parameters();
  const model::layers::BlockSlots& block = planted.block(planted_block);
  const OneHot one_hot;
  const Index first = planted_head * head_width;
  for (Index token = 0; token < vocabulary; ++token) {
    planted.at(p.embedding, token)[token] = 1;
    planted.at(p.head, token)[said + token] = 10;
    for (Index key = 0; key <= equals; ++key) {
      one_hot.set(wish(token, key) * std::sqrt(double(head_width)),
                  planted.at(block.query.weight, token) + first + key,
                  planted.at(block.query.bias, 0) + first + key);
    }
  }
  for (Index key = 0; key <= equals; ++key) {
    for (const Index part : {Index(0), width}) {  // keys, values
      one_hot.set(1, planted.at(block.key_value.weight, key) + part + first + key,
                  planted.at(block.key_value.bias, 0) + part + first + key);
    }
    planted.at(block.mix.weight, first + key)[said + (key == equals ? end : key)] = 4;
  }
}

}  // namespace tests
