#include "lab/figure_data.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/names.h"
#include "lab/numbers.h"

namespace lab {
namespace {

/// The row's value on an axis of the sweep. Throws base::Error if it has none or it is no number.
double on_axis(const ResultRow& row, const std::string& axis, const std::string& place) {
  std::vector<std::string> axes;
  for (const auto& [name, value] : row.settings) {
    axes.push_back(name);
    if (name != axis) continue;
    const auto number = number_in<double>(value);
    base::require(number.has_value(), place, ": x_axis ", axis, ": wanted numbers, found `", value,
                  "`");
    return *number;
  }
  throw base::Error(base::concat(place, ": x_axis: run ", row.fingerprint, " has no axis `", axis,
                                 "`", base::did_you_mean(axis, axes)),
                    3);
}

double x_of(const FigureSpec& spec, const ResultRow& row, const std::string& place) {
  if (!spec.x_axis.empty()) return on_axis(row, spec.x_axis, place);
  if (spec.kind == FigureKind::curve) return static_cast<double>(row.score.step);
  return row.score.difficulty;
}

std::string sign(Relation relation) {
  if (relation == Relation::equal) return "=";
  return relation == Relation::below ? "<" : ">";
}

std::string percent_text(double percent) { return fmt::format("{:.2f}", percent); }

void add_rows(std::size_t number, const Series& series, base::Table* table) {
  const std::string n = std::to_string(number);
  for (const Point& point : series.measured.points) {
    const base::Interval& percent = point.percent;
    table->rows.push_back({"median", n, series.label, shortest_text(point.x),
                           percent_text(percent.middle), percent_text(percent.low),
                           percent_text(percent.high), std::to_string(point.seeds.size()), "", "",
                           ""});
  }
  for (const Point& point : series.measured.points) {
    for (std::size_t i = 0; i < point.seeds.size(); ++i) {
      table->rows.push_back({"seed", n, series.label, shortest_text(point.x),
                             percent_text(point.seed_percent[i]), "", "", "",
                             std::to_string(point.seeds[i]), "", ""});
    }
  }
  for (const PaperNumber& paper : series.paper) {
    table->rows.push_back({"paper", n, series.label, shortest_text(paper.test_length),
                           percent_text(paper.percent), "", "", "", "", sign(paper.relation),
                           paper.status});
  }
}

}  // namespace

FigureData figure_data(const FigureSpec& spec, const std::string& paper,
                       const std::map<std::string, PaperNumber>& numbers,
                       std::span<const ResultRow> rows, const KnownNames& known,
                       const std::string& place) {
  const std::string figure_place = place + ": figure " + spec.name;
  const Steps steps = spec.kind == FigureKind::curve ? Steps::all : Steps::last;
  FigureData data{spec, paper, {}};
  for (const SeriesSpec& series : spec.series) {
    const std::string here = figure_place + ": series `" + series.label + "`";
    check_known(series.rows, known, here);
    const auto x = [&](const ResultRow& row) { return x_of(spec, row, here); };
    data.series.push_back({series.label,
                           series.control,
                           measure(series.rows, steps, x, spec.trained, rows, here),
                           {}});
    if (series.minus) {
      check_known(*series.minus, known, here + ": minus");
      Measured& measured = data.series.back().measured;
      measured = difference(measured,
                            measure(*series.minus, steps, x, spec.trained, rows, here + ": minus"));
    }
    for (const std::string& key : series.paper) {
      data.series.back().paper.push_back(number_named(numbers, key, here));
    }
  }
  return data;
}

bool has_points(const FigureData& data) {
  return std::ranges::any_of(data.series,
                             [](const Series& series) { return !series.measured.points.empty(); });
}

base::Table figure_table(const FigureData& data) {
  base::Table table{{"row", "number", "series", "x", "value", "low", "high", "seeds", "seed",
                     "relation", "status"},
                    {}};
  for (std::size_t i = 0; i < data.series.size(); ++i) add_rows(i + 1, data.series[i], &table);
  return table;
}

}  // namespace lab
