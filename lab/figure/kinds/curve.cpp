#include "lab/figure/kinds/curve.h"

#include "lab/figure/chart.h"
#include "lab/figure/exact_match.h"
#include "lab/figure/footnotes.h"
#include "lab/figure/text.h"

namespace lab::figure::kinds {
namespace {

std::string script(const FigureData& data, Form form) {
  return chart_script(
      data, {.axes = percent_axes(data, "training step"), .outcome = shown_last_percent}, form);
}

}  // namespace

constinit const FigureKind curve_kind{
    .name = "CURVE",
    .called = "a CURVE",
    .over_steps = true,
    .shortens_axis = true,
    .measured = exact_match_while_training,
    .how_to_read = about_lines,
    .unfit_look = "Dotted, crosses",
    .guessed_look = "No mark",
    .script = script,
};

}  // namespace lab::figure::kinds
