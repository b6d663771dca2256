#include "lab/figure/kinds/panels.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "lab/figure/chart.h"
#include "lab/figure/exact_match.h"
#include "lab/figure/footnotes.h"
#include "lab/figure/legend.h"
#include "lab/figure/text.h"

namespace lab::figure::kinds {
namespace {

constexpr double left_margin = 56, right_margin = 14, between = 20;  // pixels
constexpr double panel_title = 24, page_plot = 150, column_plot = 110;
constexpr double entry_height = 20, entry_gap = 22, letter = 6.6;  // of the legend, font size 11
constexpr double before_legend = 6;

/// An entry of the legend and where its swatch begins, pixels from the legend's upper left.
struct PlacedEntry {
  LegendEntry entry;
  double x = 0, y = 0;
};

/// What each label's look is: that of a series that fits, if there is one.
std::vector<LegendEntry> entries_of(const FigureData& data) {
  std::vector<LegendEntry> entries;
  for (const auto& [series, number, look] : each_series(data)) {
    if (series.measured.points.empty()) continue;
    const auto known = std::ranges::find(entries, series.label, &LegendEntry::name);
    const LegendEntry entry{series.label, "", 0, look, true, look.point};
    if (known == entries.end()) {
      entries.push_back(entry);
    } else if (known->look.unfit && !look.unfit) {
      *known = entry;
    }
  }
  return entries;
}

/// Side by side as far as there is room.
std::vector<PlacedEntry> legend_in(const FigureData& data, bool guessed, double width) {
  std::vector<LegendEntry> entries = entries_of(data);
  if (guessed) entries.push_back({"guessing", "", 0, {guess_color, 0, guess_dash, false}, true, 0});
  std::vector<PlacedEntry> placed;
  double x = side_margin, y = entry_height / 2;
  for (LegendEntry& entry : entries) {
    const double wide =
        swatch_width + 8 + letter * static_cast<double>(base::letters(entry.name)) + entry_gap;
    if (x > side_margin && x + wide - entry_gap > width) {
      x = side_margin;
      y += entry_height;
    }
    placed.push_back({std::move(entry), x, y});
    x += wide;
  }
  return placed;
}

/// The page, whose axis_height is the legend's, and the plots on it.
struct Grid {
  Canvas page;
  std::size_t columns = 1;
  double plot_width = 0, plot_height = 0;
};

std::size_t columns_for(std::size_t panels, Form form) {
  if (form == Form::column || panels <= 4) return std::min<std::size_t>(panels, 2);
  return 3;
}

Grid grid_of(const FigureData& data, const std::vector<PlacedEntry>& legend, Form form) {
  const double width = width_of(form), top = top_margin(form);
  const double height = form == Form::page ? page_plot : column_plot;
  const std::size_t panels = data.spec.panels.size(), columns = columns_for(panels, form);
  const auto rows = static_cast<double>((panels + columns - 1) / columns);
  const double below = legend.empty() ? 0 : before_legend + legend.back().y + entry_height / 2;
  const double bottom = bottom_margin(data, form, below);
  const double plots = rows * (panel_title + height + axis_height);
  const auto gaps = static_cast<double>(columns - 1);
  return {{form, width, top + plots + bottom, left_margin, right_margin, top, bottom, below},
          columns,
          (width - left_margin - right_margin - gaps * between) / static_cast<double>(columns),
          height};
}

/// The page around one plot.
Canvas around(const Grid& grid, std::size_t panel) {
  Canvas canvas = grid.page;
  const auto column = static_cast<double>(panel % grid.columns),
             row = static_cast<double>(panel / grid.columns);
  canvas.left += column * (grid.plot_width + between);
  canvas.right = canvas.width - canvas.left - grid.plot_width;
  canvas.top += row * (panel_title + grid.plot_height + axis_height) + panel_title;
  canvas.bottom = canvas.height - canvas.top - grid.plot_height;
  return canvas;
}

std::string legend_texts(const std::vector<PlacedEntry>& legend, const Canvas& page) {
  const double top = page.height - page.bottom + before_legend;
  std::string text;
  for (const auto& [entry, x, y] : legend) {
    text += swatch_commands(entry, page, x, top + y);
    text += fmt::format("set label {} at {} font ',11' tc rgb '#222222'\n", literal(entry.name),
                        on_screen(page, x + swatch_width + 8, top + y));
  }
  return text;
}

/// The data of one panel alone.
FigureData part_of(const FigureData& data, std::size_t panel) {
  FigureData part{data.spec, data.paper, {}};
  part.spec.series.clear();
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    if (data.spec.series[i].panel != panel) continue;
    part.spec.series.push_back(data.spec.series[i]);
    part.series.push_back(data.series[i]);
  }
  return part;
}

std::vector<DrawnSeries> drawn_in(const FigureData& data, std::size_t panel) {
  std::vector<DrawnSeries> drawn;
  for (const DrawnSeries& one : each_series(data)) {
    if (data.spec.series[one.number - 1].panel == panel) drawn.push_back(one);
  }
  return drawn;
}

/// The same for all panels, but for what x counts and that numbers stand at the left ones only.
std::string axes_of(const FigureData& data, const ChartAxes& axes, const Grid& grid,
                    std::size_t panel) {
  const bool leftmost = panel % grid.columns == 0;
  return axes.commands + fmt::format("set xlabel {} font ',10'\nset format y {}\n{}",
                                     literal(data.spec.panels[panel].x_label),
                                     leftmost ? "'%g'" : "''", leftmost ? "" : "unset ylabel\n");
}

std::string panel_text(const FigureData& data, const ChartAxes& axes, const Grid& grid,
                       std::size_t panel) {
  const Canvas canvas = around(grid, panel);
  const GuessCommands guess =
      guess_commands(guess_lines(part_of(data, panel), least_seen_guess(axes)),
                     fmt::format("guessing_{}", panel + 1));
  return "\n" + margin_commands(canvas) + axes_of(data, axes, grid, panel) +
         fmt::format("set label {} at {} font ',12' tc rgb '#222222'\n",
                     literal(data.spec.panels[panel].title),
                     on_screen(canvas, canvas.left, canvas.top - 11)) +
         guess.before +
         plot_command(data.spec.name,
                      chart_layers(drawn_in(data, panel), axes, canvas.plot_width()), guess.plots) +
         "unset label\nunset arrow\n";
}

std::string script(const FigureData& data, Form form) {
  const ChartAxes axes = percent_axes(data, data.spec.x_axis);
  const bool guessed = !guess_lines(data, least_seen_guess(axes)).empty();
  const std::vector<PlacedEntry> legend = legend_in(data, guessed, width_of(form) - side_margin);
  const Grid grid = grid_of(data, legend, form);
  std::string text =
      script_head(data, grid.page) + legend_texts(legend, grid.page) + "set multiplot\n";
  for (std::size_t panel = 0; panel < data.spec.panels.size(); ++panel) {
    text += panel_text(data, axes, grid, panel);
  }
  return text + "unset multiplot\n";
}

}  // namespace

constinit const FigureKind panels_kind{
    .name = "PANELS",
    .called = "a figure of PANELS",
    .over_difficulty = true,
    .takes_x_axis = true,
    .takes_panels = true,
    .shortens_axis = true,
    .measured = exact_match_at_the_end,
    .how_to_read = about_lines,
    .unfit_look = "Dotted, crosses",
    .guessed_look = "No mark",
    .script = script,
};

}  // namespace lab::figure::kinds
