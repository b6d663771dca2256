#include "lab/report/parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <ranges>

#include "base/numbers.h"
#include "base/text.h"
#include "lab/figure/kind.h"
#include "lab/figure/text.h"
#include "lab/report/drawing/read.h"
#include "lab/report/drawing_html.h"

namespace lab::report {
namespace {

using Shown = std::string (*)(double);

std::string points(double percent) { return fmt::format("{:.1f}", percent); }
std::string whole(double value) { return fmt::format("{:.0f}", value); }

/// How the values of a figure are told.
struct Telling {
  std::string quantity;  ///< "Exact match"
  std::string unit;      ///< behind the head of a column: " %"
  Shown in_table, in_words;
};

Telling telling_of(const figure::FigureSpec& figure) {
  switch (figure.kind->quantity) {
    case figure::Quantity::threshold:
      return {figure.y_label, ", " + figure.y_label, whole, whole};
    case figure::Quantity::share_left:
      return {"Share that has not reached the score", " %", points, figure::shown_percent};
    case figure::Quantity::exact_match:
      break;
  }
  return {"Exact match", " %", points, figure::shown_percent};
}

std::string range_text(const base::Estimate& interval, Shown shown) {
  return shown(interval.low) + " .. " + shown(interval.high);
}

Cell fit_cell(const std::optional<figure::FitRate>& fit) {
  if (!fit) return number_cell("");
  return number_cell(fmt::format("{}/{}", fit->fitted, fit->seeds), fit->fitted);
}

/// What the columns that add_point fills are called; `unit` is behind median and mean.
std::vector<std::string> point_columns(const std::string& unit) {
  return {"median" + unit, "lowest .. highest",  "seeds", "mean" + unit, "95 % of mean",
          "guess",         "different questions"};
}

/// The level of guessing, and whether the median is no higher.
Cell guess_cell(const figure::Point& point) {
  if (!point.guess) return number_cell("");
  const std::string mark = figure::is_above_guess(point) ? "" : ": not above it";
  return number_cell(points(*point.guess) + mark, *point.guess);
}

/// median, lowest .. highest, seeds, mean and its interval, the level of guessing and how many
/// questions a seed was asked.
void add_point(const figure::Point& point, Shown shown, std::vector<Cell>* row) {
  row->push_back(number_cell(shown(point.value.middle)));
  row->push_back(number_cell(range_text(point.value, shown), point.value.low));
  row->push_back(number_cell(std::to_string(point.seeds.size())));
  row->push_back(number_cell(shown(point.mean.middle)));
  row->push_back(number_cell(range_text(point.mean, shown), point.mean.low));
  row->push_back(guess_cell(point));
  row->push_back(number_cell(point.different ? std::to_string(*point.different) : ""));
}

/// "94.0 [84.6 .. 97.6]", and whether that is not above guessing.
Cell ours_cell(const paper::PaperGap& gap) {
  if (!gap.ours) return number_cell("");
  const base::Estimate& value = gap.ours->value;
  return {html_text(points(value.middle)) +
              element("small", html_text(" [" + range_text(value, points) + "]")),
          base::shortest_text(value.middle), number_kind};
}

std::vector<Cell> gap_row(const paper::PaperGap& gap) {
  const auto difference = gap.difference();
  return {
      cell(gap.claim),
      ours_cell(gap),
      fit_cell(gap.fit),
      gap.ours ? guess_cell(*gap.ours) : number_cell(""),
      gap.paper ? number_cell(gap.paper->text(), gap.paper->percent) : number_cell(""),
      difference ? number_cell(fmt::format("{:+.1f}", *difference), *difference) : number_cell(""),
      {verdict_mark(gap.verdict)},
      cell(gap.why)};
}

/// "1: 94.0, 2: 84.6": each seed with its number.
std::string seeds_text(const figure::Point& point, Shown shown) {
  return base::joined(std::views::iota(std::size_t{0}, point.seeds.size()), [&](std::size_t i) {
    return fmt::format("{}: {}", point.seeds[i], shown(point.seed_values[i]));
  });
}

/// The steps of survival curves.
Html shares_table(const figure::FigureData& data) {
  std::vector<std::vector<Cell>> rows;
  for (const figure::Series& series : data.series) {
    for (const figure::Point& point : series.measured.points) {
      rows.push_back({cell(series.label), number_cell(base::shortest_text(point.x)),
                      number_cell(points(point.value.middle)),
                      number_cell(range_text(point.value, points), point.value.low),
                      number_cell(std::to_string(point.seeds.size()))});
    }
  }
  return sortable_table({"series", "step", "not reached yet %", "95 %", "seeds that ended here"},
                        rows);
}

}  // namespace

Html paragraph(const std::string& text, const std::string& kind) {
  return element("p", kind.empty() ? Attributes{} : Attributes{{"class", kind}}, html_text(text));
}

Html code_block(const std::string& text) {
  return element("pre", element("code", html_text(text)));
}

Html folded(const std::string& title, const Html& content) {
  return element("details", element("summary", html_text(title)) + content);
}

Picture picture(const std::string& svg, const std::string& description, const std::string& kind) {
  Picture shown;
  Html inner;
  if (std::optional<drawing::Drawing> drawn = drawing::read_drawing(svg)) {
    shown.lettering = drawing::take_lettering(&*drawn);
    inner = drawing_html(*drawn, description);
  } else {
    inner = void_element("img", {{"src", data_uri("image/svg+xml", svg)}, {"alt", description}});
  }
  const std::string kinds = kind.empty() ? "picture scroll" : "picture scroll " + kind;
  shown.html = element("div", {{"class", kinds}}, inner);
  return shown;
}

Cell number_cell(const std::string& shown) { return {html_text(shown), {}, number_kind}; }

Cell number_cell(const std::string& shown, double value) {
  constexpr double rounded = 0.051;  // a digit after the point is shown
  const double told = std::strtod(shown.c_str(), nullptr);
  const bool tells = !shown.empty() && std::isdigit(static_cast<unsigned char>(shown[0])) &&
                     std::abs(told - value) <= rounded;
  return {html_text(shown), tells ? "" : base::shortest_text(value), number_kind};
}

Html claims_table(std::span<const paper::PaperGap> gaps) {
  std::vector<std::vector<Cell>> rows;
  for (const paper::PaperGap& gap : gaps) rows.push_back(gap_row(gap));
  return sortable_table({"claim", "ours, % [lowest .. highest]", "fit", "guess", "paper",
                         "difference", "verdict", "why"},
                        rows, "cards");
}

Html claims_numbers(std::span<const paper::PaperGap> gaps) {
  std::vector<std::vector<Cell>> rows;
  for (const paper::PaperGap& gap : gaps) {
    std::vector<Cell> row{cell(gap.claim)};
    if (gap.ours) add_point(*gap.ours, points, &row);
    row.resize(1 + point_columns("").size(), number_cell(""));
    row.push_back(cell(gap.paper ? gap.paper->status + " (" + gap.paper->source + ")" : ""));
    rows.push_back(std::move(row));
  }
  std::vector<std::string> columns = point_columns(" %");
  columns.insert(columns.begin(), "claim");
  columns.emplace_back("the paper's number is known from");
  return sortable_table(columns, rows);
}

Html numbers_table(const figure::FigureData& data) {
  if (data.spec.kind->quantity == figure::Quantity::share_left) return shares_table(data);
  const Telling telling = telling_of(data.spec);
  std::vector<std::vector<Cell>> rows;
  for (const figure::Series& series : data.series) {
    for (const figure::Point& point : series.measured.points) {
      std::vector<Cell> row{cell(series.label), number_cell(base::shortest_text(point.x))};
      add_point(point, telling.in_table, &row);
      row.push_back(fit_cell(series.measured.fit));
      row.push_back(cell(seeds_text(point, telling.in_table)));
      rows.push_back(std::move(row));
    }
  }
  const std::string x = data.spec.x_label.empty() ? "x" : data.spec.x_label;
  std::vector<std::string> columns = point_columns(telling.unit);
  columns.insert(columns.begin(), {"series", x});
  columns.insert(columns.end(), {"fit", "each seed"});
  return sortable_table(columns, rows);
}

std::string alternative_text(const figure::FigureData& data) {
  const Telling telling = telling_of(data.spec);
  std::string text = data.spec.title.empty() ? data.spec.name : data.spec.title;
  text += ". " + telling.quantity;
  if (data.spec.kind->quantity != figure::Quantity::share_left) text += ", median over seeds";
  for (const figure::Series& series : data.series) {
    text += "; " + series.label + ": ";
    if (series.measured.points.empty()) {
      text += "not run";
      continue;
    }
    const figure::Point& last = series.measured.points.back();
    text += telling.in_words(last.value.middle) + " at " + base::shortest_text(last.x);
  }
  return text;
}

Html verdict_mark(paper::Verdict verdict) {
  std::string kind = "verdict " + std::string(paper::name(verdict));
  std::ranges::replace(kind.begin() + 8, kind.end(), ' ', '-');
  return element("span", {{"class", kind}}, html_text(paper::name(verdict)));
}

}  // namespace lab::report
