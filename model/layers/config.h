#pragma once
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

/// What attention logits q.k / sqrt(D) are multiplied by; n = rows a query may see (causal prefix).
enum class LogitScale {
  one,            ///< nothing
  log_n,          ///< ln n (Chiang and Cholak 2022, 2202.12172), with ln 1 taken as for n = 2
  learned_log_n,  ///< 1 + tau ln n, one trained tau a block (tempered softmax; 2310.00726)
};

/// What the operands of the linear layers and the head are rounded to. Sums are float32 either way,
/// as are weights, activations, attention and the optimizer.
enum class ProductPrecision {
  float32,       ///< nothing
  bfloat16,      ///< weights, activations and gradients, as they enter a product
  bfloat16_amx,  ///< the same, summed in the order of Intel's AMX
};

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
  ProductPrecision products = ProductPrecision::float32;  ///

  /// L: blocks a row goes through, layer l being block l % blocks. (Looped or Universal
  /// transformer: Dehghani et al. 2019, 1807.03819, without its position and time signals.)
  Index layers() const { return blocks * loops; }
};

}  // namespace model
