#pragma once
#include <span>
#include <string>

#include "lab/figure/figure.h"
#include "lab/figure/measured.h"

namespace lab::figure {

/// Exact match after each run's last step, over the figure's x_axis or, where it names none, the
/// difficulty. Throws base::Error, beginning with `place`, as measure() and number_on() do.
Measured exact_match_at_the_end(const RowFilter& filter, const SeriesSpec& series,
                                const FigureSpec& figure, std::span<const store::ResultRow> rows,
                                const std::string& place);

/// Exact match over the steps at which the runs were scored. Throws as measure() does.
Measured exact_match_while_training(const RowFilter& filter, const SeriesSpec& series,
                                    const FigureSpec& figure,
                                    std::span<const store::ResultRow> rows,
                                    const std::string& place);

}  // namespace lab::figure
