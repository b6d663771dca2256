#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "lab/figure_script.h"
#include "lab/figure_text.h"

namespace lab {
namespace {

constexpr double width = 860, left_margin = 70;                       // pixels
constexpr double smallest_plot = 300;                                 // pixels, its height
constexpr double label_gap = 31, label_start = 52, label_letter = 7;  // pixels
constexpr double y_margin = 1.5, y_high = 102;  // percent: lines at 0 and 100 are seen whole

/// A text beside the plot with the point it belongs to.
struct EndLabel {
  double x = 0, y = 0;      ///< of the point; y in percent
  double order = 0;         ///< where it would like to be, percent
  std::string name, about;  ///< first and second line
  std::string color;
  int mark = 0;  ///< gnuplot's number of a point
  bool dashed = false;
};

/// Lines that end together are ordered by how high they ran before.
double wish(const std::vector<Point>& points) {
  constexpr double influence = 1e-3;
  double sum = 0;
  for (const Point& point : points) sum += point.percent.middle;
  return points.back().percent.middle + influence * sum / static_cast<double>(points.size());
}

std::vector<EndLabel> end_labels(const FigureData& data) {
  const std::vector<Look> looks = looks_of(data);
  std::vector<EndLabel> labels;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    const Series& series = data.series[i];
    const std::vector<Point>& points = series.measured.points;
    if (!points.empty()) {
      const double last = points.back().percent.middle;
      labels.push_back({points.back().x, last, wish(points), series.label,
                        shown_percent(last) + "; " + shown_seeds(series.measured), looks[i].color,
                        looks[i].point, looks[i].dashed});
    }
    for (const PaperNumber& paper : series.paper) {
      labels.push_back({paper.test_length, paper.percent, paper.percent, "paper: " + paper.text(),
                        paper.status, looks[i].color, paper_mark(paper.relation), false});
    }
  }
  return labels;
}

struct Extent {
  double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();
  void add(double x) {
    low = std::min(low, x);
    high = std::max(high, x);
  }
};

/// The lower end of the y axis, percent: below 0 only where a gap is.
double y_low(const FigureData& data) {
  double lowest = 0;
  for (const Series& series : data.series) {
    for (const Point& point : series.measured.points) lowest = std::min(lowest, point.percent.low);
  }
  return 20 * std::floor(lowest / 20) - y_margin;
}

Extent x_extent(const FigureData& data) {
  Extent x;
  for (const Series& series : data.series) {
    for (const Point& point : series.measured.points) x.add(point.x);
    for (const PaperNumber& paper : series.paper) {
      x.add(paper.test_length);
    }
  }
  if (data.spec.x_axis.empty()) x.add(0);
  if (x.low == x.high) x.add(x.low + 1);
  const double room = 0.02 * (x.high - x.low);
  return {x.low == 0 ? 0 : x.low - room, x.high + room};
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

std::string axes(const FigureData& data) {
  const Extent x = x_extent(data);
  const bool curve = data.spec.kind == FigureKind::curve;
  const std::string otherwise = curve ? "training step" : "difficulty";
  const std::string label = data.spec.x_label.empty() ? otherwise : data.spec.x_label;
  return fmt::format(
      "set xrange [{:g}:{:g}]\nset yrange [{:g}:{:g}]\n"
      "set ytics {:g},20,100\nset grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1\n"
      "set xlabel {} offset 0,0.9\nset ylabel 'exact match (%)' offset 1,0\n",
      x.low, x.high, y_low(data), y_high, y_low(data) + y_margin, literal(label));
}

/// Text, a swatch and a thin leader from the line's end, moved apart so that none overlap.
std::string label_commands(const std::vector<EndLabel>& labels, const Canvas& canvas,
                           double y_low) {
  const double per_pixel = 1 / canvas.plot_height(), gap = label_gap * per_pixel;
  const double per_x_pixel = 1 / (canvas.width - canvas.left - canvas.right);
  std::vector<double> wanted;
  for (const EndLabel& label : labels) {
    wanted.push_back((label.order - y_low) / (y_high - y_low));
  }
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
    if (!data.series[i].measured.points.empty()) {
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
  return script_head(data, canvas) + axes(data) + trained_range(data) + chance_line(data) +
         label_commands(labels, canvas, y_low(data)) + paper_marks(data) + plot_command(data);
}

}  // namespace lab
