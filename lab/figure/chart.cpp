#include "lab/figure/chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "lab/figure/script.h"
#include "lab/figure/spread.h"
#include "lab/figure/text.h"

namespace lab::figure {
namespace {

constexpr double width = 860, left_margin = 70;                       // pixels
constexpr double smallest_plot = 300;                                 // pixels, its height
constexpr double label_gap = 31, label_start = 52, label_letter = 7;  // pixels

/// A text beside the plot with the point it belongs to.
struct EndLabel {
  double x = 0, y = 0;      ///< of the point
  double order = 0;         ///< where it would like to be, on the y axis
  std::string name, about;  ///< first and second line
  std::string color;
  int mark = 0;  ///< gnuplot's number of a point
  bool dashed = false;
};

/// Lines that end together are ordered by how high they ran before.
double wish(const std::vector<Point>& points) {
  constexpr double influence = 1e-3;
  double sum = 0;
  for (const Point& point : points) sum += point.value.middle;
  return points.back().value.middle + influence * sum / static_cast<double>(points.size());
}

std::string whose(const Series& series) {
  return series.status.empty() ? shown_seeds(series.measured) : "paper, " + series.status;
}

std::vector<EndLabel> end_labels(const FigureData& data, const Chart& chart) {
  std::vector<EndLabel> labels;
  for (const auto& [series, number, look] : each_series(data)) {
    const std::vector<Point>& points = series.measured.points;
    if (!points.empty()) {
      labels.push_back({points.back().x, points.back().value.middle, wish(points), series.label,
                        chart.outcome(series.measured) + "; " + whose(series), look.color,
                        look.point, look.dashed});
    }
    for (const PaperNumber& paper : series.paper) {
      labels.push_back({paper.test_length, paper.percent, paper.percent, "paper: " + paper.text(),
                        paper.status, look.color, paper_mark(paper.relation), false});
    }
  }
  return labels;
}

Canvas canvas_of(const FigureData& data, const std::vector<EndLabel>& labels) {
  std::size_t longest = 0;
  for (const EndLabel& label : labels) {
    longest = std::max({longest, base::letters(label.name), base::letters(label.about) * 9 / 10});
  }
  const double text = static_cast<double>(longest) * label_letter;
  const double plot = std::max(smallest_plot, label_gap * static_cast<double>(labels.size()));
  const double bottom = bottom_margin(data, width);
  return {width, title_height + plot + bottom, left_margin, label_start + text + 10, title_height,
          bottom};
}

std::string chance_line(const FigureData& data) {
  if (!data.spec.chance || *data.spec.chance < 1) return "";
  return fmt::format(
      "set arrow from graph 0, first {0} to graph 1, first {0} nohead dt 3 lc rgb '#777777'\n"
      "set label 'chance' at graph 0.01, first {0} offset 0,0.5 font ',10' tc rgb '#555555'\n",
      *data.spec.chance);
}

/// Text, a swatch and a thin leader from the line's end, moved apart so that none overlap.
std::string label_commands(const std::vector<EndLabel>& labels, const Canvas& canvas,
                           const ChartAxes& axes) {
  const double per_pixel = 1 / canvas.plot_height(), gap = label_gap * per_pixel;
  const double per_x_pixel = 1 / (canvas.width - canvas.left - canvas.right);
  std::vector<double> wanted;
  for (const EndLabel& label : labels) wanted.push_back(axes.height_of(label.order));
  const std::vector<double> placed = spread(wanted, gap, 0.5 * gap, 1 - 0.3 * gap);
  std::string text;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const EndLabel& label = labels[i];
    const double y = placed[i], x = 1 + label_start * per_x_pixel;
    const double swatch = 1 + (label_start - 16) * per_x_pixel;
    text += fmt::format(
        "set arrow from {:g}, {:g} to graph {:.4f}, graph {:.4f} nohead lw 0.7 lc rgb '#70{}'\n",
        label.x, label.y, swatch, y, label.color.substr(1));
    text += fmt::format(
        "set label {} at graph {:.4f}, graph {:.4f} font ',12' tc rgb '#222222'\n"
        "set label {} at graph {:.4f}, graph {:.4f} font ',10' tc rgb '#666666'\n"
        "set label '' at graph {:.4f}, graph {:.4f} point pt {} ps 0.9 lw 1.6 lc rgb '{}'\n",
        literal(label.name), x, y + 6 * per_pixel, literal(label.about), x, y - 8 * per_pixel,
        1 + (label_start - 10) * per_x_pixel, y, label.mark, label.color);
  }
  return text;
}

/// The paper's numbers, where they belong in the plot.
std::string paper_marks(const FigureData& data) {
  std::string text;
  for (const auto& [series, number, look] : each_series(data)) {
    for (const PaperNumber& paper : series.paper) {
      text += fmt::format("set label '' at {:g}, {:g} point pt {} ps 1.2 lw 2 lc rgb '{}' front\n",
                          paper.test_length, paper.percent, paper_mark(paper.relation), look.color);
    }
  }
  return text;
}

/// Bands first, then seeds, then lines: nothing hides a line.
std::vector<std::string> layers_of(const FigureData& data) {
  std::vector<std::string> bands, seeds, lines;
  for (const auto& [series, number, look] : each_series(data)) {
    const std::string color = look.color.substr(1);
    if (!series.status.empty()) {
      lines.push_back(
          fmt::format("(pick('curve',{0},'x')):(pick('curve',{0},'value')) with "
                      "linespoints lw 1.5 dt 2 pt {1} ps 0.8 lc rgb '#{2}'",
                      number, look.point, color));
    } else if (!series.measured.points.empty()) {
      bands.push_back(
          fmt::format("(pick('median',{0},'x')):(pick('median',{0},'low')):"
                      "(pick('median',{0},'high')) with filledcurves lc rgb '#{2}{1}'",
                      number, color, series.control ? "F0" : "E4"));
      seeds.push_back(
          fmt::format("(pick('seed',{0},'x')):(pick('seed',{0},'value')) with points "
                      "pt 7 ps 0.3 lc rgb '#90{1}'",
                      number, color));
      lines.push_back(
          fmt::format("(pick('median',{0},'x')):(pick('median',{0},'value')) with "
                      "linespoints lw 2 dt {1} pt {2} ps 0.6 lc rgb '#{3}'",
                      number, look.dashed ? 2 : 1, look.point, color));
    }
  }
  for (const auto* above : {&seeds, &lines})
    bands.insert(bands.end(), above->begin(), above->end());
  return bands;
}

}  // namespace

std::string chart_script(const FigureData& data, const Chart& chart) {
  const std::vector<EndLabel> labels = end_labels(data, chart);
  const Canvas canvas = canvas_of(data, labels);
  return script_head(data, canvas) + chart.axes.commands + chart.background + chance_line(data) +
         label_commands(labels, canvas, chart.axes) + paper_marks(data) +
         plot_command(data.spec.name, layers_of(data));
}

}  // namespace lab::figure
