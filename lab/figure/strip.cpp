#include <fmt/format.h>

#include <algorithm>

#include "lab/figure/script.h"
#include "lab/figure/text.h"

namespace lab {
namespace {

constexpr double width = 860;                      // pixels
constexpr double row_height = 36;                  // pixels
constexpr double label_letter = 7.3, small = 6.2;  // pixels of a letter, font sizes 12 and 10

std::string about(const Series& series) {
  if (series.measured.points.empty()) return "not run";
  return shown_percent(series.measured.points.back().value.middle) + "; " +
         shown_seeds(series.measured);
}

Canvas canvas_of(const FigureData& data) {
  std::size_t label = 0, text = 0;
  for (const Series& series : data.series) {
    label = std::max(label, letters(series.label));
    text = std::max(text, letters(about(series)));
  }
  const double lines = static_cast<double>(footnotes(data, footnote_columns(width)).size());
  const double rows = static_cast<double>(data.series.size());
  const double bottom = axis_height + (lines + 1) * line_height, top = title_height - 14;
  return {width,
          top + row_height * rows + bottom,
          24 + static_cast<double>(label) * label_letter,
          28 + static_cast<double>(text) * small,
          top,
          bottom};
}

/// What is measured, and the difficulty it is measured at if all series share one.
std::string measured_text(const FigureData& data) {
  const std::optional<int> difficulty = data.spec.series.front().rows.difficulty;
  const bool shared = difficulty && std::ranges::all_of(data.spec.series, [&](const auto& series) {
                        return series.rows.difficulty == difficulty;
                      });
  if (!shared) return "exact match (%)";
  const std::string& counted = data.spec.x_label;
  return counted.empty() ? fmt::format("exact match (%) at difficulty {}", *difficulty)
                         : fmt::format("exact match (%) at {} {}", *difficulty, counted);
}

std::string axes(const FigureData& data) {
  std::string text = fmt::format(
      "set border 1\nset xrange [-1:101]\nset yrange [{:.1f}:0.5]\nset xtics 0,20,100\n"
      "set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1\nset xlabel {} offset 0,0.9\nset ytics scale 0 "
      "(",
      static_cast<double>(data.series.size()) + 0.5, literal(measured_text(data)));
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    text += fmt::format("{}{} {}", i == 0 ? "" : ", ", literal(data.series[i].label), i + 1);
  }
  text += ")\n";
  if (data.spec.chance && *data.spec.chance >= 1) {
    text += fmt::format(
        "set arrow from {0}, graph 0 to {0}, graph 1 nohead dt 3 lc rgb '#777777'\n"
        "set label 'chance' at {0}, graph 1.03 center font ',10' tc rgb '#555555'\n",
        *data.spec.chance);
  }
  return text;
}

/// The paper's numbers of one row: marks above the bar and one text beside them.
std::string paper_marks(const Series& series, std::size_t number, const Look& look) {
  if (series.paper.empty()) return "";
  const double y = static_cast<double>(number) - 0.33;
  std::string text, script;
  double low = 100, high = 0;
  for (const PaperNumber& paper : series.paper) {
    text += (text.empty() ? "paper: " : ", ") + paper.text() + " (" + paper.status + ")";
    low = std::min(low, paper.percent);
    high = std::max(high, paper.percent);
    script += fmt::format("set label '' at {:g}, {:g} point pt {} ps 0.9 lw 1.6 lc rgb '{}'\n",
                          paper.percent, y, paper_mark(paper.relation), look.color);
  }
  const bool before = low > 50;  // percent: where there is room
  return script + fmt::format(
                      "set label {} at {:g}, {:g} {} offset {},0 font ',10' "
                      "tc rgb '#555555'\n",
                      literal(text), before ? low : high, y, before ? "right" : "left",
                      before ? -1 : 1);
}

std::string row_labels(const FigureData& data) {
  const std::vector<Look> looks = looks_of(data);
  std::string text;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    text += fmt::format("set label {} at graph 1.02, first {} font ',10' tc rgb '#444444'\n",
                        literal(about(data.series[i])), i + 1);
    text += paper_marks(data.series[i], i + 1, looks[i]);
  }
  return text;
}

std::string plot_command(const FigureData& data) {
  const std::vector<Look> looks = looks_of(data);
  const std::string file = plain_literal(data.spec.name + ".tsv");
  std::string text;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    if (data.series[i].measured.points.empty()) continue;
    text += text.empty() ? "plot " : ", \\\n  ";
    text += fmt::format(
        "{0} using (pick('median',{1},'value')):({1}):(pick('median',{1},'low')):"
        "(pick('median',{1},'high')):({1}-0.12):({1}+0.12) with boxxyerror lc rgb '#B0{2}', \\\n"
        "  {0} using (pick('seed',{1},'value')):({1}) with points pt 7 ps 0.5 lc rgb '#60{2}', \\\n"
        "  {0} using (pick('median',{1},'value')):({1}):(pick('median',{1},'value')-0.25):"
        "(pick('median',{1},'value')+0.25):({1}-0.24):({1}+0.24) with boxxyerror lc rgb '#{2}'",
        file, i + 1, looks[i].color.substr(1));
  }
  return text + "\n";
}

}  // namespace

std::string strip_script(const FigureData& data) {
  return script_head(data, canvas_of(data)) + axes(data) + row_labels(data) + plot_command(data);
}

}  // namespace lab
