#pragma once
#include "lab/probe/probe.h"
#include "lab/probe/texts.h"
#include "model/transformer/transformer.h"

namespace lab::probe {

/// What is wrong with the answers that a model gives (Task::mistake), decoded greedily with room
/// for a few tokens more than a right one takes. Measure "share", rows: "right" (where right
/// answers differ in worth, "right, <Task::merit>"), then the mistakes, the commonest first;
/// columns: the difficulties of `wanted`.
ProbeResult probe_errors(const model::transformer::Transformer<float>& model,
                         const train::Mixture& mixture, std::span<const ProbeQuestions> wanted,
                         int threads);

}  // namespace lab::probe
