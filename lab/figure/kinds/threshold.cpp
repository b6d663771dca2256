#include "lab/figure/kinds/threshold.h"

#include <fmt/format.h>

#include "lab/figure/chart.h"
#include "lab/figure/footnotes.h"
#include "lab/figure/thresholds.h"

namespace lab::figure::kinds {
namespace {

/// The exponent of the power law; without one the last threshold.
std::string outcome(const Measured& measured) {
  if (!measured.law) return fmt::format("{:.0f}", measured.points.back().value.middle);
  const base::Estimate& exponent = measured.law->exponent;
  return fmt::format("exponent {:.2f} [{:.2f} .. {:.2f}]", exponent.middle, exponent.low,
                     exponent.high);
}

std::string how_to_read(int seeds) {
  return about_seeds("Line", "thin bars", seeds) +
         " Exponents: least squares through all seeds [95\u00a0% bootstrap over seeds].";
}

std::string script(const FigureData& data, Form form) {
  return chart_script(data, {.axes = logarithmic_axes(data), .outcome = outcome}, form);
}

}  // namespace

constinit const FigureKind threshold_kind{
    .name = "THRESHOLD",
    .called = "a THRESHOLD",
    .quantity = Quantity::threshold,
    .takes_x_axis = true,
    .takes_reach = true,
    .measured = thresholds,
    .how_to_read = how_to_read,
    .script = script,
};

}  // namespace lab::figure::kinds
