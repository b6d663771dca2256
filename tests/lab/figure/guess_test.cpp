#include "lab/figure/guess.h"

#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/figure/figure.h"
#include "lab/figure/script.h"
#include "tests/lab/figure/testing.h"

namespace lab::figure {
namespace {

/// The golden lines, with as many series that guess as there are levels: percent, wherever asked.
FigureData guessing(const tests::GoldenFigures& golden, const std::vector<double>& levels) {
  FigureData data = golden.data(golden.file.figures[0]);
  const Series one = data.series.front();
  data.series.clear();
  for (const double level : levels) {
    Series& series = data.series.emplace_back(one);
    series.label = "series " + std::to_string(data.series.size());
    for (Point& point : series.measured.points) point.guess = level;
  }
  return data;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST_CASE("levels of guessing that nearly coincide, or are many, are one entry with their range") {
  const tests::GoldenFigures golden;
  for (const std::vector<double>& levels : {std::vector{20.0, 24.0}, {7.0, 50.0, 90.0}}) {
    const std::string script = figure_script(guessing(golden, levels));
    CHECK(count_of(script, "set label 'guessing") == 1);
    CHECK_THAT(script, Catch::Contains("set label 'guessing' at"));
    const bool two = levels.size() == 2;
    CHECK_THAT(script, Catch::Contains(two ? "'20.0 % to 24.0 %'" : "'7.0 % to 90.0 %'"));
    CHECK(count_of(script, "nohead dt 3 lw 1.2") == levels.size());  // each is drawn
  }
}

TEST_CASE("a level of guessing that changes is drawn at every point, the first among them") {
  const tests::GoldenFigures golden;
  FigureData data = guessing(golden, {20});
  std::vector<Point>& points = data.series.front().measured.points;
  REQUIRE(points.size() >= 2);
  for (std::size_t i = 0; i < points.size(); ++i)
    points[i].guess = 20 + 10 * static_cast<double>(i);
  const base::ScratchFolder scratch;
  draw(figure_text(data), scratch.path());
  const std::string svg = base::read_file(scratch.path() / (data.spec.name + ".svg"));
  const auto dotted = svg.rfind("stroke-dasharray='1.2,2.4'");  // behind that of the legend
  REQUIRE(dotted != svg.npos);
  const std::string path = svg.substr(dotted, svg.find("/>", dotted) - dotted);
  CHECK(count_of(path, ",") - 1 == points.size());  // corners, and the dashes
}

TEST_CASE("two levels of guessing that are apart are named") {
  const tests::GoldenFigures golden;
  const std::string script = figure_script(guessing(golden, {20, 26}));
  CHECK_THAT(script, Catch::Contains("'guessing of series 1'") && Catch::Contains("'20.0 %'") &&
                         Catch::Contains("'guessing of series 2'") && Catch::Contains("'26.0 %'"));
}

TEST_CASE("lines are apart if the one is everywhere some percent above the other") {
  const GuessLine low{0, {{1, 10}, {2, 20}}}, high{1, {{1, 26}, {2, 40}}}, near{1, {{1, 24}}};
  CHECK(levels_of(std::vector{low, high}) == std::pair(10.0, 40.0));
  CHECK(are_told_apart(std::vector{low}));
  CHECK(are_told_apart(std::vector{low, high}));
  CHECK(are_told_apart(std::vector{high, low}));
  CHECK_FALSE(are_told_apart(std::vector{low, near}));
  CHECK_FALSE(are_told_apart(std::vector{low, high, high}));
  CHECK_FALSE(are_told_apart(std::vector<GuessLine>{}));
}

}  // namespace
}  // namespace lab::figure
