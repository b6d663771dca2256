#pragma once
#include <array>
#include <string_view>

#include "model/arithmetic/arithmetic.h"
#include "model/layers/enumerators.h"
#include "model/layers/logit_scale.h"
#include "model/layers/positions.h"

namespace model::layers {

/// What the operands of the linear layers and the head are rounded to. Sums are float32 either way,
/// as are weights, activations, attention and the optimizer.
enum class ProductPrecision {
  float32,       ///< nothing
  bfloat16,      ///< weights, activations and gradients, as they enter a product
  bfloat16_amx,  ///< the same, summed in the order of Intel's AMX
};
/// In order; specs write them in capitals.
constexpr auto names_of(ProductPrecision) {
  return std::to_array<std::string_view>({"float32", "bfloat16", "bfloat16_amx"});
}

inline constexpr auto all_product_precisions =
    enumerators<ProductPrecision>([](ProductPrecision precision) {
      switch (precision) {
        case ProductPrecision::float32:
        case ProductPrecision::bfloat16:
        case ProductPrecision::bfloat16_amx:
          return true;
      }
      return false;
    });
static_assert(names_of(ProductPrecision{}).size() == all_product_precisions.size());

/// Everything that shapes a transformer. Plain numbers; validated by Transformer's constructor.
struct TransformerConfig {
  arithmetic::Index vocabulary = 0;          ///< V
  arithmetic::Index max_positions = 512;     ///< position ids are below this
  arithmetic::Index width = 64;              ///< C
  arithmetic::Index heads = 4;               ///< H; divides C
  arithmetic::Index hidden = 256;            ///< F
  arithmetic::Index blocks = 2;              ///< those with weights of their own
  arithmetic::Index loops = 1;               ///< times that a row goes through all of them
  Positions positions = Positions::none;     ///< how a row learns where it stands
  LogitScale logit_scale = LogitScale::one;  ///< what attention logits are multiplied by
  double tau_start = 0.5;                    ///< first value of tau (learned_log_n)
  bool tied_embeddings = true;               ///< the head is the token embedding, transposed
  double initial_scale = 0.64;               ///< weights ~ N(0, (initial_scale / sqrt(fan-in))^2)
  ProductPrecision products =
      ProductPrecision::float32;  ///< what operands of products are rounded to

  /// L: blocks a row goes through, layer l being block l % blocks. (Looped or Universal
  /// transformer: Dehghani et al. 2019, 1807.03819, without its position and time signals.)
  arithmetic::Index layers() const { return blocks * loops; }
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

}  // namespace model::layers
