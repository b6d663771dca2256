#pragma once
#include "lab/probe/pass.h"
#include "lab/probe/probe.h"
#include "lab/probe/texts.h"

namespace lab::probe {

/// What every head looks at, as the share of its attention (0 .. 1): rows are blocks, columns
/// heads, questions the texts. Measures:
///   a link's name   from the rows that have the link, on the rows it names
///   previous        on the row before
///   induction       on rows that follow an earlier copy of the row's token (Olsson et al. 2022)
///   from A to B     from the rows of role A on those of role B
/// Controls: "uniform", the same for a head that looks at all rows alike; "same role", as many
/// other rows of the roles looked at (links only; for the others the uniform share).
ProbeResult probe_attention(const model::transformer::Transformer<float>& model,
                            std::span<const ProbeText> texts);

/// The attention of every head over one text: measures are heads, rows the rows that look, columns
/// those looked at, both named by number and token. Control: "uniform".
ProbeResult attention_maps(const model::transformer::Transformer<float>& model,
                           const ProbeText& text, const tasks::Vocabulary& vocabulary);

}  // namespace lab::probe
