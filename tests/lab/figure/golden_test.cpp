#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <set>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "base/text.h"
#include "lab/figure/footnotes.h"
#include "lab/figure/gnuplot.h"
#include "lab/figure/script.h"
#include "lab/paper/gap.h"
#include "tests/lab/figure/testing.h"

namespace lab::figure {
namespace {

FigureText text_of(const tests::GoldenFigures& golden, const FigureSpec& figure) {
  return figure_text(golden.data(figure));
}

void check_golden(const std::string& file, const std::string& text) {
  const auto path = tests::golden_figures() / file;
  if (std::getenv("LAB_UPDATE_GOLDEN") != nullptr) base::write_file(path, text);
  CHECK(text == base::read_file(path));
}

/// Sets the variable PATH for as long as it lives.
class WithPath {
 public:
  explicit WithPath(const char* path) : before_(std::getenv("PATH")) { setenv("PATH", path, 1); }
  ~WithPath() { setenv("PATH", before_.c_str(), 1); }
  WithPath(const WithPath&) = delete;
  WithPath& operator=(const WithPath&) = delete;

 private:
  std::string before_;
};

}  // namespace

TEST_CASE("the figures of the golden scores are those of tests/golden/figures") {
  const tests::GoldenFigures golden;
  for (const FigureSpec& figure : golden.file.figures) {
    const FigureText text = text_of(golden, figure);
    check_golden(figure.name + ".gp", text.script);
    check_golden(figure.name + "_column.gp", text.column_script);
    check_golden(figure.name + ".tsv", text.table);
  }
  const auto all =
      paper::paper_gaps(golden.file.claims, golden.paper, golden.rows, golden.known, "f");
  check_golden("gap.tsv", base::tsv(paper::gap_table(all)));
  check_golden("gap.txt", paper::gap_text(all));
}

TEST_CASE("a curve that the paper does not give, or gives as a bound, is refused") {
  const tests::GoldenFigures golden;
  FigureSpec figure = golden.file.figures.front();
  figure.series = {{"older", {}, false, {}, std::nullopt, "an older modle"}};
  CHECK_THROWS_WITH(golden.data(figure), Catch::Contains("no series `an older modle` in paper.tsv "
                                                         "(did you mean `an older model`?)"));
  figure.series.front().paper_curve = "without";
  CHECK_THROWS_WITH(golden.data(figure), Catch::Contains("paper_curve: low is no equality"));
}

TEST_CASE("a figure drawn again has the same bytes") {
  const tests::GoldenFigures golden;
  const base::ScratchFolder scratch;
  for (const FigureSpec& figure : golden.file.figures) {
    const FigureText text = text_of(golden, figure);
    draw(text, scratch.path() / "one");
    draw(text, scratch.path() / "two");
    for (const char* type : {".svg", ".png", ".gp", ".tsv"}) {
      const std::string one = base::read_file(scratch.path() / "one" / (figure.name + type));
      CHECK(!one.empty());
      CHECK((one == base::read_file(scratch.path() / "two" / (figure.name + type))));
    }
  }
}

TEST_CASE("a drawn figure shows every label, the seeds, the fit rate, chance and what is missing") {
  const tests::GoldenFigures golden;
  const base::ScratchFolder scratch;
  draw(text_of(golden, golden.file.figures[0]), scratch.path());
  const std::string svg = base::read_file(scratch.path() / "lines.svg");
  for (const char* shown : {"Exact match of arms a &amp; b_c {d}", "82.0 %; 3 of 3 seeds fit",
                            "0 %; 2 of 3 seeds fit", "paper: > 80 %", "secondary source",
                            "trained on 1 to 20", ">guessing<", "25.0 %", "Not run: other hint."}) {
    INFO(shown);
    CHECK(svg.find(shown) != svg.npos);
  }
}

TEST_CASE("a strip names a difficulty only if its series share it") {
  const tests::GoldenFigures golden;
  FigureData data = golden.data(golden.file.figures[1]);
  CHECK_THAT(figure_script(data), Catch::Contains("exact match (%), 40 items"));
  data.spec.x_label = "lists of at most {} items";
  CHECK_THAT(figure_script(data), Catch::Contains("'exact match (%), lists of at most 40 items'"));
  data.spec.series.back().rows.difficulty = 30;
  CHECK_THAT(figure_script(data),
             Catch::Contains("exact match (%)") && !Catch::Contains("40 items"));
}

TEST_CASE("nothing is left in the folder but the figure") {
  const tests::GoldenFigures golden;
  const base::ScratchFolder scratch;
  draw(text_of(golden, golden.file.figures[1]), scratch.path());
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(scratch.path())) {
    CHECK(entry.path().stem() == "strip");
    ++files;
  }
  CHECK(files == 4);
}

TEST_CASE("for print a figure is a PDF as well, and one as wide as a column") {
  const tests::GoldenFigures golden;
  const base::ScratchFolder scratch;
  for (const FigureSpec& figure : golden.file.figures) {
    draw(text_of(golden, figure), scratch.path(), Print::pdf);
    for (const char* ending : {".pdf", "_column.pdf"}) {
      const std::string pdf = base::read_file(scratch.path() / (figure.name + ending));
      INFO(figure.name << ending);
      CHECK(pdf.starts_with("%PDF-"));
      constexpr double points = 85 / 25.4 * 72;  // of a column's width
      const auto at = pdf.find("/MediaBox [ 0 0 ");
      REQUIRE(at != pdf.npos);
      const double width = std::stod(pdf.substr(at + 16, 12));
      CHECK((width < points + 1) == (std::string_view(ending) == "_column.pdf"));
    }
    CHECK(std::filesystem::exists(scratch.path() / (figure.name + "_column.gp")));
  }
}

