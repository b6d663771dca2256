#include "lab/figure/kind_strip.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "lab/figure/data.h"
#include "lab/figure/exact_match.h"
#include "lab/figure/footnotes.h"
#include "lab/figure/script.h"
#include "lab/figure/text.h"

namespace lab::figure {
namespace {

constexpr double width = 860;                      // pixels
constexpr double row_height = 36;                  // pixels
constexpr double label_letter = 7.3, small = 6.2;  // pixels of a letter, font sizes 12 and 10

std::string about(const Series& series) {
  if (series.measured.points.empty()) return "not run";
  return shown_last_percent(series.measured) + "; " + shown_seeds(series.measured);
}

Canvas canvas_of(const FigureData& data) {
  std::size_t label = 0, text = 0;
  for (const Series& series : data.series) {
    label = std::max(label, base::letters(series.label));
    text = std::max(text, base::letters(about(series)));
  }
  const double rows = static_cast<double>(data.series.size());
  const double bottom = bottom_margin(data, width), top = title_height - 14;
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
  std::vector<std::string> labels;
  for (const Series& series : data.series) labels.push_back(literal(series.label));
  std::string text = fmt::format(
      "set border 1\nset xrange [-1:101]\nset yrange [{:.1f}:0.5]\nset xtics 0,20,100\n"
      "set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1\nset xlabel {} offset 0,0.9\n"
      "set ytics scale 0 ({})\n",
      static_cast<double>(data.series.size()) + 0.5, literal(measured_text(data)), tics_of(labels));
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
  const std::string text = "paper: " + base::joined(series.paper, [](const PaperNumber& paper) {
                             return fmt::format("{} ({})", paper.text(), paper.status);
                           });
  std::string marks;
  double low = 100, high = 0;
  for (const PaperNumber& paper : series.paper) {
    low = std::min(low, paper.percent);
    high = std::max(high, paper.percent);
    marks += fmt::format("set label '' at {:g}, {:g} point pt {} ps 0.9 lw 1.6 lc rgb '{}'\n",
                         paper.percent, y, paper_mark(paper.relation), look.color);
  }
  const bool before = low > 50;  // percent: where there is room
  return marks + fmt::format(
                     "set label {} at {:g}, {:g} {} offset {},0 font ',10' "
                     "tc rgb '#555555'\n",
                     literal(text), before ? low : high, y, before ? "right" : "left",
                     before ? -1 : 1);
}

std::string row_labels(const FigureData& data) {
  std::string text;
  for (const auto& [series, number, look] : each_series(data)) {
    text += fmt::format("set label {} at graph 1.02, first {} font ',10' tc rgb '#444444'\n",
                        literal(about(series)), number);
    text += paper_marks(series, number, look);
  }
  return text;
}

/// Of each row a band over its seeds, the seeds, and a tick at the median.
std::vector<std::string> layers_of(const FigureData& data) {
  std::vector<std::string> layers;
  for (const auto& [series, number, look] : each_series(data)) {
    if (series.measured.points.empty()) continue;
    const std::string color = look.color.substr(1);
    layers.push_back(fmt::format(
        "(pick('median',{0},'value')):({0}):(pick('median',{0},'low')):"
        "(pick('median',{0},'high')):({0}-0.12):({0}+0.12) with boxxyerror lc rgb '#B0{1}'",
        number, color));
    layers.push_back(fmt::format(
        "(pick('seed',{0},'value')):({0}) with points pt 7 ps 0.5 lc rgb '#60{1}'", number, color));
    layers.push_back(fmt::format(
        "(pick('median',{0},'value')):({0}):(pick('median',{0},'value')-0.25):"
        "(pick('median',{0},'value')+0.25):({0}-0.24):({0}+0.24) with boxxyerror lc rgb '#{1}'",
        number, color));
  }
  return layers;
}

std::string how_to_read(int seeds) { return about_seeds("Tick", seeds); }

std::string script(const FigureData& data) {
  return script_head(data, canvas_of(data)) + axes(data) + row_labels(data) +
         plot_command(data.spec.name, layers_of(data));
}

}  // namespace

constinit const FigureKind strip_kind{
    .name = "STRIP",
    .called = "a STRIP",
    .takes_paper = true,
    .measured = exact_match_at_the_end,
    .how_to_read = how_to_read,
    .script = script,
};

}  // namespace lab::figure
