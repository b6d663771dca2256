#include "lab/exchange/gpt_neox.h"

namespace lab::exchange {
namespace {

using model::arithmetic::Index;

void add_linear(const std::string& name, const model::layers::LinearSlots& linear,
                NamedTensors& tensors) {
  tensors.add_transposed(name + ".weight", linear.weight);
  tensors.add_vector(name + ".bias", linear.bias);
}

void add_block(const std::string& name, const model::layers::BlockSlots& block, Index heads,
               NamedTensors& tensors) {
  const Index width = block.query.weight.rows;
  FusedHeads fused = fused_heads(tensors, block, heads, width / heads, 1);
  tensors.add_norm(name + "input_layernorm", block.norm1);
  tensors.add_made_matrix(name + "attention.query_key_value.weight", std::move(fused.weight));
  tensors.add_made_vector(name + "attention.query_key_value.bias", std::move(fused.bias));
  add_linear(name + "attention.dense", block.mix, tensors);
  tensors.add_norm(name + "post_attention_layernorm", block.norm2);
  add_linear(name + "mlp.dense_h_to_4h", block.expand, tensors);
  add_linear(name + "mlp.dense_4h_to_h", block.contract, tensors);
}

nlohmann::ordered_json config_of(const OwnModel& own) {
  nlohmann::ordered_json config = common_config(own, "gpt_neox", "GPTNeoXForCausalLM");
  config["max_position_embeddings"] = own.config.max_positions;
  config["hidden_size"] = own.config.width;
  config["num_hidden_layers"] = own.config.layers();
  config["num_attention_heads"] = own.config.heads;
  config["intermediate_size"] = own.config.hidden;
  config["hidden_act"] = "gelu_new";
  config["layer_norm_eps"] = 1e-5;
  config["rotary_pct"] = 1.0;
  config["rotary_emb_base"] = 10000;
  config["use_parallel_residual"] = false;
  config["attention_bias"] = true;
  config["attention_dropout"] = 0.0;
  config["hidden_dropout"] = 0.0;
  config["tie_word_embeddings"] = own.config.tied_embeddings;
  return config;
}

}  // namespace

PublicModel gpt_neox(const OwnModel& own) {
  PublicModel result{config_of(own), NamedTensors(own.weights)};
  const model::layers::Parameters slots = model::layers::parameters_of(own.config);
  result.tensors.add_matrix("gpt_neox.embed_in.weight", slots.embedding);
  for (Index layer = 0; layer < own.config.layers(); ++layer) {
    add_block("gpt_neox.layers." + std::to_string(layer) + ".",
              slots.blocks[static_cast<std::size_t>(layer % own.config.blocks)], own.config.heads,
              result.tensors);
  }
  result.tensors.add_norm("gpt_neox.final_layer_norm", slots.final_norm);
  if (!own.config.tied_embeddings) result.tensors.add_matrix("embed_out.weight", slots.head);
  return result;
}

}  // namespace lab::exchange
