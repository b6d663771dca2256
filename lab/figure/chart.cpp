#include "lab/figure/chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "lab/figure/guess.h"
#include "lab/figure/legend.h"

namespace lab::figure {
namespace {

constexpr double left_margin = 70, column_left = 66, column_right = 10;  // pixels
constexpr double smallest_plot = 300, column_plot = 210;                 // pixels, its height
constexpr double most_apart = 4;  // pixels between the seeds of two series at one x

Canvas canvas_of(const FigureData& data, const std::vector<LegendEntry>& legend, Form form,
                 double note) {
  const double width = width_of(form), top = top_margin(form, note);
  if (form == Form::column) {
    const double bottom = bottom_margin(data, form) + legend_height(legend);
    return {form, width, top + column_plot + bottom, column_left, column_right, top, bottom};
  }
  const double plot = std::max(smallest_plot, height_beside(legend)),
               bottom = bottom_margin(data, form);
  return {form, width, top + plot + bottom, left_margin, legend_width(legend), top, bottom};
}

/// The levels of guessing: across the plot where they are the same at every x.
std::string guess_commands(const GuessLine& line, const std::string& name) {
  if (const auto flat = line.flat()) {
    return fmt::format(
        "set arrow from graph 0, first {0:g} to graph 1, first {0:g} nohead dt {1} "
        "lw 1.2 lc rgb '{2}'\n",
        *flat, guess_dash, guess_color);
  }
  std::string block = fmt::format("${} << EOD\n", name);
  for (const auto& [x, level] : line.levels) block += fmt::format("{:g}\t{:g}\n", x, level);
  return block + "EOD\n";
}

std::string guess_name(std::size_t i) { return fmt::format("guessing_{}", i + 1); }

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

/// How far to the right of its x each series has its seeds, as shares of the x axis: side by side,
/// so that none hides another.
std::vector<double> moves_of(const FigureData& data, const ChartAxes& axes, const Canvas& canvas) {
  const auto is_drawn = [](const Series& series) {
    return !is_papers(series) && !series.measured.points.empty();
  };
  const auto drawn = static_cast<double>(std::ranges::count_if(data.series, is_drawn));
  const double free = 0.6 * canvas.plot_width() / static_cast<double>(axes.x_measured);
  const double room = 1.4 * end_room / std::max(drawn - 1, 1.0);
  const double apart =
      std::min(std::min(most_apart, free / std::max(drawn, 1.0)) / canvas.plot_width(), room);
  std::vector<double> moves;
  double at = -(drawn - 1) / 2;
  for (const Series& series : data.series) {
    moves.push_back(is_drawn(series) ? at * apart : 0);
    if (is_drawn(series)) at += 1;
  }
  return moves;
}

/// Of each x the seeds, and a line from the lowest to the highest.
std::vector<std::string> seeds_of(const DrawnSeries& drawn, const ChartAxes& axes, double move) {
  const auto& [series, number, look] = drawn;
  const auto x = [&](const char* kind) {
    return axes.moved(fmt::format("pick('{}',{},'x')", kind, number), move);
  };
  const std::string color = look.color.substr(1);
  return {fmt::format("({1}):(pick('median',{0},'low')):(0):"
                      "(pick('median',{0},'high')-pick('median',{0},'low')) \\\n"
                      "    with vectors nohead lw 1 lc rgb '#90{2}'",
                      number, x("median"), color),
          fmt::format("({1}):(pick('seed',{0},'value')) with points pt 7 ps 0.3 lc rgb '#50{2}'",
                      number, x("seed"), color)};
}

/// The medians: a line, with marks where they are above guessing.
std::vector<std::string> line_of(const DrawnSeries& drawn) {
  const auto& [series, number, look] = drawn;
  if (is_papers(series)) {
    return {
        fmt::format("(place(pick('curve',{0},'x'))):(pick('curve',{0},'value')) with "
                    "linespoints lw 1.5 dt {1} pt {2} ps 0.8 lc rgb '{3}'",
                    number, look.dash, look.point, look.color)};
  }
  const auto marks = [&](const char* which, int mark, double size) {
    return fmt::format(
        "(place(pick('median',{0},'x'))):({1}({0})) with points pt {2} ps {3} "
        "lw 1.6 lc rgb '{4}'",
        number, which, mark, size, look.color);
  };
  std::vector<std::string> layers{
      fmt::format("(place(pick('median',{0},'x'))):(pick('median',{0},'value')) with lines lw 2 "
                  "dt {1} lc rgb '{2}'",
                  number, look.dash, look.color)};
  if (!look.unfit) layers.push_back(marks("fit", look.point, 0.6));
  if (series.measured.fit) {
    layers.push_back(marks("unfit", look.unfit ? look.point : unfit_mark, 0.7));
  }
  return layers;
}

/// Guessing and seeds first, then lines: nothing hides a line.
std::vector<std::string> layers_of(const FigureData& data, const ChartAxes& axes,
                                   const Canvas& canvas) {
  std::vector<std::string> layers, lines;
  const std::vector<double> moves = moves_of(data, axes, canvas);
  for (const DrawnSeries& drawn : each_series(data)) {
    if (drawn.series.measured.points.empty()) continue;
    const bool papers = is_papers(drawn.series);
    for (std::string& layer :
         papers ? std::vector<std::string>{} : seeds_of(drawn, axes, moves[drawn.number - 1])) {
      layers.push_back(std::move(layer));
    }
    for (std::string& layer : line_of(drawn)) lines.push_back(std::move(layer));
  }
  layers.insert(layers.end(), lines.begin(), lines.end());
  return layers;
}

/// What draws the levels that are not flat, from blocks of the script.
std::string guess_plots(const std::vector<GuessLine>& guesses) {
  std::string text;
  for (std::size_t i = 0; i < guesses.size(); ++i) {
    if (guesses[i].flat()) continue;
    text += fmt::format(", \\\n  ${} using (place($1)):2 with lines dt {} lw 1.2 lc rgb '{}'",
                        guess_name(i), guess_dash, guess_color);
  }
  return text;
}

}  // namespace

std::string chart_script(const FigureData& data, const Chart& chart, Form form) {
  const std::vector<LegendEntry> legend = legend_of(data, chart.axes, chart.outcome);
  const Canvas canvas = canvas_of(data, legend, form, chart.note);
  const std::vector<GuessLine> guesses = guess_lines(data, least_seen_guess(chart.axes));
  std::string text = script_head(data, canvas) + chart.axes.commands + chart.background;
  for (std::size_t i = 0; i < guesses.size(); ++i)
    text += guess_commands(guesses[i], guess_name(i));
  text += legend_commands(legend, canvas, chart.axes) + paper_marks(data);
  std::string plots = plot_command(data.spec.name, layers_of(data, chart.axes, canvas));
  plots.insert(plots.size() - 1, guess_plots(guesses));
  return text + plots;
}

}  // namespace lab::figure