TEST_CASE(
    "what most seeds did not fit is drawn hollow, dotted and crossed, and the text says why") {
  const tests::GoldenFigures golden;
  for (const std::size_t which : {0U, 1U, 5U}) {  // lines, a strip, a map
    FigureData data = golden.data(golden.file.figures[which]);
    const std::string fit = figure_script(data);
    for (Series& series : data.series) {
      series.measured.fit = FitRate{1, 3};
      for (Point& point : series.measured.points) point.fit = FitRate{1, 3};
    }
    const std::string unfit = figure_script(data);
    CHECK(base::joined(footnotes(golden.data(data.spec), 1000)).find("most do not fit") ==
          std::string::npos);
    CHECK(base::joined(footnotes(data, 1000)).find(": most do not fit") != std::string::npos);
    CHECK_THAT(unfit, Catch::Contains("1 of 3 seeds fit"));
    CHECK_THAT(fit, !Catch::Contains("1 of 3 seeds fit"));
    const char* const look = which == 0 ? "dt 3 lc rgb '#0072B2'" : "fs empty border";
    CHECK_THAT(unfit, Catch::Contains(look));
    CHECK_THAT(fit, !Catch::Contains(look));
  }
}

TEST_CASE("series most of whose seeds did not fit have crosses that are told apart in grey") {
  const tests::GoldenFigures golden;
  FigureData data = golden.data(golden.file.figures[0]);
  data.series = std::vector<Series>(3, Series(data.series.front()));
  for (Series& series : data.series) {
    series.measured.fit = FitRate{1, 3};
    series.label += std::string(static_cast<std::size_t>(&series - data.series.data()), 'i');
  }
  std::set<int> marks;
  for (const DrawnSeries& drawn : each_series(data)) marks.insert(drawn.look.point);
  CHECK(marks == std::set{1, 2, 3});  // gnuplot's +, x and *
  const std::string script = figure_script(data);
  for (const int mark : marks) {
    CHECK_THAT(script, Catch::Contains(fmt::format("points pt {} ps 0.7", mark)));
  }
}

TEST_CASE("a row has its own level of guessing, and says if it is not above it") {
  const tests::GoldenFigures golden;
  FigureData data = golden.data(golden.file.figures[1]);
  CHECK_THAT(figure_script(data), !Catch::Contains("not above guessing"));
  data.series[0].measured.points.back().guess = 82;
  const std::string script = figure_script(data);
  CHECK_THAT(script, Catch::Contains("82.0 %; 3 of 3 seeds fit; not above guessing"));
  CHECK_THAT(script, Catch::Contains("set arrow from 82, 0.7 to 82, 1.3 nohead dt 3"));
  CHECK_THAT(script, Catch::Contains("Guessing (dotted): 0 to 82.0\u00a0%."));
}

TEST_CASE("percents that all lie at the foot of the axis have a shorter one, which is said") {
  const tests::GoldenFigures golden;
  FigureData data = golden.data(golden.file.figures[1]);
  CHECK_THAT(figure_script(data), Catch::Contains("set xtics 0,20,100"));
  for (Series& series : data.series) {
    series.paper.clear();
    for (Point& point : series.measured.points) point.value = {1.2, 0.5, 1.6};
  }
  CHECK_THAT(figure_script(data),
             Catch::Contains("set xtics 0,0.4,2") && Catch::Contains("The axis ends at 2\u00a0%."));
}

TEST_CASE("steps are said, with the series that were trained for others") {
  const tests::GoldenFigures golden;
  FigureData data = golden.data(golden.file.figures[1]);
  for (Series& series : data.series) series.measured.steps = StepRange{4000, 4000};
  CHECK_THAT(figure_script(data), Catch::Contains("Trained for 4,000 steps."));
  data.series.back().measured.steps = StepRange{18000, 18000};
  CHECK_THAT(figure_script(data), Catch::Contains("Trained for 4,000 steps (no hint: 18,000)."));
}

TEST_CASE("a script that gnuplot refuses is told of") {
  const base::ScratchFolder scratch;
  const auto error = tests::error_of([&] { draw({"x", "plt sin(x)\n", ""}, scratch.path()); });
  CHECK(error.find("4: gnuplot x.gp: exit code 1") == 0);
  CHECK(error.find("invalid command") != error.npos);
  CHECK(std::filesystem::is_empty(scratch.path()));
}

TEST_CASE("without gnuplot a figure is its script and table, and no drawing of another is left") {
  const base::ScratchFolder scratch;
  const auto file = [&](const char* name) { return scratch.path() / name; };
  base::write_file(file("x.svg"), "of older numbers");
  base::write_file(file("y.svg"), "of another figure");
  const WithPath nowhere("/nowhere");
  CHECK(!draw({"x", "plot 1\n", "1\n", "plot 2\n"}, scratch.path(), Print::pdf));
  CHECK(base::read_file(file("x.gp")) == "plot 1\n");
  CHECK(base::read_file(file("x.tsv")) == "1\n");
  CHECK(base::read_file(file("x_column.gp")) == "plot 2\n");
  CHECK(!std::filesystem::exists(file("x.svg")));
  CHECK(std::filesystem::exists(file("y.svg")));
  base::write_file(file("x.svg"), "of these numbers");
  CHECK(!draw({"x", "plot 1\n", "1\n", "plot 2\n"}, scratch.path()));
  CHECK(std::filesystem::exists(file("x.svg")));
}

}  // namespace lab::figure
