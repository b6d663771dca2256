#pragma once
#include <span>
#include <string>

#include "lab/figure/figure.h"
#include "lab/figure/measured.h"

namespace lab::figure {

/// A threshold is only given between two values of which the larger is at most this many times the
/// smaller: a search that is not done yet says nothing.
inline constexpr double widest_bracket = 1.5;

/// For each number on the figure's x_axis and each seed: the value of its y_axis at which the
/// selected rows reach its `reach` percent, interpolated in its logarithm between the last value
/// that does not and the next that was run, which does. Seeds without both are counted, and what
/// the others have at that x is left out with them: it would be the easy part. A power law goes
/// through the seeds. Throws base::Error, beginning with `place`, as measure(), and for a run
/// without these axes.
Measured thresholds(const RowFilter& filter, const SeriesSpec& series, const FigureSpec& figure,
                    std::span<const store::ResultRow> rows, const std::string& place);

}  // namespace lab::figure
