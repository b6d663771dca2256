#include "lab/figure/data.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/names.h"
#include "base/numbers.h"
#include "lab/figure/kind.h"

namespace lab::figure {
namespace {

std::string sign(Relation relation) {
  if (relation == Relation::equal) return "=";
  return relation == Relation::below ? "<" : ">";
}

std::string value_text(double value) { return fmt::format("{:.2f}", value); }

/// The cells of a row by their columns.
using Cells = std::map<std::string, std::string>;

const std::vector<std::string>& figure_columns() {
  static const std::vector<std::string> columns{
      "row",  "number",   "series", "x",     "value",     "low",    "high", "seeds",
      "seed", "relation", "status", "guess", "different", "fitted", "runs"};
  return columns;
}

void add_row(Cells cells, base::Table* table) {
  std::vector<std::string> row;
  for (const std::string& column : table->columns) row.push_back(cells[column]);
  table->rows.push_back(std::move(row));
}

void add_curve(const Cells& of_series, const Series& series, base::Table* table) {
  for (const Point& point : series.measured.points) {
    Cells cells = of_series;
    cells.insert({{"row", "curve"},
                  {"x", base::shortest_text(point.x)},
                  {"value", value_text(point.value.middle)},
                  {"relation", "="},
                  {"status", series.status}});
    add_row(cells, table);
  }
}

void add_median(const Cells& of_series, const Point& point, base::Table* table) {
  Cells cells = of_series;
  cells.insert({{"row", "median"},
                {"x", base::shortest_text(point.x)},
                {"value", value_text(point.value.middle)},
                {"low", value_text(point.value.low)},
                {"high", value_text(point.value.high)},
                {"seeds", std::to_string(point.seeds.size())}});
  if (point.guess) cells["guess"] = value_text(*point.guess);
  if (point.different) cells["different"] = std::to_string(*point.different);
  if (point.fit) {
    cells["fitted"] = std::to_string(point.fit->fitted);
    cells["runs"] = std::to_string(point.fit->seeds);
  }
  add_row(cells, table);
}

void add_seeds(const Cells& of_series, const Point& point, base::Table* table) {
  for (std::size_t i = 0; i < point.seeds.size(); ++i) {
    Cells cells = of_series;
    cells.insert({{"row", "seed"},
                  {"x", base::shortest_text(point.x)},
                  {"value", value_text(point.seed_values[i])},
                  {"seed", std::to_string(point.seeds[i])}});
    add_row(cells, table);
  }
}

void add_exponent(Cells cells, const Measured& measured, base::Table* table) {
  if (!measured.law) return;
  const base::Estimate& exponent = measured.law->exponent;
  cells.insert({{"row", "exponent"},
                {"value", value_text(exponent.middle)},
                {"low", value_text(exponent.low)},
                {"high", value_text(exponent.high)},
                {"seeds", std::to_string(measured.seeds)}});
  add_row(cells, table);
}

void add_rows(const Cells& of_series, const Series& series, base::Table* table) {
  for (const Point& point : series.measured.points) add_median(of_series, point, table);
  for (const Point& point : series.measured.points) add_seeds(of_series, point, table);
  add_exponent(of_series, series.measured, table);
  for (const PaperNumber& paper : series.paper) {
    Cells cells = of_series;
    cells.insert({{"row", "paper"},
                  {"x", base::shortest_text(paper.test_length)},
                  {"value", value_text(paper.percent)},
                  {"relation", sign(paper.relation)},
                  {"status", paper.status}});
    add_row(cells, table);
  }
}

/// Columns that are selections stand at 1, 2, ...
Measured measured_cells(const SeriesSpec& series, const FigureSpec& spec,
                        std::span<const store::ResultRow> rows, const KnownNames& known,
                        const std::string& place) {
  Measured all;
  for (std::size_t i = 0; i < series.cells.size(); ++i) {
    const std::string here = place + ": column `" + spec.columns[i] + "`";
    check_known(series.cells[i], known, here);
    const auto x = [&](const store::ResultRow&) { return static_cast<double>(i + 1); };
    const Measured one = measure(series.cells[i], ScoredSteps::last, x, series.trained, rows, here);
    all.seeds = std::max(all.seeds, one.seeds);
    all.points.insert(all.points.end(), one.points.begin(), one.points.end());
    if (!all.fit) all.fit = one.fit;
    widen(one.steps, &all.steps);
  }
  return all;
}

/// A series of ours as the figure's kind measures it.
Measured measured_series(const SeriesSpec& series, const FigureSpec& spec,
                         std::span<const store::ResultRow> rows, const KnownNames& known,
                         const std::string& place) {
  if (!series.cells.empty()) return measured_cells(series, spec, rows, known, place);
  check_known(series.rows, known, place);
  const auto measured = spec.kind->measured;
  const Measured own = measured(series.rows, series, spec, rows, place);
  if (!series.minus) return own;
  check_known(*series.minus, known, place + ": minus");
  return difference(own, measured(*series.minus, series, spec, rows, place + ": minus"));
}

/// What guessing reaches, where the scores do not say: nothing of a difference or a threshold.
void fill_guess(const SeriesSpec& series, const FigureSpec& spec, Measured* measured) {
  if (series.minus || spec.kind->quantity != Quantity::exact_match) return;
  for (Point& point : measured->points) {
    if (!point.guess) point.guess = series.chance;
  }
}

/// The numbers that paper.tsv has of one of its series.
Series curve_of(const SeriesSpec& spec, const std::map<std::string, PaperNumber>& numbers,
                const std::string& place) {
  Series series{spec.label, spec.control, {}, {}};
  std::vector<std::string> names;
  for (const auto& [key, number] : numbers) {
    names.push_back(number.series);
    if (number.series != spec.paper_curve) continue;
    base::require(number.relation == Relation::equal, place, ": paper_curve: ", key,
                  " is no equality and has no place on a line");
    const base::Estimate value{number.percent, number.percent, number.percent};
    series.measured.points.push_back(
        {.x = number.test_length, .value = value, .mean = {}, .seed_values = {}, .seeds = {}});
    series.status = number.status;
  }
  if (series.measured.points.empty()) {
    throw base::Error(place + ": no series `" + spec.paper_curve + "` in paper.tsv" +
                          base::did_you_mean(spec.paper_curve, names),
                      base::ExitCode::bad_spec);
  }
  std::ranges::sort(series.measured.points, {}, &Point::x);
  return series;
}

}  // namespace

FigureData figure_data(const FigureSpec& spec, const std::string& paper,
                       const std::map<std::string, PaperNumber>& numbers,
                       std::span<const store::ResultRow> rows, const KnownNames& known,
                       const std::string& place) {
  const std::string figure_place = place + ": figure " + spec.name;
  FigureData data{spec, paper, {}};
  for (const SeriesSpec& series : spec.series) {
    const std::string here = figure_place + ": series `" + series.label + "`";
    if (!series.paper_curve.empty()) {
      data.series.push_back(curve_of(series, numbers, here));
      continue;
    }
    data.series.push_back(
        {series.label, series.control, measured_series(series, spec, rows, known, here), {}});
    if (!spec.panels.empty()) data.series.back().panel = spec.panels.at(series.panel).title;
    fill_guess(series, spec, &data.series.back().measured);
    for (const std::string& key : series.paper) {
      data.series.back().paper.push_back(number_named(numbers, key, here));
    }
  }
  return data;
}

std::string full_label(const Series& series) {
  return series.panel.empty() ? series.label : series.panel + ": " + series.label;
}

bool has_points(const FigureData& data) {
  return std::ranges::any_of(data.series, [](const Series& series) {
    return !is_papers(series) && !series.measured.points.empty();
  });
}

base::Table figure_table(const FigureData& data) {
  base::Table table{figure_columns(), {}};
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    const Series& series = data.series[i];
    const Cells of_series{{"number", std::to_string(i + 1)}, {"series", full_label(series)}};
    is_papers(series) ? add_curve(of_series, series, &table) : add_rows(of_series, series, &table);
  }
  return table;
}

}  // namespace lab::figure
