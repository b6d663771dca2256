#pragma once
#include <string>
#include <vector>

#include "model/layers/layout.h"

namespace model::layers {

struct NormSlots {
  Slot gain, bias;
};

/// A weight (in x out) and its bias; `panels` is the weight's id in Packed.
struct LinearSlots {
  Slot weight, bias;
  std::size_t panels = 0;
};

/// One pre-norm block:  s += mix(attention(norm1(s)));  s += contract(gelu(expand(norm2(s)))).
struct BlockSlots {
  NormSlots norm1;
  LinearSlots query;      ///< C x C
  LinearSlots key_value;  ///< C x 2C
  LinearSlots mix;        ///< C x C
  NormSlots norm2;
  LinearSlots expand;    ///< C x F
  LinearSlots contract;  ///< F x C
  Slot tau;              ///< 1 x 1; empty unless the temperature is learned
};

/// Where all parameters of a transformer live.
struct Parameters {
  Layout layout;
  std::vector<Slot> packed;  ///< the weights that products read, in the order of their panels
  Slot embedding;            ///< V x C
  Slot positions;            ///< max_positions x C; empty unless learned
  std::vector<BlockSlots> blocks;
  NormSlots final_norm;
  Slot head;  ///< V x C: the embedding itself if tied
  std::size_t head_panels = 0;
};

/// Throws base::Error naming the field if the config is impossible.
Parameters parameters_of(const TransformerConfig& config);

/// P numbers: normal with each tensor's deviation, drawn from (seed, tensor name); gains one,
/// biases zero, tau tau_start.
template <typename Real>
Flat<Real> initial_weights(const TransformerConfig& config, const Layout& layout,
                           std::uint64_t seed);

}  // namespace model::layers
