#pragma once
#include "lab/probe.h"
#include "lab/probe_states.h"

namespace lab {

/// The intra-inter cosine gap (IICG; Chang et al. 2025, 2505.20278, section 5): the mean cosine of
/// two states that share a label less that of two that do not, for each layer and role. Rows that
/// have read the same tokens are one state. Measures: "<label> gap", and "<label> centred gap",
/// with the mean state taken away first: states of a transformer share a large common part, which
/// hides what they differ in. The texts are cut into ten parts in turn, which are the questions.
/// Control: "shuffled", the labels permuted. Throws base::Error (exit code 2) if no text has the
/// label.
ProbeResult probe_cohesion(const model::Transformer<float>& model, std::span<const ProbeText> texts,
                           const std::string& label);

/// The gap of unit vectors (S x C) by label; nothing if no two share a label or none differ.
std::optional<double> cosine_gap(const States& unit, std::span<const int> labels);

}  // namespace lab
