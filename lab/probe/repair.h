#pragma once
#include "lab/probe/probe.h"
#include "lab/probe/texts.h"
#include "model/transformer/transformer.h"

namespace lab::probe {

/// Repair: would the model say what should follow if one head looked where the task's link says? In
/// the link's row the head's attention is spread evenly over the rows that the link names. (After
/// the repair intervention of Merullo et al. 2023, 2310.08744.) Measures, for each link:
/// "<link> gain", of the probability of the token that should follow, and "<link> mended", the
/// share of the rows where that token was not the likeliest and then is. Rows: blocks; columns:
/// heads. Control "other rows": the same over as many other rows of the same roles, where there are
/// any. Threads change nothing but time.
ProbeResult probe_repair(const model::transformer::Transformer<float>& model,
                         std::span<const ProbeText> texts, int threads);

}  // namespace lab::probe
