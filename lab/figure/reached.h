#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/survival.h"
#include "lab/figure/figure.h"
#include "lab/figure/measured.h"

namespace lab::figure {

/// When a run first scored what is to be reached, in steps; else until when it was scored.
struct Reached {
  std::uint64_t seed = 0;
  base::Watched when;
};

/// The runs of a filter.
struct ReachedRuns {
  std::vector<Reached> runs;            ///< by rising seed
  std::vector<std::uint64_t> end_only;  ///< seeds that were scored once: they do not tell when

  base::SurvivalCurve curve() const;
};

/// The first of all scorings at which exact match is at least `reach` percent. Throws base::Error,
/// beginning with `place`, as measure() does.
ReachedRuns reached(const RowFilter& filter, double reach, std::span<const store::ResultRow> rows,
                    const std::string& place);

/// The share of the runs that have not reached the figure's `reach`, percent, after each step at
/// which one did or was left behind; value.low and value.high are its 95 % interval, and a point's
/// seeds those that were left behind there. Begins at step 0; runs that were scored once are left
/// out. Throws as measure() does.
Measured share_left(const RowFilter& filter, const SeriesSpec& series, const FigureSpec& figure,
                    std::span<const store::ResultRow> rows, const std::string& place);

}  // namespace lab::figure
