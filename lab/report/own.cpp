#include "lab/report/own.h"

#include "base/file.h"
#include "base/scratch_folder.h"
#include "base/text.h"
#include "lab/compare/figure.h"
#include "lab/compare/read_comparison.h"
#include "lab/figure/gnuplot.h"
#include "lab/figure/script.h"
#include "lab/store/run_folder.h"

namespace lab::report {
namespace {

namespace fs = std::filesystem;

constexpr const char* figure_name = "figure";

/// As SVG; "" where nothing is installed that draws.
std::string drawn(const figure::FigureData& data) {
  const base::ScratchFolder workshop;
  if (!figure::draw(figure::figure_text(data), workshop.path())) return "";
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

}  // namespace lab::report
