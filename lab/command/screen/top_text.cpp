#include "lab/command/screen/top_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/clock.h"
#include "base/text.h"
#include "lab/command/screen/sparkline.h"

namespace lab::command::screen {
namespace {

constexpr std::size_t spark_width = 16;

/// Logarithms, so that a loss that halves goes down as far late as early.
std::string spark(const store::RunView& run) {
  std::vector<double> logarithms;
  for (const double loss : run.losses) logarithms.push_back(std::log(loss));
  return sparkline(logarithms, spark_width);
}

/// "950", "12.3k", "1.2M".
std::string short_number(double number) {
  if (number >= 1e6) return fmt::format("{:.1f}M", number / 1e6);
  return number >= 1e4 ? fmt::format("{:.1f}k", number / 1e3) : fmt::format("{:.0f}", number);
}

std::string when_known(bool known, const std::string& text) { return known ? text : ""; }

std::string padded(const std::string& text, std::size_t columns) {
  return text + std::string(columns - std::min(columns, base::letters(text)), ' ');
}

std::string line_of(const store::RunView& run) {
  const bool begun = !run.losses.empty();
  return fmt::format(
      "{:8}  {:11}  {:>15}  {:>4}  {:>8}  {:>12}  {:>8}  {}  {}", run.fingerprint.substr(0, 8),
      store::name(run.state), fmt::format("{}/{}", run.step, run.steps),
      when_known(run.steps > 0,
                 fmt::format("{}%", 100 * run.step / std::max<std::int64_t>(run.steps, 1))),
      when_known(begun, short_number(run.tokens_per_second)),
      when_known(run.seconds_left.has_value(), base::duration_text(run.seconds_left.value_or(0))),
      when_known(begun, fmt::format("{:.4f}", begun ? run.losses.back() : 0)),
      padded(spark(run), spark_width), run.name);
}

std::string counts_of(const store::StoreView& view) {
  std::map<std::string_view, int> by_name;
  for (const auto& [state, count] : view.counts) by_name[store::name(state)] = count;
  return base::joined(
      by_name, [](const auto& named) { return fmt::format("{} {}", named.second, named.first); });
}

}  // namespace

std::string top_screen(const store::StoreView& view, std::size_t columns, std::size_t lines) {
  std::vector<std::string> all{
      counts_of(view), fmt::format("{:8}  {:11}  {:>15}  {:>4}  {:>8}  {:>12}  {:>8}  {}  {}",
                                   "run", "status", "step", "", "tokens/s", "to go", "loss",
                                   padded("from first", spark_width), "name")};
  const std::size_t room = std::max<std::size_t>(lines, 4) - 3;  // counts, heading, the last line
  const std::size_t runs = view.runs.size(), shown = runs <= room ? runs : room - 1;
  for (std::size_t i = 0; i < shown; ++i) all.push_back(line_of(view.runs[i]));
  if (shown < runs) all.push_back(fmt::format("and {} more", runs - shown));
  std::string text;
  for (const std::string& line : all) text += base::first_letters(line, columns) + "\n";
  return text;
}

base::Table top_table(const store::StoreView& view) {
  base::Table table{{"fingerprint", "status", "step", "steps", "loss", "tokens_per_second",
                     "seconds_left", "losses", "name"},
                    {}};
  for (const store::RunView& run : view.runs) {
    const bool begun = !run.losses.empty();
    table.rows.push_back({run.fingerprint, std::string(store::name(run.state)),
                          std::to_string(run.step), std::to_string(run.steps),
                          when_known(begun, fmt::format("{:.6g}", begun ? run.losses.back() : 0)),
                          when_known(begun, fmt::format("{:.0f}", run.tokens_per_second)),
                          when_known(run.seconds_left.has_value(),
                                     fmt::format("{:.0f}", run.seconds_left.value_or(0))),
                          spark(run), run.name});
  }
  return table;
}

}  // namespace lab::command::screen
