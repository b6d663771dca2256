#include "lab/exchange/gpt2.h"

#include <numeric>

#include "base/error.h"
#include "model/layers/positions.h"

namespace lab::exchange {
namespace {

using model::arithmetic::Index;
using model::layers::Positions;

Dense sinusoids(Index rows, Index width) {
  Dense table(rows, width);
  std::vector<int> ids(static_cast<std::size_t>(rows));
  std::iota(ids.begin(), ids.end(), 0);
  model::layers::add_sinusoids<float>(ids, {table.numbers.data(), rows, width, width});
  return table;
}

void add_positions(const OwnModel& own, const model::layers::Slot& learned, NamedTensors& tensors) {
  const std::string name = "transformer.wpe.weight";
  const auto& [rows, width] = std::pair(own.config.max_positions, own.config.width);
  switch (own.config.positions) {
    case Positions::learned:
      return tensors.add_matrix(name, learned);
    case Positions::none:
      return tensors.add_made_matrix(name, Dense(rows, width));
    case Positions::sinusoidal:
      return tensors.add_made_matrix(name, sinusoids(rows, width));
    case Positions::rotary:
    case Positions::alibi:
      base::promise(false, "a GPT-2 adds its positions to the tokens");
  }
}

/// Columns of `left` and `right` side by side.
Dense side_by_side(const NamedTensors& tensors, const model::layers::Slot& left,
                   const model::layers::Slot& right) {
  Dense both(left.rows, left.cols + right.cols);
  for (Index i = 0; i < both.rows; ++i) {
    for (Index j = 0; j < both.cols; ++j) {
      both.at(i, j) = j < left.cols ? tensors.at(left, i, j) : tensors.at(right, i, j - left.cols);
    }
  }
  return both;
}

/// GPT-2's linear layers are in x out, as ours are.
void add_linear(const std::string& name, const model::layers::LinearSlots& linear,
                NamedTensors& tensors) {
  tensors.add_matrix(name + ".weight", linear.weight);
  tensors.add_vector(name + ".bias", linear.bias);
}

void add_block(const std::string& name, const model::layers::BlockSlots& block,
               NamedTensors& tensors) {
  const auto& [query, key_value] = std::pair(block.query, block.key_value);
  tensors.add_norm(name + "ln_1", block.norm1);
  tensors.add_made_matrix(name + "attn.c_attn.weight",
                          side_by_side(tensors, query.weight, key_value.weight));
  tensors.add_made_vector(name + "attn.c_attn.bias",
                          side_by_side(tensors, query.bias, key_value.bias).numbers);
  add_linear(name + "attn.c_proj", block.mix, tensors);
  tensors.add_norm(name + "ln_2", block.norm2);
  add_linear(name + "mlp.c_fc", block.expand, tensors);
  add_linear(name + "mlp.c_proj", block.contract, tensors);
}

nlohmann::ordered_json config_of(const OwnModel& own) {
  nlohmann::ordered_json config = common_config(own, "gpt2", "GPT2LMHeadModel");
  config["n_positions"] = own.config.max_positions;
  config["n_ctx"] = own.config.max_positions;  // as the first ones had it; some still read it
  config["n_embd"] = own.config.width;
  config["n_layer"] = own.config.layers();
  config["n_head"] = own.config.heads;
  config["n_inner"] = own.config.hidden;
  config["activation_function"] = "gelu_new";
  config["layer_norm_epsilon"] = 1e-5;
  config["embd_pdrop"] = 0.0;
  config["attn_pdrop"] = 0.0;
  config["resid_pdrop"] = 0.0;
  config["tie_word_embeddings"] = own.config.tied_embeddings;
  return config;
}

}  // namespace

PublicModel gpt2(const OwnModel& own) {
  PublicModel result{config_of(own), NamedTensors(own.weights)};
  const model::layers::Parameters slots = model::layers::parameters_of(own.config);
  result.tensors.add_matrix("transformer.wte.weight", slots.embedding);
  add_positions(own, slots.positions, result.tensors);
  for (Index layer = 0; layer < own.config.layers(); ++layer) {
    add_block("transformer.h." + std::to_string(layer) + ".",
              slots.blocks[static_cast<std::size_t>(layer % own.config.blocks)], result.tensors);
  }
  result.tensors.add_norm("transformer.ln_f", slots.final_norm);
  if (!own.config.tied_embeddings) result.tensors.add_matrix("lm_head.weight", slots.head);
  return result;
}

}  // namespace lab::exchange
