#pragma once
#include "lab/probe/probe.h"
#include "lab/probe/states.h"

namespace lab::probe {

/// The logit lens (nostalgebraist 2020): the reciprocal rank of each token that the task names,
/// when a layer's residual stream is read out as if it were the last. Measures: "<token> reciprocal
/// rank"; rows: layers, columns: roles. Control: "other question", the token that bears the same
/// name in another question. Throws base::Error (exit code 2) if the task names no tokens.
ProbeResult probe_lens(const model::transformer::Transformer<float>& model,
                       std::span<const ProbeText> texts);

}  // namespace lab::probe
