#include <fmt/format.h>

#include <algorithm>

#include "lab/figure/axes.h"
#include "lab/figure/script.h"
#include "lab/figure/text.h"

namespace lab {
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

/// What a series comes to: its last score, or its exponent.
std::string outcome(const FigureData& data, const Series& series) {
  const double last = series.measured.points.back().value.middle;
  if (!is_threshold(data)) return shown_percent(last);
  if (!series.law) return fmt::format("{:.0f}", last);
  const base::Estimate& exponent = series.law->exponent;
  return fmt::format("exponent {:.2f} [{:.2f} .. {:.2f}]", exponent.middle, exponent.low,
                     exponent.high);
}

std::string whose(const Series& series) {
  return series.status.empty() ? shown_seeds(series.measured) : "paper, " + series.status;
}

std::vector<EndLabel> end_labels(const FigureData& data) {
  const std::vector<Look> looks = looks_of(data);
  std::vector<EndLabel> labels;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    const Series& series = data.series[i];
    const std::vector<Point>& points = series.measured.points;
    if (!points.empty()) {
      const double last = points.back().value.middle;
      labels.push_back({points.back().x, last, wish(points), series.label,
                        outcome(data, series) + "; " + whose(series), looks[i].color,
                        looks[i].point, looks[i].dashed});
    }
    for (const PaperNumber& paper : series.paper) {
      labels.push_back({paper.test_length, paper.percent, paper.percent, "paper: " + paper.text(),
                        paper.status, looks[i].color, paper_mark(paper.relation), false});
    }
  }
  return labels;
}

Canvas canvas_of(const FigureData& data, const std::vector<EndLabel>& labels) {
  std::size_t longest = 0;
  for (const EndLabel& label : labels) {
    longest = std::max({longest, letters(label.name), letters(label.about) * 9 / 10});
  }
  const double text = static_cast<double>(longest) * label_letter;
  const double lines = static_cast<double>(footnotes(data, footnote_columns(width)).size());
  const double plot = std::max(smallest_plot, label_gap * static_cast<double>(labels.size()));
  const double bottom = axis_height + (lines + 1) * line_height;
  return {width, title_height + plot + bottom, left_margin, label_start + text + 10, title_height,
          bottom};
}

std::string trained_range(const FigureData& data) {
  const auto& trained = data.spec.trained;
  if (!trained || data.spec.kind != FigureKind::lines || !data.spec.x_axis.empty()) return "";
  return fmt::format(
      "set object rectangle from {0}, graph 0 to {1}, graph 1 behind \\\n"
      "  fc rgb '#f0f0f0' fs solid noborder\n"
      "set label 'trained on {0} to {1}' at {0}, graph 1.035 font ',10' tc rgb '#555555'\n",
      trained->low, trained->high);
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
                           const FigureData& data) {
  const double per_pixel = 1 / canvas.plot_height(), gap = label_gap * per_pixel;
  const double per_x_pixel = 1 / (canvas.width - canvas.left - canvas.right);
  const Extent axis = y_extent(data);
  std::vector<double> wanted;
  for (const EndLabel& label : labels) wanted.push_back(height_of(label.order, axis, data));
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
  const std::vector<Look> looks = looks_of(data);
  std::string text;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    for (const PaperNumber& paper : data.series[i].paper) {
      text +=
          fmt::format("set label '' at {:g}, {:g} point pt {} ps 1.2 lw 2 lc rgb '{}' front\n",
                      paper.test_length, paper.percent, paper_mark(paper.relation), looks[i].color);
    }
  }
  return text;
}

/// Bands first, then seeds, then lines: nothing hides a line.
std::string plot_command(const FigureData& data) {
  const std::vector<Look> looks = looks_of(data);
  const std::string file = plain_literal(data.spec.name + ".tsv");
  std::vector<std::string> bands, seeds, lines;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    const std::size_t n = i + 1;
    const std::string color = looks[i].color.substr(1);
    if (!data.series[i].status.empty()) {
      lines.push_back(
          fmt::format("(pick('curve',{0},'x')):(pick('curve',{0},'value')) with "
                      "linespoints lw 1.5 dt 2 pt {1} ps 0.8 lc rgb '#{2}'",
                      n, looks[i].point, color));
    } else if (!data.series[i].measured.points.empty()) {
      bands.push_back(
          fmt::format("(pick('median',{0},'x')):(pick('median',{0},'low')):"
                      "(pick('median',{0},'high')) with filledcurves lc rgb '#{2}{1}'",
                      n, color, data.series[i].control ? "F0" : "E4"));
      seeds.push_back(
          fmt::format("(pick('seed',{0},'x')):(pick('seed',{0},'value')) with points "
                      "pt 7 ps 0.3 lc rgb '#90{1}'",
                      n, color));
      lines.push_back(
          fmt::format("(pick('median',{0},'x')):(pick('median',{0},'value')) with "
                      "linespoints lw 2 dt {1} pt {2} ps 0.6 lc rgb '#{3}'",
                      n, looks[i].dashed ? 2 : 1, looks[i].point, color));
    }
  }
  std::string text;
  for (const auto* layer : {&bands, &seeds, &lines}) {
    for (const std::string& one : *layer) {
      text += (text.empty() ? "plot " : ", \\\n  ") + file + " using " + one;
    }
  }
  return text + "\n";
}

}  // namespace

std::string chart_script(const FigureData& data) {
  const std::vector<EndLabel> labels = end_labels(data);
  const Canvas canvas = canvas_of(data, labels);
  return script_head(data, canvas) + chart_axes(data) + trained_range(data) + chance_line(data) +
         label_commands(labels, canvas, data) + paper_marks(data) + plot_command(data);
}

}  // namespace lab
