#include "lab/figure/kinds/survival.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/numbers.h"
#include "lab/figure/chart.h"
#include "lab/figure/reached.h"
#include "lab/figure/text.h"

namespace lab::figure::kinds {
namespace {

constexpr int plus_mark = 1;  // gnuplot's number: a run that ended before

/// "half by 1,200 steps".
std::string outcome(const Measured& measured) {
  constexpr double half = 50 + 1e-9;  // percent
  const auto found = std::ranges::find_if(
      measured.points, [](const Point& point) { return point.value.middle <= half; });
  if (found == measured.points.end()) return "not half of them";
  return "half by " + shown_count(static_cast<std::int64_t>(found->x)) + " steps";
}

std::string how_to_read(int) {
  return "Line: share of the seeds that have not reached it; thin bars: 95\u00a0% interval; +: a "
         "run that ended before it did (Kaplan and Meier 1958).";
}

/// The interval where the share falls, its line, and a mark for each run that ended before.
std::vector<std::string> layers(const DrawnSeries& drawn) {
  const std::size_t number = drawn.number;
  const std::string color = drawn.look.color.substr(1);
  return {fmt::format("(pick('median',{0},'x')):(pick('median',{0},'low')):(0):"
                      "(pick('median',{0},'high')-pick('median',{0},'low')) \\\n"
                      "    with vectors nohead lw 1 lc rgb '#90{1}'",
                      number, color),
          fmt::format("(pick('median',{0},'x')):(pick('median',{0},'value')) with steps lw 2 "
                      "dt {1} lc rgb '#{2}'",
                      number, drawn.look.dash, color),
          fmt::format("(pick('seed',{0},'x')):(pick('seed',{0},'value')) with points pt {1} ps 0.9 "
                      "lw 1.6 lc rgb '#{2}'",
                      number, plus_mark, color)};
}

std::string script(const FigureData& data, Form form) {
  ChartAxes axes = percent_axes(data, "training step");
  axes.commands += fmt::format(
      "set ylabel {} offset 1,0\n",
      literal("seeds that have not reached " + base::shortest_text(data.spec.reach) + " % (%)"));
  return chart_script(data, {.axes = axes, .outcome = outcome, .layers = layers}, form);
}

}  // namespace

constinit const FigureKind survival_kind{
    .name = "SURVIVAL",
    .called = "a SURVIVAL",
    .quantity = Quantity::share_left,
    .over_steps = true,
    .takes_reach = true,
    .measured = share_left,
    .how_to_read = how_to_read,
    .script = script,
};

}  // namespace lab::figure::kinds
