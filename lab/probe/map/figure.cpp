#include "lab/probe/map/figure.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/tsv.h"
#include "lab/figure/axes.h"
#include "lab/figure/text.h"
#include "lab/probe/map/caption.h"
#include "lab/probe/map/page.h"
#include "lab/probe/map/table.h"

namespace lab::probe::map {
namespace {

std::optional<double> value_in(const ProbeCell& cell, const Panel& panel) {
  if (!panel.control) return cell.value.middle;
  return cell.controls[*panel.control];
}

/// What gnuplot reads: the number of the map, column and row from 1, and the value.
std::string table_text(const ProbeResult& result, const Page& page) {
  base::Table table{map_columns(), {}};
  for (std::size_t p = 0; p < page.panels.size(); ++p) {
    const Panel& panel = page.panels[p];
    for (const ProbeCell& cell : result.cells) {
      if (cell.measure != panel.measure || !value_in(cell, panel)) continue;
      const double value = *value_in(cell, panel);
      const auto place = [](const std::vector<std::string>& names, const std::string& name) {
        return std::to_string(std::ranges::find(names, name) - names.begin() + 1);
      };
      table.rows.push_back({std::to_string(p + 1), place(panel.columns, cell.column),
                            place(panel.rows, cell.row), fmt::format("{:.4f}", value), cell.measure,
                            cell.row, cell.column,
                            panel.control ? result.controls[*panel.control] : "value",
                            cell.questions > 0 ? std::to_string(cell.questions) : ""});
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

/// A literal of one line, or of two.
std::string title_of(const Panel& panel) {
  const std::string title = figure::literal(panel.title);
  if (panel.note.empty()) return title;
  return title + ".\"\\n\"." + figure::literal(panel.note);
}

std::string panel_script(const Panel& panel, std::size_t number, const Page& page,
                         const std::string& file) {
  std::string text = fmt::format(
      "set lmargin at screen {:.4f}\nset rmargin at screen {:.4f}\n"
      "set tmargin at screen {:.4f}\nset bmargin at screen {:.4f}\n"
      "set title {} font ',11' offset 0,-0.7\n"
      "set xrange [0.5:{}.5]\nset yrange [{}.5:0.5]\n",
      panel.left / page.width, (panel.left + panel.width) / page.width, 1 - panel.top / page.height,
      1 - (panel.top + panel.height) / page.height, title_of(panel), panel.columns.size(),
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

/// What the colours go from and to: the same in all figures, but where a value is beyond.
figure::Extent scale_of(const ProbeResult& result, const Page& page) {
  constexpr double shown_as_zero = 0.005;
  figure::Extent scale{0, 1};
  for (const Panel& panel : page.panels) {
    for (const ProbeCell& cell : result.cells) {
      if (cell.measure == panel.measure && value_in(cell, panel)) scale.add(*value_in(cell, panel));
    }
  }
  if (scale.low > -shown_as_zero) return {0, scale.high};
  const double most = std::max(scale.high, -scale.low);
  return {-most, most};
}

/// The colours, and their bar at the upper right.
std::string scale_text(const figure::Extent& scale, const Page& page) {
  constexpr double width = 110, height = 9, right = 30, top = 30;  // pixels
  const char* const low = scale.low < 0 ? "-1 '#D55E00', " : "";
  return fmt::format(
      "set palette defined ({}0 'white', 1 '#4a9fd8')\nset cbrange [{:.4g}:{:.4g}]\n"
      "set colorbox horizontal user origin screen {:.4f}, screen {:.4f} "
      "size screen {:.4f}, screen {:.4f}\nset cbtics {:.4g} scale 0.3 offset 0,0.6 font ',9'\n",
      low, scale.low, scale.high, 1 - (right + width) / page.width, 1 - top / page.height,
      width / page.width, height / page.height, (scale.high - scale.low) / 2);
}

std::string page_text(const Page& page, const MapTexts& texts,
                      const std::vector<std::string>& caption) {
  std::string text = fmt::format(
      "set label 1 '{{/:Bold {}}}' at screen {:.4f}, screen {:.4f} font ',13'\n"
      "set label 2 {} at screen {:.4f}, screen {:.4f} font ',10' tc rgb '#444444'\n",
      figure::bare_literal(texts.title), page_gap / page.width, 1 - 22 / page.height,
      figure::literal(texts.about), page_gap / page.width, 1 - 42 / page.height);
  double y = page_gap / 2 + caption_line * static_cast<double>(caption.size());
  for (std::size_t i = 0; i < caption.size(); ++i) {
    text +=
        fmt::format("set label {} {} at screen {:.4f}, screen {:.4f} font ',10' tc rgb '#555555'\n",
                    i + 3, figure::literal(caption[i]), page_gap / page.width, y / page.height);
    y -= caption_line;
  }
  return text;
}

std::string head_text(const std::string& name, const Page& page) {
  return figure::terminal_text(name, name, {page.width, page.height}, "svg") +
         "set encoding utf8\n"
         "set datafile separator tab\nset datafile columnheaders\n"
         "# column `name` of the cells of map n\n"
         "pick(n, name) = column('panel') == n ? column(name) : NaN\n"
         "shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))\n"
         "unset key\nset border 31 lw 0.5 lc rgb '#444444'\n";
}

/// With room for the title, what is below it, and the bar of the colours to their right.
Page wide_enough(Page page, const MapTexts& texts) {
  constexpr double bold_letter = 8.6, letter = 6.1, bar = 175;  // pixels
  const double text = std::max(bold_letter * static_cast<double>(base::letters(texts.title)),
                               letter * static_cast<double>(base::letters(texts.about)));
  page.width = std::max(page.width, page_gap + text + bar);
  return page;
}

/// Texts and the bar of the colours are drawn once, with the first map.
std::string after_first(std::size_t labels) {
  std::string text = "unset colorbox\n";
  for (std::size_t i = 1; i <= labels; ++i) text += fmt::format("unset label {}\n", i);
  return text;
}

}  // namespace

figure::FigureText probe_figure(const ProbeResult& result, const std::string& name,
                                const MapTexts& texts) {
  constexpr double letter = 5.6;  // pixels, font size 10
  Page page = wide_enough(page_of(result, texts.seeds, 0), texts);
  const auto lines =
      figure::wrapped(caption_of(texts.caption, result, page, texts.seeds),
                      static_cast<std::size_t>((page.width - 2 * page_gap) / letter));
  page = wide_enough(page_of(result, texts.seeds, lines.size()), texts);
  std::string script = head_text(name, page) + scale_text(scale_of(result, page), page) +
                       "set multiplot\n" + page_text(page, texts, lines);
  for (std::size_t p = 0; p < page.panels.size(); ++p) {
    script += panel_script(page.panels[p], p + 1, page, figure::plain_literal(name + ".tsv"));
    if (p == 0) script += after_first(lines.size() + 2);
  }
  return {name, script + "unset multiplot\n", table_text(result, page)};
}

}  // namespace lab::probe::map
