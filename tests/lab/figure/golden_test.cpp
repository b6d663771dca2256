#include <catch2/catch.hpp>
#include <cstdlib>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/figure/gnuplot.h"
#include "lab/figure/script.h"
#include "lab/paper/gap.h"
#include "tests/lab/figure/testing.h"

namespace lab::figure {
namespace {

FigureText text_of(const tests::GoldenFigures& golden, const FigureSpec& figure) {
  const FigureData data = golden.data(figure);
  return {figure.name, figure_script(data), base::tsv(figure_table(data))};
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
  for (const char* shown : {"Exact match of arms a &amp; b_c {d}", "82.0 %; 3 seeds, fit 3/3",
                            "0 %; 3 seeds, fit 2/3", "paper: > 80 %", "secondary source",
                            "trained on 1 to 20", ">chance<", "Not run: other hint."}) {
    INFO(shown);
    CHECK(svg.find(shown) != svg.npos);
  }
}

TEST_CASE("a strip names a difficulty only if its series share it") {
  const tests::GoldenFigures golden;
  FigureData data = golden.data(golden.file.figures[1]);
  CHECK_THAT(figure_script(data), Catch::Contains("exact match (%) at difficulty 40"));
  data.spec.series.back().rows.difficulty = 30;
  CHECK_THAT(figure_script(data),
             Catch::Contains("exact match (%)") && !Catch::Contains("at difficulty"));
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

TEST_CASE("a script that gnuplot refuses and a gnuplot that is missing are told of") {
  const base::ScratchFolder scratch;
  const auto error = tests::error_of([&] { draw({"x", "plt sin(x)\n", ""}, scratch.path()); });
  CHECK(error.find("4: gnuplot x.gp: exit code 1") == 0);
  CHECK(error.find("invalid command") != error.npos);
  const WithPath nowhere("/nowhere");
  CHECK(tests::error_of([&] {
          draw({"x", "", ""}, scratch.path());
        }) == "4: gnuplot: not installed; figures need it (Debian package gnuplot-nox)");
  CHECK(std::filesystem::is_empty(scratch.path()));
}

}  // namespace lab::figure
