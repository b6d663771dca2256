#include "tests/lab/figure/drawn.h"

#include <catch2/catch.hpp>
#include <map>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "base/text.h"
#include "base/tsv.h"
#include "lab/figure/script.h"
#include "tests/lab/figure/testing.h"

namespace lab::figure {
namespace {

namespace fs = std::filesystem;
using Catch::Contains;

/// Figures of the papers: those with a script and a table beside them.
std::vector<fs::path> paper_figures() {
  std::vector<fs::path> all;
  for (const auto& paper : fs::directory_iterator(LAB_SOURCE_DIR "/results")) {
    if (!fs::is_directory(paper)) continue;
    for (const auto& file : fs::directory_iterator(paper)) {
      if (file.path().extension() == ".svg") all.push_back(file.path());
    }
  }
  return all;
}

std::vector<fs::path> probe_maps() {
  std::vector<fs::path> all;
  for (const auto& file : fs::recursive_directory_iterator(LAB_SOURCE_DIR "/results")) {
    const bool probe = file.path().string().find("/probes/") != std::string::npos;
    if (probe && file.path().extension() == ".svg") all.push_back(file.path());
  }
  return all;
}

std::string beside(fs::path svg, const char* ending) {
  return base::read_file(svg.replace_extension(ending));
}

/// A seed that is cut off leaves no mark: a series needs as many marks as it has seeds.
std::string lost_seeds(const tests::DrawnFigure& drawn, const base::Table& table) {
  std::size_t seeds = 0, marks = 0;
  for (const auto& row : table.rows) seeds += row[table.column("row")] == "seed" ? 1 : 0;
  for (const tests::DrawnMark& mark : drawn.marks) marks += mark.in_plot ? 1 : 0;
  return marks < seeds ? "seeds are missing" : "";
}

std::string faults_of(const std::string& svg, const std::string& script, const std::string& table) {
  const tests::DrawnFigure drawn = tests::drawn_in(svg);
  std::string text =
      base::joined(tests::faults_of_texts(drawn), "; ") + " " +
      base::joined(tests::faults_of_data(drawn, tests::plots_in(script, drawn.page)), "; ");
  const bool is_map = script.find("boxxyerror fs solid noborder fc palette") != script.npos;
  if (!is_map) text += " " + lost_seeds(drawn, base::parse_tsv(table, "table"));
  return base::trimmed(text);
}

/// The faults of a golden figure, its script changed.
std::string faults_after(const std::string& old_text, const std::string& new_text,
                         const std::string& name = "lines") {
  const tests::GoldenFigures golden;
  const base::ScratchFolder scratch;
  FigureText text =
      figure_text(golden.data(*std::ranges::find(golden.file.figures, name, &FigureSpec::name)));
  const auto at = text.script.find(old_text);
  REQUIRE(at != text.script.npos);
  text.script.replace(at, old_text.size(), new_text);
  draw(text, scratch.path());
  return faults_of(base::read_file(scratch.path() / (name + ".svg")), text.script, text.table);
}

}  // namespace

TEST_CASE("in the papers' figures no text is over data or text, and no data out of the plot") {
  REQUIRE(paper_figures().size() > 20);
  for (const fs::path& svg : paper_figures()) {
    INFO(svg.string());
    CHECK(faults_of(base::read_file(svg), beside(svg, ".gp"), beside(svg, ".tsv")) == "");
  }
}

TEST_CASE("in the maps of probes no text is over another, and none leaves the page") {
  REQUIRE(!probe_maps().empty());
  for (const fs::path& svg : probe_maps()) {
    INFO(svg.string());
    tests::DrawnFigure drawn = tests::drawn_in(base::read_file(svg));
    drawn.lines.clear();  // the cells, on which the numbers are
    CHECK(base::joined(tests::faults_of_texts(drawn), "; ") == "");
  }
}

TEST_CASE("the titles of one paper's figures differ") {
  for (const auto& paper : fs::directory_iterator(LAB_SOURCE_DIR "/results")) {
    std::map<std::string, std::string> titles;
    for (const fs::path& svg : paper_figures()) {
      if (svg.parent_path() != paper.path()) continue;
      const tests::DrawnFigure drawn = tests::drawn_in(base::read_file(svg));
      REQUIRE(!drawn.texts.empty());
      const auto highest = std::ranges::min_element(
          drawn.texts, {}, [](const tests::DrawnText& text) { return text.box.top; });
      const auto [same, is_new] = titles.emplace(highest->text, svg.string());
      INFO(svg.string() << " and " << same->second << ": " << highest->text);
      CHECK(is_new);
    }
  }
}

TEST_CASE("the golden figures of both forms have no such fault") {
  const tests::GoldenFigures golden;
  const base::ScratchFolder scratch;
  for (const FigureSpec& figure : golden.file.figures) {
    FigureText text = figure_text(golden.data(figure));
    draw(text, scratch.path());
    INFO(figure.name);
    const fs::path svg = scratch.path() / (figure.name + ".svg");
    CHECK(faults_of(base::read_file(svg), text.script, text.table) == "");
    text.script = "format = 'svg'\n" + text.column_script;
    const auto name = text.script.find("_column'.'.'");
    REQUIRE(name != text.script.npos);
    text.script.erase(name, std::string_view("_column").size());
    draw(text, scratch.path());
    CHECK(faults_of(base::read_file(svg), text.script, text.table) == "");
  }
}

TEST_CASE("a figure with such a fault is found out") {
  CHECK(faults_after("\nplot ", "\nplot ") == "");
  CHECK_THAT(faults_after("\nplot ", "\nset label 'in the way' at 40, 82 center\nplot "),
             Contains("`in the way` is over a mark") && Contains("`in the way` is over a line"));
  CHECK_THAT(faults_after("\nplot ",
                          "\nset label 'other' at graph 0, graph -0.1\n"
                          "set label 'one' at graph 0, graph -0.1\nplot "),
             Contains("`one` is over `other`") || Contains("`other` is over `one`"));
  CHECK_THAT(
      faults_after("\nplot ", "\nset arrow from 30, 82 to graph 1.1, graph 0.5 nohead\nplot "),
      Contains("leaves the plot"));
  CHECK_THAT(faults_after("\nplot ", "\nset yrange [0:50]\nplot "), Contains("seeds are missing"));
  CHECK_THAT(
      faults_after("\nplot ", "\nset label 'far too long' at screen 0.97, screen 0.5\nplot "),
      Contains("`far too long` leaves the page"));
}

TEST_CASE("of small plots each must hold what is drawn in it") {
  CHECK(faults_after("\nplot ", "\nplot ", "panels") == "");
  CHECK_THAT(
      faults_after(
          "\nset multiplot",
          "\nset arrow from screen 0.2, screen 0.7 to screen 0.9, screen 0.7 nohead\nset multiplot",
          "panels"),
      Contains("leaves the plot"));
  CHECK_THAT(faults_after("\nplot ", "\nset yrange [0:50]\nplot ", "panels"),
             Contains("seeds are missing"));
}

}  // namespace lab::figure
