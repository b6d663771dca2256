#pragma once
#include "lab/probe/pass.h"
#include "lab/probe/probe.h"
#include "tasks/annotation.h"

namespace lab::probe {

/// Path patching (as in Merullo et al. 2023, 2310.08744): what of a change of the text goes
/// straight from one part of the model to another. Senders (rows) are the embedding, every head and
/// every MLP; receivers (columns) every later head and MLP, and the logits. The run on the text
/// goes on with what the sender has in the run on the changed text while every other head and MLP
/// keeps what it had, so that the receiver can hear of the change from the sender alone; what the
/// receiver then writes is put, alone, into another run on the text. Measures, of the token that
/// should follow the changed text: "probability" (what that run adds) and "normalized" (divided by
/// what the changed text itself adds; only pairs where that is at least 1/2). All rows of a text
/// are patched at once. Threads change nothing but time.
ProbeResult probe_paths(const model::transformer::Transformer<float>& model,
                        std::span<const tasks::Counterfactual> pairs, int threads);

}  // namespace lab::probe
