#pragma once
#include "lab/probe/probe.h"
#include "lab/probe/texts.h"
#include "model/transformer/transformer.h"

namespace lab::probe {

/// How much the model needs each of its parts: what the probability of the next token loses when a
/// head, a block's whole attention or its MLP is replaced, at all rows, by zeros ("zero"), by its
/// mean ("mean"), or by what it is in another text ("resample"; see Ablation). Rows "block 1", ...;
/// columns "head 1", ..., "attention", "mlp".
ProbeResult probe_ablate(const model::transformer::Transformer<float>& model,
                         std::span<const AskedText> texts, int threads);

}  // namespace lab::probe
