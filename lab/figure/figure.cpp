#include "lab/figure/figure.h"

#include <algorithm>

namespace lab::figure {

std::optional<int> shared_difficulty(const FigureSpec& figure) {
  if (figure.series.empty()) return std::nullopt;
  const std::optional<int> first = figure.series.front().rows.difficulty;
  const bool shared = std::ranges::all_of(
      figure.series, [&](const SeriesSpec& series) { return series.rows.difficulty == first; });
  return shared ? first : std::nullopt;
}

}  // namespace lab::figure
