#pragma once
#include "lab/probe/probe.h"
#include "lab/probe/states.h"

namespace lab::probe {

/// Whether a label can be read off the residual stream by a linear map: one Discriminant for each
/// layer and role, fitted on the first 70 % of the texts and asked on the others, which are the
/// questions. Measures: "<label> accuracy", and "<label> selectivity", which is accuracy less that
/// on the control task: the same map, fitted on and asked for labels that each text got at random,
/// once for all, where a text counts up to the first row that has the label: what the label is a
/// function of (Hewitt and Liang 2019, 1909.03368, section 2). Controls:
/// "control task", "majority" (the commonest label). Layer 0 is what the token itself tells. Where
/// the label is a function of few different texts a map learns them by heart, even off an untrained
/// model's random features: selectivity is small then, however high the accuracy.
/// Throws base::Error (exit code 2) if no text has the label, or too few texts do.
ProbeResult probe_linear(const model::transformer::Transformer<float>& model,
                         std::span<const ProbeText> texts, const std::string& label);

}  // namespace lab::probe
