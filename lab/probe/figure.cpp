#include "lab/probe/figure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"
#include "lab/figure/text.h"

namespace lab {
namespace {

constexpr std::size_t most_with_controls = 8;  // measures, one line of maps each
constexpr const char* values_alone = " So many maps have no controls beside them; the table does.";
constexpr std::size_t most_written = 60;  // cells of a map with their numbers
constexpr double small_cell = 14, wide_cell = 40, cell_height = 26;            // pixels
constexpr double letter = 6, margin_top = 34, gap = 24, head = 50, line = 15;  // pixels

/// Of the table of a figure; `of` is "value" or the name of a control.
const std::vector<std::string> map_columns{"panel",   "x",   "y",      "value",
                                           "measure", "row", "column", "of"};

/// One heat map.
struct Panel {
  std::string title, measure;
  std::optional<std::size_t> control;  ///< nothing: the value itself
  std::vector<std::string> rows, columns;
  double left = 0, top = 0, width = 0, height = 0;  ///< of the cells, pixels

  bool written() const { return rows.size() * columns.size() <= most_written; }
};

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

/// The maps in lines: a measure with its controls, or as many measures as make a square.
std::vector<std::vector<Panel>> lines_of(const ProbeResult& result) {
  std::vector<std::vector<Panel>> lines;
  const bool controls = result.drawn.size() <= most_with_controls;
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

struct Page {
  double width = 0, height = 0;
  std::vector<Panel> panels;
};

Page page_of(const ProbeResult& result, std::size_t caption_lines) {
  Page page;
  double y = head;
  for (std::vector<Panel>& panels : lines_of(result)) {
    double x = gap, bottom = y;
    for (Panel& panel : panels) {
      panel.left = x + letter * px(longest(panel.rows)) + 12;
      panel.top = y + margin_top;
      x = panel.left + panel.width + gap;
      bottom = std::max(bottom, panel.top + panel.height + letter * px(longest(panel.columns)));
      page.panels.push_back(panel);
    }
    page.width = std::max(page.width, x);
    y = bottom + gap;
  }
  page.width = std::max(page.width, 640.0);
  page.height = y + line * px(caption_lines) + gap;
  return page;
}

std::optional<double> value_in(const ProbeCell& cell, const Panel& panel) {
  if (!panel.control) return cell.value.middle;
  return cell.controls[*panel.control];
}

/// What gnuplot reads: the number of the map, column and row from 1, and the value.
std::string table_text(const ProbeResult& result, const Page& page, double* largest) {
  base::Table table{map_columns, {}};
  for (std::size_t p = 0; p < page.panels.size(); ++p) {
    const Panel& panel = page.panels[p];
    for (const ProbeCell& cell : result.cells) {
      if (cell.measure != panel.measure || !value_in(cell, panel)) continue;
      const double value = *value_in(cell, panel);
      *largest = std::max(*largest, std::abs(value));
      const auto place = [](const std::vector<std::string>& names, const std::string& name) {
        return std::to_string(std::ranges::find(names, name) - names.begin() + 1);
      };
      table.rows.push_back({std::to_string(p + 1), place(panel.columns, cell.column),
                            place(panel.rows, cell.row), fmt::format("{:.4f}", value), cell.measure,
                            cell.row, cell.column,
                            panel.control ? result.controls[*panel.control] : "value"});
    }
  }
  return base::tsv(table);
}

std::string tics(const char* axis, const std::vector<std::string>& names, const char* how) {
  std::string text = fmt::format("set {}tics {} (", axis, how);
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += fmt::format("{}{} {}", i == 0 ? "" : ", ", literal(names[i]), i + 1);
  }
  return text + ") font ',9'\n";
}

std::string panel_script(const Panel& panel, std::size_t number, const Page& page,
                         const std::string& file) {
  std::string text = fmt::format(
      "set lmargin at screen {:.4f}\nset rmargin at screen {:.4f}\n"
      "set tmargin at screen {:.4f}\nset bmargin at screen {:.4f}\n"
      "set title {} font ',11' offset 0,-0.6\n"
      "set xrange [0.5:{}.5]\nset yrange [{}.5:0.5]\n",
      panel.left / page.width, (panel.left + panel.width) / page.width, 1 - panel.top / page.height,
      1 - (panel.top + panel.height) / page.height, literal(panel.title), panel.columns.size(),
      panel.rows.size());
  text += tics("x", panel.columns, "rotate by 90 right scale 0") + tics("y", panel.rows, "scale 0");
  text += fmt::format(
      "plot {0} using (pick({1},'x')):(pick({1},'y')):(0.5):(0.5):(pick({1},'value')) \\\n"
      "  with boxxyerror fs solid noborder fc palette",
      file, number);
  if (panel.written()) {
    text += fmt::format(
        ", \\\n  {0} using (pick({1},'x')):(pick({1},'y')):(shown({1})) \\\n"
        "  with labels font ',9'",
        file, number);
  }
  return text + "\n";
}

std::string page_text(const Page& page, const std::string& title,
                      const std::vector<std::string>& caption) {
  std::string text = fmt::format("set label 1 {} at screen {:.4f}, screen {:.4f} font ',13'\n",
                                 literal(title), gap / page.width, 1 - 22 / page.height);
  double y = gap / 2 + line * px(caption.size());
  for (std::size_t i = 0; i < caption.size(); ++i) {
    text +=
        fmt::format("set label {} {} at screen {:.4f}, screen {:.4f} font ',10' tc rgb '#555555'\n",
                    i + 2, literal(caption[i]), gap / page.width, y / page.height);
    y -= line;
  }
  return text;
}

/// "value", then the controls.
std::vector<std::string> kinds_in(const base::Table& map) {
  std::vector<std::string> kinds{"value"};
  for (const auto& row : map.rows) add_new(row[map.column("of")], kinds);
  return kinds;
}

}  // namespace

FigureText probe_figure(const ProbeResult& result, const std::string& name,
                        const std::string& title, const std::string& caption) {
  Page page = page_of(result, 0);
  const bool controls = result.drawn.size() <= most_with_controls;
  const auto lines = wrapped(controls ? caption : caption + values_alone,
                             static_cast<std::size_t>((page.width - 2 * gap) / 5.6));
  page = page_of(result, lines.size());
  double largest = 1e-9;
  const std::string table = table_text(result, page, &largest);
  std::string script = fmt::format(
      "# {0}.svg, drawn from {0}.tsv. To change it, edit this file and run: gnuplot {0}.gp\n"
      "set terminal svg size {1:.0f},{2:.0f} fixed enhanced background 'white' \\\n"
      "  font 'DejaVu Sans,Verdana,sans-serif,12' name {3}\n"
      "set output {4}\nset encoding utf8\n"
      "set datafile separator tab\nset datafile columnheaders\n"
      "# column `name` of the cells of map n\n"
      "pick(n, name) = column('panel') == n ? column(name) : NaN\n"
      "shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))\n"
      "set palette defined (-1 '#D55E00', 0 'white', 1 '#4a9fd8')\n"
      "set cbrange [{5:.4g}:{6:.4g}]\nunset colorbox\nunset key\n"
      "set border 31 lw 0.5 lc rgb '#444444'\n",
      name, page.width, page.height, plain_literal(name), plain_literal(name + ".svg"), -largest,
      largest);
  script += "set multiplot\n" + page_text(page, title, lines);
  for (std::size_t p = 0; p < page.panels.size(); ++p) {
    script += panel_script(page.panels[p], p + 1, page, plain_literal(name + ".tsv"));
    if (p == 0) {
      for (std::size_t i = 1; i < lines.size() + 2; ++i)
        script += fmt::format("unset label {}\n", i);
    }
  }
  return {name, script + "unset multiplot\n", table};
}

base::Table beside_controls(const base::Table& map) {
  if (map.columns != map_columns) return map;
  const std::vector<std::string> kinds = kinds_in(map);
  base::Table table{{"measure", "row", "column"}, {}};
  table.columns.insert(table.columns.end(), kinds.begin(), kinds.end());
  std::map<std::vector<std::string>, std::size_t> places;
  for (const std::vector<std::string>& from : map.rows) {
    std::vector<std::string> cell(from.begin() + 4, from.begin() + 7);
    const auto [place, is_new] = places.emplace(cell, table.rows.size());
    cell.resize(table.columns.size());
    if (is_new) table.rows.push_back(std::move(cell));
    const auto kind = std::ranges::find(kinds, from[map.column("of")]) - kinds.begin();
    table.rows[place->second][3 + static_cast<std::size_t>(kind)] = from[map.column("value")];
  }
  return table;
}

}  // namespace lab
