#include "lab/figure/kinds/lines.h"

#include <fmt/format.h>

#include "lab/figure/chart.h"
#include "lab/figure/exact_match.h"
#include "lab/figure/footnotes.h"
#include "lab/figure/text.h"

namespace lab::figure::kinds {
namespace {

constexpr double note_height = 14;  // pixels

bool has_trained_range(const FigureSpec& figure) { return figure.trained && figure.x_axis.empty(); }

/// Where the difficulties are that were trained on.
std::string trained_range(const FigureSpec& figure) {
  if (!has_trained_range(figure)) return "";
  const auto& trained = figure.trained;
  return fmt::format(
      "set object rectangle from {0}, graph 0 to {1}, graph 1 behind \\\n"
      "  fc rgb '#f0f0f0' fs solid noborder\n"
      "set label 'trained on {0} to {1}' at {0}, graph 1.035 font ',10' tc rgb '#555555'\n",
      trained->low, trained->high);
}

std::string script(const FigureData& data, Form form) {
  return chart_script(data,
                      {.axes = percent_axes(data, data.spec.x_axis),
                       .outcome = shown_last_percent,
                       .background = trained_range(data.spec),
                       .note = has_trained_range(data.spec) ? note_height : 0},
                      form);
}

}  // namespace

constinit const FigureKind lines_kind{
    .name = "LINES",
    .called = "LINES",
    .over_difficulty = true,
    .takes_x_axis = true,
    .takes_x_scale = true,
    .takes_paper = true,
    .takes_paper_curve = true,
    .shortens_axis = true,
    .measured = exact_match_at_the_end,
    .how_to_read = about_lines,
    .unfit_look = "Dotted, crosses",
    .guessed_look = "No mark",
    .script = script,
};

}  // namespace lab::figure::kinds
