#include "lab/probe/map/page.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "lab/probe/map/question_count.h"

namespace lab::probe::map {
namespace {

constexpr std::size_t most_with_controls = 8;  // measures, one line of maps each
constexpr std::size_t most_written = 60;       // cells of a map with their numbers
constexpr double small_cell = 14, wide_cell = 40, cell_height = 26;  // pixels
constexpr double letter = 6, margin_top = 40, head = 62;             // pixels

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
               std::optional<std::size_t> control, std::size_t seeds) {
  Panel panel{control ? result.controls[*control] : measure, {}, measure, control, {}, {}};
  for (const ProbeCell& cell : result.cells) {
    if (cell.measure != measure || (control && !cell.controls[*control])) continue;
    add_new(cell.row, panel.rows);
    add_new(cell.column, panel.columns);
  }
  panel.width = px(panel.columns.size()) * (panel.written() ? wide_cell : small_cell);
  panel.height = px(panel.rows.size()) * (panel.written() ? cell_height : small_cell);
  if (!control) panel.note = questions_text(result, measure, seeds);
  const std::size_t text = std::max(base::letters(panel.title), base::letters(panel.note));
  panel.width = std::max(panel.width, letter * px(text));
  return panel;
}

std::vector<std::vector<Panel>> lines_of(const ProbeResult& result, std::size_t seeds) {
  std::vector<std::vector<Panel>> lines;
  const bool controls = shows_controls(result);
  const auto square = static_cast<std::size_t>(std::ceil(std::sqrt(px(result.drawn.size()))));
  for (const std::string& measure : result.drawn) {
    const Panel value = panel_of(result, measure, std::nullopt, seeds);
    if (value.rows.empty()) continue;
    if (controls || lines.empty() || lines.back().size() == square) lines.emplace_back();
    lines.back().push_back(value);
    for (std::size_t c = 0; controls && c < result.controls.size(); ++c) {
      Panel control = panel_of(result, measure, c, seeds);
      if (!control.rows.empty()) lines.back().push_back(std::move(control));
    }
  }
  return lines;
}

}  // namespace

bool Panel::written() const { return rows.size() * columns.size() <= most_written; }

bool shows_controls(const ProbeResult& result) { return result.drawn.size() <= most_with_controls; }

Page page_of(const ProbeResult& result, std::size_t seeds, std::size_t caption_lines) {
  Page page;
  double y = head;
  for (std::vector<Panel>& panels : lines_of(result, seeds)) {
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
