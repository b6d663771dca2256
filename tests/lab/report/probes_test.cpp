#include "lab/report/probes.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "lab/store/run_folder.h"
#include "tests/lab/command/checkout.h"

namespace lab::report {
namespace {

using tests::Checkout;

constexpr const char* map_table =
    "panel\tx\ty\tvalue\tmeasure\trow\tcolumn\tof\n"
    "1\t1\t1\t0.5\tsuccessor\tblock 1\thead 1\tvalue\n"
    "2\t1\t1\t0.1\tsuccessor\tblock 1\thead 1\tuntrained\n";

std::string svg_titled(const std::string& title) {
  return "<svg xmlns='http://www.w3.org/2000/svg'><text font-size='9'>" + title + "</text></svg>";
}

std::string page_of(const Checkout& here, const std::vector<std::string>& more = {}) {
  std::vector<std::string> words{"report", "--experiments", here.experiments, "--out", "-"};
  words.insert(words.end(), more.begin(), more.end());
  const tests::Ended ended = tests::lab(words);
  INFO(ended.err);
  CHECK(ended.code == 0);
  return ended.out;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string table_of_rows(int rows) {
  std::string text = "seed\tvalue\n";
  for (int i = 0; i < rows; ++i) text += "1\t0.5\n";
  return text;
}

}  // namespace

TEST_CASE("a report shows every probe map with its title, its numbers and the words beside it") {
  const Checkout here;
  const auto probes = here.results / "probes";
  const std::string svg = svg_titled("attention: run 12");
  base::write_file(probes / "look.svg", svg);
  base::write_file(probes / "look.tsv", map_table);
  base::write_file(probes / "hint" / "late.svg", svg_titled("a late one"));
  base::write_file(probes / "few.tsv", table_of_rows(3));
  base::write_file(probes / "many.tsv", table_of_rows(501));
  base::write_file(probes / "README.md",
                   "# Why\n[map](look.svg), [hint](hint/), [far](../scores.tsv), *so*\n");
  const std::string page = page_of(here);
  CHECK(has(page,
            "<figure id=\"probe/tiny/results/tiny/probes/look\">\n<h4><a "
            "href=\"#probe/tiny/results/tiny/probes/look\">attention: run 12</a></h4>"));
  CHECK(has(page, data_uri("image/svg+xml", svg)));
  CHECK(has(page,
            "<td>successor</td><td>block 1</td><td>head 1</td><td class=\"n\">0.5</td>"
            "<td class=\"n\">0.1</td>"));
  CHECK(has(page, "results/tiny/probes/hint/late.svg"));
  CHECK(has(page, "results/tiny/probes/few.tsv: 3 rows</summary>"));
  CHECK(has(page, "results/tiny/probes/many.tsv: 501 rows, too many for this page"));
  CHECK(has(page,
            "<h4>Why</h4>\n<p><a href=\"#probe/tiny/results/tiny/probes/look\">map</a>, <a "
            "href=\"#probe/tiny/results/tiny/probes/hint\">hint</a>, far, "
            "<em>so</em></p>"));
  CHECK(has(page, "<a href=\"#probes/tiny\">Probes</a>"));
  CHECK(has(page, "attention: run 12; successor: 0.50 at block 1, head 1, untrained at most 0.10"));
  CHECK(page.find("attention: run 12") < page.find("a late one"));
  CHECK(page == page_of(here));
}

TEST_CASE("a report without probes says nothing of probes") {
  const Checkout here;
  CHECK(!has(page_of(here), "id=\"probe"));
}

TEST_CASE("a probe that cannot be shown is told on the page, and the rest is shown") {
  const Checkout here;
  const auto probes = here.results / "probes";
  base::write_file(probes / "a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>");
  base::write_file(probes / "a.tsv", map_table);
  base::write_file(probes / "b.svg", svg_titled("whole"));
  base::write_file(probes / "b.tsv", "x\ty\n1\n");
  std::filesystem::create_symlink("nowhere", probes / "c.svg");
  const std::string page = page_of(here);
  CHECK(has(page, "<p class=\"warning\">a.svg: is no SVG figure: line 1: mismatched tag</p>"));
  CHECK(has(page, "probes/a.tsv: 2 rows</summary>"));
  CHECK(has(page, "<p class=\"warning\">b.tsv:2: wanted 2 cells, found 1</p>"));
  CHECK(has(page, ">whole</a></h4>"));
  CHECK(has(page, "<p class=\"warning\">c.svg: cannot be read: No such file or directory</p>"));
  CHECK(!has(page, here.scratch.path().string()));
}

TEST_CASE("names, titles, cells and words of probes are shown, and nothing of them is markup") {
  const Checkout here;
  const auto probes = here.results / "probes";
  const std::string bad = "<img src=x onerror=alert(1)>\"'&amp;\xFF";
  base::write_file(probes / bad / (bad + ".svg"), svg_titled("&lt;img src=x&gt;\"'"));
  base::write_file(probes / bad / (bad + ".tsv"), "<img>\ty\n<img src=y>\t\"'\n");
  base::write_file(probes / bad / ("x" + bad + ".svg"), bad);
  base::write_file(probes / bad / "README.md", bad + "\n\n[" + bad + "](<" + bad + ">)\n");
  const std::string page = page_of(here);
  CHECK(has(page, "probes/&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;amp;\xEF\xBF\xBD"));
  CHECK(has(page, ">&lt;img src=x&gt;&quot;&#39;</a></h4>"));
  std::size_t images = 0;
  for (auto at = page.find("<img"); at != page.npos; at = page.find("<img", at + 1)) ++images;
  CHECK(images == 1);
  CHECK(has(page, "<img src=\"data:image/svg+xml;base64,"));
}

TEST_CASE("a report shows the probes of planned runs in a store that it is given") {
  const Checkout here;
  const auto runs = paper::plans_of(here.experiment(), paper::Scale::cpu).at(0).runs;
  const auto run = store::run_folder(here.store, runs.at(0).spec.fingerprint);
  store::prepare_run_folder(run, runs.at(0).spec);
  base::write_file(run / "probes" / "look.svg", svg_titled("in the store"));
  const std::string page = page_of(here, {"--store", here.store});
  CHECK(has(page, ">in the store</a></h4>"));
  CHECK(has(page, runs.at(0).spec.fingerprint + "/probes/look.svg"));
  CHECK(has(page, "and the probes of a store."));
  CHECK(!has(page_of(here), "in the store"));
}

}  // namespace lab::report
