#include "lab/probe/map/page.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace lab::probe::map {
namespace {

constexpr std::size_t most_with_controls = 8;  // measures, one line of maps each
constexpr std::size_t most_written = 60;       // cells of a map with their numbers
constexpr double small_cell = 14, wide_cell = 40, cell_height = 26;  // pixels
constexpr double letter = 6, margin_top = 34, head = 50;             // pixels

void add_new(const std::string& name, std::vector<std::string>& names) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

std::size_t longest(const std::vector<std::string>& names) {
  std::size_t most = 0;
  for (const std::string& name : names) most = std::max(most, base::letters(name));
  return most;
}

double px(std::size_t count) { return static_cast<double>(count); }

Panel panel_of(const ProbeResult& result, const std::string& measure,
               std::optional<std::size_t> control) {
  Panel panel{control ? result.controls[*control] : measure, measure, control, {}, {}};
  for (const ProbeCell& cell : result.cells) {
    if (cell.measure != measure) continue;
    add_new(cell.row, panel.rows);
    add_new(cell.column, panel.columns);
  }
  panel.width = px(panel.columns.size()) * (panel.written() ? wide_cell : small_cell);
  panel.height = px(panel.rows.size()) * (panel.written() ? cell_height : small_cell);
  panel.width = std::max(panel.width, letter * px(base::letters(panel.title)));
  return panel;
}

std::vector<std::vector<Panel>> lines_of(const ProbeResult& result) {
  std::vector<std::vector<Panel>> lines;
  const bool controls = shows_controls(result);
  const auto square = static_cast<std::size_t>(std::ceil(std::sqrt(px(result.drawn.size()))));
  for (const std::string& measure : result.drawn) {
    const Panel value = panel_of(result, measure, std::nullopt);
    if (value.rows.empty()) continue;
    if (controls || lines.empty() || lines.back().size() == square) lines.emplace_back();
    lines.back().push_back(value);
    for (std::size_t c = 0; controls && c < result.controls.size(); ++c) {
      lines.back().push_back(panel_of(result, measure, c));
    }
  }
  return lines;
}

}  // namespace

bool Panel::written() const { return rows.size() * columns.size() <= most_written; }

bool shows_controls(const ProbeResult& result) { return result.drawn.size() <= most_with_controls; }

Page page_of(const ProbeResult& result, std::size_t caption_lines) {
  Page page;
  double y = head;
  for (std::vector<Panel>& panels : lines_of(result)) {
    double x = page_gap, bottom = y;
    for (Panel& panel : panels) {
      panel.left = x + letter * px(longest(panel.rows)) + 12;
      panel.top = y + margin_top;
      x = panel.left + panel.width + page_gap;
      bottom = std::max(bottom, panel.top + panel.height + letter * px(longest(panel.columns)));
      page.panels.push_back(panel);
    }
    page.width = std::max(page.width, x);
    y = bottom + page_gap;
  }
  page.width = std::max(page.width, 640.0);
  page.height = y + caption_line * px(caption_lines) + page_gap;
  return page;
}

}  // namespace lab::probe::map
