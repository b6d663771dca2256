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

void add_curve(std::size_t number, const Series& series, base::Table* table) {
  for (const Point& point : series.measured.points) {
    table->rows.push_back({"curve", std::to_string(number), series.label,
                           base::shortest_text(point.x), value_text(point.value.middle), "", "", "",
                           "", "=", series.status});
  }
}

void add_rows(std::size_t number, const Series& series, base::Table* table) {
  const std::string n = std::to_string(number);
  for (const Point& point : series.measured.points) {
    const base::Estimate& value = point.value;
    table->rows.push_back({"median", n, series.label, base::shortest_text(point.x),
                           value_text(value.middle), value_text(value.low), value_text(value.high),
                           std::to_string(point.seeds.size()), "", "", ""});
  }
  for (const Point& point : series.measured.points) {
    for (std::size_t i = 0; i < point.seeds.size(); ++i) {
      table->rows.push_back({"seed", n, series.label, base::shortest_text(point.x),
                             value_text(point.seed_values[i]), "", "", "",
                             std::to_string(point.seeds[i]), "", ""});
    }
  }
  if (series.measured.law) {
    const base::Estimate& exponent = series.measured.law->exponent;
    table->rows.push_back({"exponent", n, series.label, "", value_text(exponent.middle),
                           value_text(exponent.low), value_text(exponent.high),
                           std::to_string(series.measured.seeds), "", "", ""});
  }
  for (const PaperNumber& paper : series.paper) {
    table->rows.push_back({"paper", n, series.label, base::shortest_text(paper.test_length),
                           value_text(paper.percent), "", "", "", "", sign(paper.relation),
                           paper.status});
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
    const Measured one = measure(series.cells[i], ScoredSteps::last, x, {}, rows, here);
    all.seeds = std::max(all.seeds, one.seeds);
    all.points.insert(all.points.end(), one.points.begin(), one.points.end());
  }
  return all;
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
    if (!series.cells.empty()) {
      data.series.push_back(
          {series.label, series.control, measured_cells(series, spec, rows, known, here), {}});
      continue;
    }
    check_known(series.rows, known, here);
    const auto measured = spec.kind->measured;
    data.series.push_back(
        {series.label, series.control, measured(series.rows, spec, rows, here), {}});
    Series& added = data.series.back();
    if (series.minus) {
      check_known(*series.minus, known, here + ": minus");
      added.measured =
          difference(added.measured, measured(*series.minus, spec, rows, here + ": minus"));
    }
    for (const std::string& key : series.paper) {
      added.paper.push_back(number_named(numbers, key, here));
    }
  }
  return data;
}

bool has_points(const FigureData& data) {
  return std::ranges::any_of(data.series, [](const Series& series) {
    return series.status.empty() && !series.measured.points.empty();
  });
}

base::Table figure_table(const FigureData& data) {
  base::Table table{{"row", "number", "series", "x", "value", "low", "high", "seeds", "seed",
                     "relation", "status"},
                    {}};
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    const Series& series = data.series[i];
    series.status.empty() ? add_rows(i + 1, series, &table) : add_curve(i + 1, series, &table);
  }
  return table;
}

}  // namespace lab::figure
