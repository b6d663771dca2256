#include "lab/command/screen/top_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/text.h"
#include "lab/command/screen/cut.h"
#include "lab/command/screen/sparkline.h"

namespace lab::command::screen {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t spark_width = 16;

/// Logarithms, so that a loss that halves goes down as far late as early.
std::string spark(const store::RunView& run, std::size_t width) {
  std::vector<double> logarithms;
  for (const double loss : run.losses) logarithms.push_back(std::log(loss));
  return sparkline(logarithms, width);
}

/// "950", "12.3k", "1.2M".
std::string short_number(double number) {
  if (number >= 1e6) return fmt::format("{:.1f}M", number / 1e6);
  return number >= 1e4 ? fmt::format("{:.1f}k", number / 1e3) : fmt::format("{:.0f}", number);
}

std::string when_known(bool known, const std::string& text) { return known ? text : ""; }

/// A column of the screen, and what stands there of a run.
struct Column {
  const char* name;
  bool at_right;
  std::string (*of)(const store::RunView&);
};

std::string percent_of(const store::RunView& run) {
  return when_known(run.steps > 0,
                    fmt::format("{}%", 100 * run.step / std::max<std::int64_t>(run.steps, 1)));
}

/// Behind the name, in order; the names of those that go first where there is no room are in
/// `dispensable`.
const std::vector<Column>& columns_of_top() {
  static const std::vector<Column> all{
      {"status", false, [](const auto& run) { return std::string(store::name(run.state)); }},
      {"step", true, [](const auto& run) { return fmt::format("{}/{}", run.step, run.steps); }},
      {"%", true, percent_of},
      {"tokens/s", true,
       [](const auto& run) {
         return when_known(!run.losses.empty(), short_number(run.tokens_per_second));
       }},
      {"to go", true,
       [](const auto& run) {
         return when_known(run.seconds_left.has_value(),
                           base::duration_text(run.seconds_left.value_or(0)));
       }},
      {"loss", true,
       [](const auto& run) {
         return run.losses.empty() ? "" : fmt::format("{:.4f}", run.losses.back());
       }},
      {"from first", false, [](const auto& run) { return spark(run, spark_width); }},
      {"run", false, [](const auto& run) { return run.fingerprint.substr(0, 8); }}};
  return all;
}

constexpr std::array dispensable{"tokens/s", "step", "run"};
constexpr std::size_t least_name = 24;

std::size_t width_of(const Column& column, std::span<const store::RunView> runs) {
  std::size_t width = base::letters(column.name);
  for (const store::RunView& run : runs) width = std::max(width, base::letters(column.of(run)));
  return width;
}

/// What the lines of a screen are made of: columns with their widths, and room for names.
struct Layout {
  std::vector<std::pair<Column, std::size_t>> columns;
  std::size_t name = 0;
  std::set<std::string> shared = {};  ///< words of all names
};

Layout layout_of(std::span<const store::RunView> runs, std::size_t width) {
  std::size_t longest = base::letters("name");
  std::vector<std::string> names;
  for (const store::RunView& run : runs) {
    longest = std::max(longest, base::letters(run.name));
    names.push_back(run.name);
  }
  Layout layout;
  layout.shared = shared_words(names);
  std::size_t taken = 0;
  for (const Column& column : columns_of_top()) {
    layout.columns.emplace_back(column, width_of(column, runs));
    taken += layout.columns.back().second + 2;
  }
  for (const char* name : dispensable) {
    if (taken + std::min(longest, least_name) <= width) break;
    const auto found = std::ranges::find_if(
        layout.columns, [&](const auto& one) { return std::string_view(one.first.name) == name; });
    taken -= found->second + 2;
    layout.columns.erase(found);
  }
  layout.name = std::min(longest, taken + 4 < width ? width - taken : 4);
  return layout;
}

std::string line_of(const Layout& layout, const std::string& name,
                    const std::function<std::string(const Column&)>& cell) {
  std::string line = padded(short_name(name, layout.shared, layout.name), layout.name);
  for (const auto& [column, width] : layout.columns) {
    const std::string text = cell(column);
    const std::string room(width - std::min(width, base::letters(text)), ' ');
    line += "  " + (column.at_right ? room + text : text + room);
  }
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

std::string counts_of(const store::StoreView& view) {
  std::map<std::string_view, int> by_name;
  for (const auto& [state, count] : view.counts) by_name[store::name(state)] = count;
  return base::joined(
      by_name, [](const auto& named) { return fmt::format("{} {}", named.second, named.first); });
}

}  // namespace

std::string top_screen(const store::StoreView& view, std::size_t columns, std::size_t lines) {
  const std::size_t room = std::max<std::size_t>(lines, 4) - 3;  // counts, heading, the last line
  const std::size_t runs = view.runs.size(), shown = runs <= room ? runs : room - 1;
  const std::span<const store::RunView> some = std::span(view.runs).first(shown);
  const Layout layout = layout_of(some, columns);
  std::vector<std::string> all{counts_of(view), line_of(layout, "name", [](const Column& column) {
                                 return std::string(column.name);
                               })};
  for (const store::RunView& run : some) {
    all.push_back(line_of(layout, run.name, [&](const Column& column) { return column.of(run); }));
  }
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
                          spark(run, spark_width), run.name});
  }
  return table;
}

std::string top_json(const store::StoreView& view) {
  Json all = Json::array();
  for (const store::RunView& run : view.runs) {
    const bool begun = !run.losses.empty();
    all.push_back({{"fingerprint", run.fingerprint},
                   {"status", store::name(run.state)},
                   {"step", run.step},
                   {"steps", run.steps},
                   {"loss", begun ? Json(run.losses.back()) : Json()},
                   {"tokens_per_second", begun ? Json(run.tokens_per_second) : Json()},
                   {"seconds_left", run.seconds_left ? Json(*run.seconds_left) : Json()},
                   {"losses", run.losses},
                   {"name", run.name}});
  }
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lab::command::screen
