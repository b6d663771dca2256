#include "lab/report/own.h"

#include "base/file.h"
#include "base/numbers.h"
#include "base/scratch_folder.h"
#include "base/text.h"
#include "lab/compare/figure.h"
#include "lab/compare/read_comparison.h"
#include "lab/compare/table.h"
#include "lab/figure/gnuplot.h"
#include "lab/figure/script.h"
#include "lab/report/parts.h"
#include "lab/store/run_folder.h"

namespace lab::report {
namespace {

namespace fs = std::filesystem;

constexpr const char* figure_name = "figure";

std::string drawn(const figure::FigureData& data) {
  const base::ScratchFolder workshop;
  figure::draw(figure::figure_text(data), workshop.path());
  return base::read_file(workshop.path() / (std::string(figure_name) + ".svg"));
}

/// Of a spec file what it says, of a run its whole spec.
std::string text_of(const std::string& word, const fs::path& store) {
  if (compare::is_spec_file(word)) return base::read_file(word);
  return base::read_file(store::find_run(store, word) / "spec.textproto");
}

std::vector<std::string> commands_of(const std::string& word, const fs::path& store) {
  const std::string rest = base::shell_word(word) + " --store " + base::shell_word(store.string());
  const std::string first = compare::is_spec_file(word) ? "lab sweep " : "lab runs show ";
  return {first + rest, "lab compare " + rest + " --out figure.svg"};
}

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

}  // namespace

OwnRuns read_own(const std::string& word, const fs::path& store) {
  OwnRuns own;
  own.word = word;
  own.text = text_of(word, store);
  own.commands = commands_of(word, store);
  own.comparison = compare::read_comparison({{word}, {}, {}, store});
  own.rows = compare::rows_of(own.comparison);
  own.remarks = compare::remarks_on(own.comparison);
  if (own.rows.empty()) return own;
  own.data = compare::figure_of(own.comparison, {}, {figure_name, "", ""});
  own.svg = drawn(own.data);
  return own;
}

Html own_section(const OwnRuns& own, const std::string& id) {
  Html html = element("h2", html_text(own.comparison.name));
  for (const std::string& remark : own.remarks) html += paragraph(remark, "warning");
  if (own.rows.empty()) {
    html += paragraph("No run is finished.", "warning");
  } else {
    html += element("figure", figure_image(own.svg, alternative_text(own.data)));
    html += paragraph(
        "Exact match over the seeds, percent: median, lowest and highest; fit: how many seeds "
        "solve their training questions; guess: the highest level of not knowing.",
        "faint");
    html += rows_table(own);
  }
  for (const std::string& command : own.commands) html += code_block(command);
  html += folded("Spec: " + own.word, code_block(own.text), "screen");
  return element("section", {{"id", id}}, html);
}

}  // namespace lab::report
