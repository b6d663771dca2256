#pragma once
#include <array>
#include <string_view>

#include "model/arithmetic/arithmetic.h"

namespace model {

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

/// What attention logits q.k / sqrt(D) are multiplied by; n = rows a query may see (causal prefix).
enum class LogitScale {
  one,            ///< nothing
  log_n,          ///< ln n (Chiang and Cholak 2022, 2202.12172), with ln 1 taken as for n = 2
  learned_log_n,  ///< 1 + tau ln n, one trained tau a block (tempered softmax; 2310.00726)
};
/// In order; specs write them in capitals.
constexpr auto names_of(LogitScale) {
  return std::to_array<std::string_view>({"one", "log_n", "learned_log_n"});
}

/// What the operands of the linear layers and the head are rounded to. Sums are float32 either way,
/// as are weights, activations, attention and the optimizer.
enum class Products {
  float32,       ///< nothing
  bfloat16,      ///< weights, activations and gradients, as they enter a product
  bfloat16_amx,  ///< the same, summed in the order of Intel's AMX
};
/// In order; specs write them in capitals.
constexpr auto names_of(Products) {
  return std::to_array<std::string_view>({"float32", "bfloat16", "bfloat16_amx"});
}

/// Everything that shapes a transformer. Plain numbers; validated by Transformer's constructor.
struct TransformerConfig {
  Index vocabulary = 0;                      ///< V
  Index max_positions = 512;                 ///< position ids are below this
  Index width = 64;                          ///< C
  Index heads = 4;                           ///< H; divides C
  Index hidden = 256;                        ///< F
  Index blocks = 2;                          ///< those with weights of their own
  Index loops = 1;                           ///< times that a row goes through all of them
  Positions positions = Positions::none;     ///
  LogitScale logit_scale = LogitScale::one;  ///
  double tau_start = 0.5;                    ///< first value of tau (learned_log_n)
  bool tied_embeddings = true;               ///< the head is the token embedding, transposed
  double initial_scale = 0.64;               ///< weights ~ N(0, (initial_scale / sqrt(fan-in))^2)
  Products products = Products::float32;     ///

  /// L: blocks a row goes through, layer l being block l % blocks. (Looped or Universal
  /// transformer: Dehghani et al. 2019, 1807.03819, without its position and time signals.)
  Index layers() const { return blocks * loops; }
};

/// Calls visit(name, member) for each field that a spec fills, by its name there: all but the
/// vocabulary, which the tasks decide.
template <typename Visit>
void each_field(TransformerConfig& config, const Visit& visit) {
  visit("max_positions", config.max_positions);
  visit("width", config.width);
  visit("heads", config.heads);
  visit("hidden", config.hidden);
  visit("blocks", config.blocks);
  visit("loops", config.loops);
  visit("positions", config.positions);
  visit("logit_scale", config.logit_scale);
  visit("tau_start", config.tau_start);
  visit("tied_embeddings", config.tied_embeddings);
  visit("initial_scale", config.initial_scale);
  visit("products", config.products);
}

/// AdamW (Loshchilov and Hutter 2019, 1711.05101, algorithm 2) on one flat vector.
struct AdamWConfig {
  double beta1 = 0.9;
  double beta2 = 0.98;
  double epsilon = 1e-8;
  double weight_decay = 0.01;       ///< times the learning rate, each step; matrices only
  double tau_rate_multiplier = 20;  ///< learning rate of tau relative to the rest
};

/// As of TransformerConfig: all fields.
template <typename Visit>
void each_field(AdamWConfig& config, const Visit& visit) {
  visit("beta1", config.beta1);
  visit("beta2", config.beta2);
  visit("epsilon", config.epsilon);
  visit("weight_decay", config.weight_decay);
  visit("tau_rate_multiplier", config.tau_rate_multiplier);
}

}  // namespace model
