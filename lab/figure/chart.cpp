#include "lab/figure/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

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

/// A level of guessing: across the plot where it is the same at every x.
std::string guess_command(const GuessLine& line, const std::string& name) {
  if (const auto flat = line.flat()) {
    return fmt::format(
        "set arrow from graph 0, first {0:g} to graph 1, first {0:g} nohead dt {1} "
        "lw 1.2 lc rgb '{2}'\n",
        *flat, guess_dash, guess_color);
  }
  // Where files have headers gnuplot takes the first line of a block for one, too.
  std::string block = fmt::format("${} << EOD\nx\tlevel\n", name);
  for (const auto& [x, level] : line.levels) block += fmt::format("{:g}\t{:g}\n", x, level);
  return block + "EOD\n";
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

/// How far to the right of its x each series has its seeds, as shares of the x axis: side by side,
/// so that none hides another.
std::vector<double> moves_of(std::span<const DrawnSeries> all, const ChartAxes& axes,
                             double plot_width) {
  const auto is_drawn = [](const DrawnSeries& one) {
    return !is_papers(one.series) && !one.series.measured.points.empty();
  };
  const auto drawn = static_cast<double>(std::ranges::count_if(all, is_drawn));
  const double free = 0.6 * plot_width / static_cast<double>(axes.x_measured);
  const double room = 1.4 * end_room / std::max(drawn - 1, 1.0);
  const double apart =
      std::min(std::min(most_apart, free / std::max(drawn, 1.0)) / plot_width, room);
  std::vector<double> moves;
  double at = -(drawn - 1) / 2;
  for (const DrawnSeries& one : all) {
    moves.push_back(is_drawn(one) ? at * apart : 0);
    if (is_drawn(one)) at += 1;
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

/// As the chart itself draws the series that have been run.
std::vector<std::string> own_layers(const FigureData& data, const Chart& chart) {
  std::vector<std::string> layers;
  for (const DrawnSeries& drawn : each_series(data)) {
    if (drawn.series.measured.points.empty()) continue;
    std::ranges::move(chart.layers(drawn), std::back_inserter(layers));
  }
  return layers;
}

}  // namespace

std::vector<std::string> chart_layers(std::span<const DrawnSeries> drawn, const ChartAxes& axes,
                                      double plot_width) {
  std::vector<std::string> layers, lines;
  const std::vector<double> moves = moves_of(drawn, axes, plot_width);
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    if (drawn[i].series.measured.points.empty()) continue;
    if (!is_papers(drawn[i].series))
      std::ranges::move(seeds_of(drawn[i], axes, moves[i]), std::back_inserter(layers));
    std::ranges::move(line_of(drawn[i]), std::back_inserter(lines));
  }
  layers.insert(layers.end(), lines.begin(), lines.end());
  return layers;
}

GuessCommands guess_commands(const std::vector<GuessLine>& lines, const std::string& name) {
  GuessCommands commands;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string block = fmt::format("{}_{}", name, i + 1);
    commands.before += guess_command(lines[i], block);
    if (lines[i].flat()) continue;
    commands.plots +=
        fmt::format(", \\\n  ${} using (place($1)):2 with lines dt {} lw 1.2 lc rgb '{}'", block,
                    guess_dash, guess_color);
  }
  return commands;
}

std::string chart_script(const FigureData& data, const Chart& chart, Form form) {
  std::vector<LegendEntry> legend = legend_of(data, chart.axes, chart.outcome);
  if (chart.layers) {  // lines without marks
    for (LegendEntry& entry : legend) entry.mark = 0;
  }
  const Canvas canvas = canvas_of(data, legend, form, chart.note);
  const GuessCommands guess =
      guess_commands(guess_lines(data, least_seen_guess(chart.axes)), "guessing");
  const std::vector<std::string> layers =
      chart.layers ? own_layers(data, chart)
                   : chart_layers(each_series(data), chart.axes, canvas.plot_width());
  return script_head(data, canvas) + chart.axes.commands + chart.background + guess.before +
         legend_commands(legend, canvas, chart.axes) + paper_marks(data) +
         plot_command(data.spec.name, layers, guess.plots);
}

}  // namespace lab::figure
