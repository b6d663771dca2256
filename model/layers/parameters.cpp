#include "model/layers/parameters.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "base/error.h"
#include "base/random.h"

namespace model::layers {
namespace {

void validate(const TransformerConfig& c) {
  base::require(c.vocabulary > 0, "model.vocabulary: must be > 0, got ", c.vocabulary);
  base::require(c.max_positions > 0, "model.max_positions: must be > 0, got ", c.max_positions);
  base::require(c.heads > 0 && c.width > 0 && c.width % c.heads == 0,
                "model.heads: must divide model.width, got ", c.heads, " and ", c.width);
  base::require(!turns_queries(c.positions) || c.width / c.heads % 2 == 0,
                "model.heads: rotary positions need an even head width, got ", c.width / c.heads);
  base::require(c.hidden > 0, "model.hidden: must be > 0, got ", c.hidden);
  base::require(c.blocks > 0, "model.blocks: must be > 0, got ", c.blocks);
  base::require(c.loops > 0, "model.loops: must be > 0, got ", c.loops);
  base::require(c.initial_scale > 0 && std::isfinite(c.initial_scale),
                "model.initial_scale: must be > 0, got ", c.initial_scale);
}

/// Adds tensors under a prefix, with deviations of initial_scale / sqrt(fan-in).
struct Builder {
  const TransformerConfig& config;
  Parameters& out;

  NormSlots norm(const std::string& name) {
    return {out.layout.add(name + ".gain", 1, config.width, Role::gain),
            out.layout.add(name + ".bias", 1, config.width, Role::bias)};
  }

  LinearSlots linear(const std::string& name, arithmetic::Index in, arithmetic::Index outputs,
                     double scale) {
    LinearSlots slots;
    slots.weight = out.layout.add(name + ".weight", in, outputs, Role::matrix,
                                  config.initial_scale * scale / std::sqrt(double(in)));
    slots.bias = out.layout.add(name + ".bias", 1, outputs, Role::bias);
    slots.panels = out.packed.size();
    out.packed.push_back(slots.weight);
    return slots;
  }

  // The two projections onto the residual stream start 1 / sqrt(2L) smaller (Radford et al. 2019).
  BlockSlots block(const std::string& name) {
    const arithmetic::Index C = config.width;
    const double onto_stream = 1 / std::sqrt(2.0 * double(config.layers()));
    BlockSlots b;
    b.norm1 = norm(name + ".norm1");
    b.query = linear(name + ".query", C, C, 1);
    b.key_value = linear(name + ".key_value", C, 2 * C, 1);
    b.mix = linear(name + ".mix", C, C, onto_stream);
    b.norm2 = norm(name + ".norm2");
    b.expand = linear(name + ".expand", C, config.hidden, 1);
    b.contract = linear(name + ".contract", config.hidden, C, onto_stream);
    if (has_tau(config.logit_scale)) {
      b.tau = out.layout.add(name + ".tau", 1, 1, Role::tau);
    }
    return b;
  }
};

}  // namespace

Parameters parameters_of(const TransformerConfig& config) {
  validate(config);
  Parameters p;
  Builder build{config, p};
  const double deviation = config.initial_scale / std::sqrt(double(config.width));
  p.embedding =
      p.layout.add("embedding", config.vocabulary, config.width, Role::embedding, deviation);
  if (has_position_table(config.positions)) {
    p.positions =
        p.layout.add("positions", config.max_positions, config.width, Role::embedding, deviation);
  }
  for (arithmetic::Index l = 0; l < config.blocks; ++l) {
    p.blocks.push_back(build.block("block." + std::to_string(l)));
  }
  p.final_norm = build.norm("final_norm");
  p.head = config.tied_embeddings
               ? p.embedding
               : p.layout.add("head", config.vocabulary, config.width, Role::matrix, deviation);
  p.head_panels = p.packed.size();
  p.packed.push_back(p.head);
  return p;
}

template <typename Real>
Flat<Real> initial_weights(const TransformerConfig& config, const Layout& layout,
                           std::uint64_t seed) {
  Flat<Real> weights(static_cast<std::size_t>(layout.size()), Real(0));
  for (const Tensor& tensor : layout.tensors()) {
    const auto numbers = std::span(weights).subspan(static_cast<std::size_t>(tensor.slot.offset),
                                                    static_cast<std::size_t>(tensor.slot.size()));
    base::Random random(seed, tensor.name);
    switch (tensor.role) {
      case Role::matrix:
      case Role::embedding:
        for (Real& w : numbers) w = Real(tensor.deviation * random.normal());
        break;
      case Role::gain:
        std::ranges::fill(numbers, Real(1));
        break;
      case Role::bias:
        std::ranges::fill(numbers, Real(0));
        break;
      case Role::tau:
        std::ranges::fill(numbers, Real(config.tau_start));
        break;
    }
  }
  return weights;
}

template Flat<float> initial_weights(const TransformerConfig&, const Layout&, std::uint64_t);
template Flat<double> initial_weights(const TransformerConfig&, const Layout&, std::uint64_t);

}  // namespace model::layers
