#pragma once
#include "lab/probe/probe.h"
#include "lab/probe/states.h"

namespace lab::probe {

/// The intra-inter cosine gap (IICG; Chang et al. 2025, 2505.20278, section 5): the mean cosine of
/// two states that share a label less that of two that do not, for each layer and role. Rows that
/// have read the same tokens are one state. Measures: "<label> gap"; "<label> centred gap", with
/// the mean state taken away first: states of a transformer share a large common part, which hides
/// what they differ in; and "<label> disjoint gap", centred and only over pairs that have read no
/// token in common, which are alike in the label or in nothing (rows that all read alike are left
/// out of this). The texts are cut into ten parts in turn, or fewer of at least twenty, which are
/// the questions. Control: "shuffled", the labels permuted. Throws base::Error (exit code 2) if no
/// text has the label.
ProbeResult probe_cohesion(const model::transformer::Transformer<float>& model,
                           std::span<const ProbeText> texts, const std::string& label);

using Pairs = Eigen::Array<bool, Eigen::Dynamic, Eigen::Dynamic>;

/// The gap of unit vectors (S x C) by label over those pairs (S x S) that count; nothing if none
/// that counts shares a label or none differs.
std::optional<double> cosine_gap(const States& unit, std::span<const int> labels,
                                 const Pairs& counting);

/// Which have no equal tokens in the same place, places left out where all are equal (S x S).
Pairs disjoint_pairs(std::span<const std::span<const int>> read);

}  // namespace lab::probe
