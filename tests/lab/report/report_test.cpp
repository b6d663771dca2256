#include "lab/report/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <regex>
#include <set>

#include "base/file.h"
#include "lab/report/anchor.h"
#include "lab/report/drawing/colors.h"
#include "lab/report/html.h"
#include "lab/report/own_section.h"
#include "lab/report/page.h"
#include "lab/report/parts.h"
#include "lab/report/style.h"
#include "lab/sweep/read_sweep.h"
#include "tests/lab/command/checkout.h"
#include "tests/lab/compare/testing.h"
#include "tests/lab/figure/testing.h"

namespace lab::report {
namespace {

using tests::Checkout;

std::string page_of(const Checkout& here) {
  return report_page(
      read_report({here.experiments, here.scratch.path() / "results", {}, paper::Scale::cpu}));
}

int count(const std::string& text, const std::string& part) {
  int times = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++times;
  return times;
}

bool has(const std::string& text, const std::string& part) { return count(text, part) > 0; }

/// What the page has of the tiny experiment's figure.
std::string figure_of(const std::string& page) {
  const auto at = page.find("<figure id=\"figure/tiny/lines\">");
  REQUIRE(at != page.npos);
  return page.substr(at, page.find("</figure>", at) - at);
}

/// "sha256-<base64>", by sha256sum(1).
std::string policy_hash(std::string_view code) {
  const base::ScratchFolder folder;
  base::write_file(folder.path() / "code", code);
  FILE* pipe = popen(("sha256sum < '" + (folder.path() / "code").string() + "'").c_str(), "r");
  std::string bytes;
  for (unsigned byte = 0; bytes.size() < 32 && std::fscanf(pipe, "%2x", &byte) == 1;) {
    bytes += static_cast<char>(byte);
  }
  pclose(pipe);
  return "sha256-" + data_uri("", bytes).substr(std::string("data:;base64,").size());
}

void plant_hostile_names(const Checkout& here) {
  const std::string bad = "<script>alert(1)</script>\\\"\\' onload=x &amp;";
  base::write_file(here.folder / "figures.textproto",
                   "headline: '" + bad + "'\npaper: '" + bad + "'\nfinding: '" + bad +
                       "'\nfigure { name: 'lines' title: '" + bad +
                       "' rows { sweep: 'main' task: 'sorting' }\n  series { label: '" + bad +
                       "' paper: 'p' } x_label: '" + bad + "' caption: '" + bad +
                       "' chance: 50 }\nclaim { name: '" + bad +
                       "' paper: 'p' rows { task: 'sorting' difficulty: 4 } }\n");
  base::write_file(here.folder / "paper.tsv",
                   "key\tseries\ttrain_length\ttest_length\tvalue\trelation\tstatus\tsource\n"
                   "p\tx\t1-3\t4\t99\t>\t<b>\t<i onclick=x>\n");
}

}  // namespace

TEST_CASE("the content policy names the style sheet and the script there are") {
  CHECK(report_style_hash == policy_hash(report_style));
  CHECK(report_script_hash == policy_hash(report_script));
}

TEST_CASE("the style sheet has every colour of figures: in light as it is drawn, and in the dark") {
  const std::string style(report_style);
  const auto print = style.find("@media print");
  for (const drawing::NamedColor& one : drawing::figure_colors) {
    if (one.variable == "--back") continue;
    INFO(one.variable);
    CHECK(count(style, std::string(one.variable) + ": #") == 3);
    if (one.variable == "--k6") continue;  // two greys that nobody tells apart
    const std::string drawn = fmt::format("{}: #{:06x};", one.variable, one.color);
    CHECK(style.find(drawn) < style.find("prefers-color-scheme: dark"));
    CHECK(style.find(drawn, print) != style.npos);
  }
  for (const drawing::NamedColor& one : drawing::map_colors) {
    CHECK(count(style, std::string(one.variable) + ": #") == 3);
  }
}

TEST_CASE("a report shows the words of an experiment's README, what was found before the figures") {
  const Checkout here;
  base::write_file(here.folder / "README.md",
                   "# Tiny\nIt is said.\n## What we do\nlittle\n## What came out\n"
                   "**So** ([figure](../../results/tiny/lines.svg))\n");
  REQUIRE(here.run({"tiny"}).code == 0);
  const std::string page = page_of(here);
  const auto found = page.find("<strong>So</strong> (<a href=\"#figure/tiny/lines\">figure</a>)");
  REQUIRE(found != page.npos);
  CHECK(found < page.find("<figure id=\"figure/tiny/lines\">"));
  CHECK(page.find("<p>little</p>") > page.find("<figure id=\"figure/tiny/lines\">"));
  CHECK(has(page, "<summary>What we do</summary>"));
  CHECK(has(page, "<p>It is said.</p>"));
}

TEST_CASE("no two parts of a report have one name, and every link leads to one") {
  const Checkout here;
  base::write_file(here.folder / "README.md", "# T\n## A\n## A\n[x](cpu.textproto)\n");
  REQUIRE(here.run({"tiny"}).code == 0);
  const std::string page = page_of(here);
  static const std::regex id(" id=\"([^\"]*)\""), to(" href=\"#([^\"]*)\"");
  std::set<std::string> ids;
  for (std::sregex_iterator at(page.begin(), page.end(), id), end; at != end; ++at) {
    INFO((*at)[1]);
    CHECK(ids.insert((*at)[1]).second);
  }
  for (std::sregex_iterator at(page.begin(), page.end(), to), end; at != end; ++at) {
    INFO((*at)[1]);
    CHECK(ids.contains((*at)[1]));
  }
  CHECK(ids.contains("readme/tiny/a-again"));
}

TEST_CASE("a report shows every figure with its claims, numbers, seeds, runs and commands") {
  const Checkout here;
  REQUIRE(here.run({"tiny"}).code == 0);
  const std::string page = page_of(here);
  CHECK(count(figure_of(page), "<svg viewBox=") == 1);
  CHECK(has(figure_of(page), ">items</text>"));
  CHECK(count(page, "<img ") == 0);
  CHECK(has(figure_of(page), "lab reproduce tiny/lines"));
  CHECK(has(page, "lab sweep experiments/tiny/cpu.textproto"));
  CHECK(has(page, "values: 20"));
  CHECK(has(page, "2 of 2 planned runs have scores"));
  CHECK(has(page, "<p class=\"claim\"><strong>The paper&#39;s claim: </strong>tiny</p>"));
  CHECK(has(page, "<strong>Our finding: </strong>it does</p>"));
  CHECK(count(page, ">it does</td>") == 1);   // of all findings
  CHECK(count(page, "&gt; 99 %</td>") == 2);  // the claim, and the claim beside its figure
  const std::vector<spec::plan::SweepPlan> plans =
      paper::plans_of(here.experiment(), paper::Scale::cpu);
  for (const spec::plan::PlannedRun& run : plans[0].runs) {
    CHECK(count(page, "<td>" + run.spec.fingerprint + "</td>") == 1);
  }
  CHECK(!has(page, "class=\"warning\""));
}

TEST_CASE("a report is the same bytes again, and says nothing of where or when it was made") {
  const Checkout here, there;
  REQUIRE(here.run({"tiny"}).code == 0);
  std::filesystem::create_directories(there.results.parent_path());
  std::filesystem::copy(here.results, there.results);
  const std::string page = page_of(here);
  CHECK((page == page_of(there)));
  CHECK(!has(page, here.scratch.path().string()));
  const auto file = here.scratch.path() / "out" / "r.html";
  const auto ended = tests::lab({"report", "--experiments", here.experiments, "--out", file});
  CHECK(ended.code == 0);
  CHECK((base::read_file(file) == page));
}

TEST_CASE("hostile names are shown, and nothing of them is markup") {
  const Checkout here;
  plant_hostile_names(here);
  REQUIRE(here.run({"tiny"}).code == 0);
  const std::string page = page_of(here);
  CHECK(has(page, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onload=x &amp;amp;"));
  CHECK(count(page, "<script") == 1);  // our own
  CHECK(!has(page, "<b>"));
  CHECK(!has(page, "<i onclick"));
}

TEST_CASE("a report loads nothing but what it holds") {
  const Checkout here;
  REQUIRE(here.run({"tiny"}).code == 0);
  const std::string page = page_of(here);
  CHECK(has(page, "content=\"default-src &#39;none&#39;; img-src data:;"));
  CHECK(count(page, " src=\"") == count(page, " src=\"data:"));
  CHECK(count(page, " href=\"") == count(page, " href=\"#"));
  CHECK(!has(page, "url("));
  CHECK(!has(page, "@import"));
}

TEST_CASE("a report says what is not run, not drawn, or drawn from other scores") {
  const Checkout here;
  const std::string nothing = page_of(here);
  CHECK(has(nothing, "0 of 2 planned runs have scores"));
  CHECK(has(nothing, "Not drawn yet."));
  CHECK(has(nothing, "<span class=\"verdict not-run\">not run</span>"));
  REQUIRE(here.run({"tiny"}).code == 0);
  const std::string svg = base::read_file(here.results / "lines.svg");
  base::write_file(here.results / "lines.svg", svg.substr(0, svg.size() / 2));
  const std::string cut = page_of(here);
  CHECK(has(cut, "class=\"warning\">lines.svg: is no SVG figure: line "));
  CHECK(!has(figure_of(cut), "<svg"));
  CHECK(!has(figure_of(cut), "<img "));
  base::write_file(here.results / "lines.svg", svg);
  base::Table scores = base::read_tsv(here.results / "scores.tsv");
  scores.rows[0][scores.column("solved")] = "5";
  scores.rows[2][scores.column("solved")] = "5";
  base::write_file(here.results / "scores.tsv", base::tsv(scores));
  CHECK(has(page_of(here), "Drawn from other scores than the tables below"));
}

TEST_CASE("a claim stands beside the figures that show its runs") {
  figure::RowFilter one, other;
  one.sweeps = {"s"};
  one.where = {{"a", "1"}, {"b", "2"}};
  other.sweeps = {"s", "t"};
  other.where = {{"b", "2"}, {"a", "1"}};
  figure::ClaimSpec claim{"c", "", one, "", {}};
  figure::FigureSpec figure;
  figure.name = "f";
  figure.series.push_back({"l", other, false, {}});
  CHECK(concerns(claim, figure));
  claim.rows.difficulty = 4;
  CHECK(concerns(claim, figure));
  figure.series[0].rows.difficulty = 5;
  CHECK(!concerns(claim, figure));
  figure.series[0].rows.difficulty = 4;
  CHECK(concerns(claim, figure));
  claim.rows.sweeps = {"u"};
  CHECK(!concerns(claim, figure));
  claim.rows.sweeps = {};
  claim.rows.where.pop_back();
  CHECK(!concerns(claim, figure));
}

TEST_CASE("the numbers of a threshold are what its axis counts, not percent") {
  const tests::GoldenFigures golden;
  const auto needed = std::ranges::find(golden.file.figures, "needed", &figure::FigureSpec::name);
  REQUIRE(needed != golden.file.figures.end());
  const figure::FigureData data = golden.data(*needed);
  const std::string table = numbers_table(data).code;
  CHECK(has(table, "median, " + needed->y_label));
  CHECK(!has(table, "median %"));
  CHECK(has(alternative_text(data), needed->y_label + ", median over seeds"));
  CHECK(!has(alternative_text(data), " % at "));
}

TEST_CASE("a report holds sweeps and runs of one's own, with what is unfit or missing") {
  const base::ScratchFolder scratch;
  const std::string file = tests::scored_sweep(scratch.path(), {40, 60, 80}, {90, 20});
  const auto out = scratch.path() / "report.html";
  const std::string run = sweep::read_sweep(file).runs.front().spec.fingerprint;
  const tests::Ended ended =
      tests::lab({"report", file, run, file, "--store", scratch.path() / "store", "--experiments",
                  scratch.path(), "--out", out});
  INFO(ended.err);
  CHECK(ended.code == 0);
  const std::string page = base::read_file(out);
  CHECK(has(page, "width=16 seed 3 (missing)"));
  CHECK(has(page, "unfit: width=8 seed 1"));
  CHECK(count(page, "<svg viewBox=") == 2);
  CHECK(count(page, "<section id=\"" + own_anchor(file) + "\">") == 1);
  CHECK(count(page, "<section id=\"" + own_anchor(run) + "\">") == 1);
  CHECK(!has(page, "id=\"tasks\""));
  CHECK(has(page, "60.0"));
  CHECK(has(page, "lab compare " + file));
  CHECK(has(page, "axis { name: &#39;width&#39;"));
}

TEST_CASE("a sweep without a finished run is in a report with that") {
  const base::ScratchFolder scratch;
  const OwnRuns own = read_own(tests::tiny_sweep(scratch.path(), 1), scratch.path() / "store");
  CHECK(own.rows.empty());
  CHECK(has(own_section(own).code, "No run is finished."));
}

}  // namespace lab::report
