#include "lab/report/own_section.h"

#include "base/numbers.h"
#include "lab/compare/table.h"
#include "lab/report/anchor.h"
#include "lab/report/parts.h"

namespace lab::report {
namespace {

Html rows_table(const OwnRuns& own) {
  const base::Table table = compare::table_of(own.comparison, own.rows);
  std::vector<std::vector<Cell>> rows;
  for (const std::vector<std::string>& row : table.rows) {
    std::vector<Cell> cells;
    for (const std::string& text : row) {
      const auto number = base::number_in<double>(text);
      cells.push_back(number ? number_cell(text, *number) : cell(text));
    }
    rows.push_back(std::move(cells));
  }
  return sortable_table(table.columns, rows);
}

Html figure_of(const OwnRuns& own) {
  if (own.svg.empty()) {
    return paragraph("Not drawn: no gnuplot where this page was made.", "warning");
  }
  const Picture shown = picture(own.svg, alternative_text(own.data));
  return element("figure", shown.html + element("figcaption", html_text(shown.lettering.caption)));
}

}  // namespace

Html own_section(const OwnRuns& own) {
  const std::string id = own_anchor(own.word);
  Html html = linked_heading("h2", id, own.comparison.name);
  for (const std::string& remark : own.remarks) html += paragraph(remark, "warning");
  if (own.rows.empty()) {
    html += paragraph("No run is finished.", "warning");
  } else {
    html += figure_of(own);
    html += paragraph(
        "Exact match over the seeds, percent: median, lowest and highest; fit: how many seeds "
        "solve their training questions; guess: the highest level of not knowing.",
        "faint");
    html += rows_table(own);
  }
  for (const std::string& command : own.commands) html += code_block(command);
  html += folded("Spec: " + own.word, code_block(own.text));
  return element("section", {{"id", id}}, html);
}

}  // namespace lab::report
