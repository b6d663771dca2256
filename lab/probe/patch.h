#pragma once
#include "lab/probe/pass.h"
#include "lab/probe/probe.h"
#include "tasks/annotation.h"

namespace lab::probe {

/// Activation patching: the run on the text goes on with what the run on the changed text has at
/// one place, and what it then says at the asked row is held against what it said before. Questions
/// are the pairs. For each site measures "<site> probability", "<site> reciprocal rank" (both of
/// the token that should follow the changed text: what the patch adds) and "<site> normalized" (the
/// probability, divided by what the changed text itself adds; only pairs where that is at least
/// 1/2). Sites: stream (rows: layers 0 .. L), attention and mlp (rows: blocks), "heads at <place>"
/// (rows: blocks, columns: heads). Other columns are the pairs' places, and two more: "everything",
/// which is the changed run itself, and the null, "random row", neither changed nor asked.
/// Threads change nothing but time.
ProbeResult probe_patch(const model::transformer::Transformer<float>& model,
                        std::span<const tasks::Counterfactual> pairs, int threads);

/// Writes rows `rows` of `from` over those of `to`, in columns begin .. begin + count - 1.
void patch_rows(model::arithmetic::View<const float> from,
                std::span<const model::arithmetic::Index> rows, model::arithmetic::Index begin,
                model::arithmetic::Index count, model::arithmetic::View<float> to);

}  // namespace lab::probe
