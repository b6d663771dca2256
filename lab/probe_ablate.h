#pragma once
#include "lab/probe.h"
#include "model/transformer.h"
#include "tasks/annotation.h"

namespace lab {

/// How much the model needs each of its parts: what the probability of the token that should follow
/// loses, averaged over texts, when a head, a block's whole attention or its MLP is replaced, at
/// all rows, by zeros ("zero"), by its mean over all rows of all texts ("mean"), or by what it is
/// in the next text, row by row ("resample"). Texts: those of the pairs, as they are; asked is the
/// last row. Rows "block 1", ...; columns "head 1", ..., "attention", "mlp".
ProbeResult probe_ablate(const model::Transformer<float>& model,
                         std::span<const tasks::Counterfactual> pairs, int threads);

}  // namespace lab
