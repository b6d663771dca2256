#include "lab/probe/map/figure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/tsv.h"
#include "lab/figure/text.h"
#include "lab/probe/map/page.h"
#include "lab/probe/map/table.h"

namespace lab::probe::map {
namespace {

constexpr const char* values_alone = " So many maps have no controls beside them; the table does.";

std::optional<double> value_in(const ProbeCell& cell, const Panel& panel) {
  if (!panel.control) return cell.value.middle;
  return cell.controls[*panel.control];
}

/// What gnuplot reads: the number of the map, column and row from 1, and the value.
std::string table_text(const ProbeResult& result, const Page& page, double* largest) {
  base::Table table{map_columns(), {}};
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
    text += fmt::format("{}{} {}", i == 0 ? "" : ", ", figure::literal(names[i]), i + 1);
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
      1 - (panel.top + panel.height) / page.height, figure::literal(panel.title),
      panel.columns.size(), panel.rows.size());
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
  std::string text =
      fmt::format("set label 1 {} at screen {:.4f}, screen {:.4f} font ',13'\n",
                  figure::literal(title), page_gap / page.width, 1 - 22 / page.height);
  double y = page_gap / 2 + caption_line * static_cast<double>(caption.size());
  for (std::size_t i = 0; i < caption.size(); ++i) {
    text +=
        fmt::format("set label {} {} at screen {:.4f}, screen {:.4f} font ',10' tc rgb '#555555'\n",
                    i + 2, figure::literal(caption[i]), page_gap / page.width, y / page.height);
    y -= caption_line;
  }
  return text;
}

}  // namespace

figure::FigureText probe_figure(const ProbeResult& result, const std::string& name,
                                const std::string& title, const std::string& caption) {
  Page page = page_of(result, 0);
  const bool controls = shows_controls(result);
  const auto lines = figure::wrapped(controls ? caption : caption + values_alone,
                                     static_cast<std::size_t>((page.width - 2 * page_gap) / 5.6));
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
      name, page.width, page.height, figure::plain_literal(name),
      figure::plain_literal(name + ".svg"), -largest, largest);
  script += "set multiplot\n" + page_text(page, title, lines);
  for (std::size_t p = 0; p < page.panels.size(); ++p) {
    script += panel_script(page.panels[p], p + 1, page, figure::plain_literal(name + ".tsv"));
    if (p == 0) {
      for (std::size_t i = 1; i < lines.size() + 2; ++i)
        script += fmt::format("unset label {}\n", i);
    }
  }
  return {name, script + "unset multiplot\n", table};
}

}  // namespace lab::probe::map
