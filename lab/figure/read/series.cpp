#include "lab/figure/read/series.h"

#include "lab/figure/kinds/kinds.h"
#include "lab/figure/read/rows.h"

namespace lab::figure::read {
namespace {

/// The cells of a series in a figure whose columns are filters.
std::vector<RowFilter> cells_of(const proto::Rows& rows, const proto::Figure& figure,
                                const std::string& place) {
  std::vector<RowFilter> cells;
  for (const proto::Column& column : figure.column()) {
    const std::string here = place + ": column `" + column.label() + "`";
    cells.push_back(filter_of(with_own(rows, column.rows()), here));
    require_fit(cells.back().difficulty.has_value(), here, ": rows.difficulty must be given");
  }
  return cells;
}

std::optional<RowFilter> minus_of(const proto::Series& from, const proto::Figure& figure,
                                  const FigureKind& kind, const std::string& place) {
  if (!from.has_minus()) return std::nullopt;
  const std::string here = place + ": minus";
  RowFilter minus = filter_of(with_own(figure.rows(), from.minus()), here);
  require_fit(figure.column_size() == 0, here, ": a figure with columns has none");
  require_fit(kind.quantity == Quantity::exact_match, here, ": ", kind.called, " has none");
  return minus;
}

void check_marks(const proto::Series& from, const FigureKind& kind, const std::string& place) {
  require_fit(kind.takes_paper || from.paper().empty(), place,
              ": paper: its numbers have a place on ",
              kinds::kinds_that(&FigureKind::takes_paper, &FigureKind::called), " only");
}

/// A curve of the paper stands alone.
void check_curve(const proto::Series& from, const proto::Figure& figure, const FigureKind& kind,
                 const std::string& place) {
  if (from.paper_curve().empty()) return;
  require_fit(kind.takes_paper_curve && figure.x_axis().empty(), place,
              ": paper_curve: it has a place on ",
              kinds::kinds_that(&FigureKind::takes_paper_curve, &FigureKind::called),
              " over the difficulty only");
  require_fit(!from.has_rows() && !from.has_minus() && from.paper().empty(), place,
              ": paper_curve: the series is the paper's and has no rows, minus or paper beside it");
}

std::optional<tasks::Range> trained_in(const proto::Series& from, const proto::Figure& figure,
                                       const std::string& place) {
  return from.has_trained() ? trained_of(true, from.trained(), place)
                            : trained_of(figure.has_trained(), figure.trained(), place);
}

std::optional<double> chance_in(const proto::Series& from, const proto::Figure& figure,
                                const std::string& place) {
  if (!from.has_chance() && !figure.has_chance()) return std::nullopt;
  const double chance = from.has_chance() ? from.chance() : figure.chance();
  require_fit(chance >= 0 && chance <= 100, place, ": chance: wanted percent, found ", chance);
  return chance;
}

}  // namespace

SeriesSpec series_of(const proto::Series& from, const proto::Figure& figure, const FigureKind& kind,
                     const std::string& place) {
  require_fit(!from.label().empty(), place, ": series.label must be given");
  const std::string here = place + ": series `" + from.label() + "`";
  const proto::Rows rows = with_own(figure.rows(), from.rows());
  const std::vector<RowFilter> cells = cells_of(rows, figure, here);
  SeriesSpec series{.label = from.label(),
                    .rows = cells.empty() ? filter_of(rows, here) : cells.front(),
                    .control = from.control(),
                    .paper = {from.paper().begin(), from.paper().end()},
                    .minus = minus_of(from, figure, kind, here),
                    .paper_curve = from.paper_curve(),
                    .cells = cells,
                    .trained = trained_in(from, figure, here),
                    .chance = chance_in(from, figure, here)};
  check_marks(from, kind, here);
  const bool one_difficulty = !kind.over_difficulty || !figure.x_axis().empty();
  require_fit(!one_difficulty || series.rows.difficulty, here, ": rows.difficulty must be given");
  check_curve(from, figure, kind, here);
  return series;
}

}  // namespace lab::figure::read
