#pragma once
#include "lab/probe.h"
#include "lab/probe_states.h"

namespace lab {

/// Whether a label can be read off the residual stream by a linear map: one Discriminant for each
/// layer and role, fitted on the first 70 % of the texts and asked on the others, which are the
/// questions. Measures: "<label> accuracy", and "<label> selectivity", which is accuracy less that
/// of the same map fitted on shuffled labels (Hewitt and Liang 2019). Controls: "shuffled",
/// "majority" (the commonest label). Layer 0 is what the token itself tells. Where the label is a
/// function of few different texts, a wide model's random features tell it as well: compare with a
/// model that was not trained before reading meaning into an accuracy.
/// Throws base::Error (exit code 2) if no text has the label, or too few texts do.
ProbeResult probe_linear(const model::Transformer<float>& model, std::span<const ProbeText> texts,
                         const std::string& label);

}  // namespace lab
