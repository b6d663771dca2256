#include "lab/figure/exact_match.h"

namespace lab::figure {

Measured exact_match_at_the_end(const RowFilter& filter, const SeriesSpec& series,
                                const FigureSpec& figure, std::span<const store::ResultRow> rows,
                                const std::string& place) {
  const auto x = [&](const store::ResultRow& row) {
    return figure.x_axis.empty() ? row.score.difficulty : number_on(row, figure.x_axis, place);
  };
  return measure(filter, ScoredSteps::last, x, series.trained, rows, place);
}

Measured exact_match_while_training(const RowFilter& filter, const SeriesSpec& series,
                                    const FigureSpec&, std::span<const store::ResultRow> rows,
                                    const std::string& place) {
  const auto x = [](const store::ResultRow& row) { return static_cast<double>(row.score.step); };
  return measure(filter, ScoredSteps::all, x, series.trained, rows, place);
}

}  // namespace lab::figure
