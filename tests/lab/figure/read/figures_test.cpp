#include "lab/figure/read/figures.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>

#include "base/file.h"
#include "base/scratch_folder.h"
#include "lab/figure/data.h"
#include "lab/figure/kinds/kinds.h"
#include "lab/paper/experiment.h"
#include "tests/lab/figure/testing.h"

namespace lab::figure::read {
namespace {

const std::string head = "headline: 'h'\npaper: 'p' finding: 'o'\n";

std::string complaint(const std::string& text) {
  const std::string error = tests::error_of([&] { parse_figures(head + text, "f.textproto"); });
  return error.substr(0, error.find('\n'));
}

}  // namespace

TEST_CASE("a mistyped field of a figure is found where it is written") {
  CHECK(complaint("figure {\n  tittle: 'x'\n}") ==
        "3: f.textproto:4:9: error: no field `tittle` in `figure` (did you mean `title`?)");
  CHECK(complaint("figure { kind: LINE }") ==
        "3: f.textproto:3:21: error: Unknown enumeration value of \"LINE\" for field \"kind\".");
}

TEST_CASE("a headline without a finding of ours is refused, and the file named") {
  CHECK(parse_figures(head, "f.textproto").finding == "o");
  CHECK(tests::error_of([] { parse_figures("headline: 'h' paper: 'p'", "f.textproto"); }) ==
        "3: f.textproto: finding must be given, beside the headline");
}

TEST_CASE("a figure that says too little is refused") {
  CHECK(complaint("figure { name: 'a/b' }") ==
        "3: f.textproto: figure.name: wanted letters, digits and _, found `a/b`");
  CHECK(complaint("figure { name: 'gap' }") ==
        "3: f.textproto: figure gap: gap.tsv is another file of the results: wanted another name");
  CHECK(complaint("figure { name: 'a' }") == "3: f.textproto: figure a: has no series");
  CHECK(complaint("figure { name: 'a' series { label: 'b' } }") ==
        "3: f.textproto: figure a: series `b`: rows.task must be given");
  CHECK(complaint("figure { name: 'a' kind: STRIP rows { task: 't' } series { label: 'b' } }") ==
        "3: f.textproto: figure a: series `b`: rows.difficulty must be given");
  CHECK(complaint("figure { name: 'a' rows { task: 't' where: 'x' } series { label: 'b' } }") ==
        "3: f.textproto: figure a: series `b`: rows.where: wanted axis=value, found `x`");
  CHECK(complaint("figure { name: 'a' rows { task: 't' } series { label: 'b' } chance: 101 }") ==
        "3: f.textproto: figure a: series `b`: chance: wanted percent, found 101");
  const std::string rows = "rows { task: 't' difficulty: 2 } series { label: 'b' } }";
  CHECK(complaint("figure { name: 'a' kind: THRESHOLD x_axis: 'n' " + rows) ==
        "3: f.textproto: figure a: a THRESHOLD needs x_axis and y_axis");
  CHECK(complaint("figure { name: 'a' reach: 90 " + rows) ==
        "3: f.textproto: figure a: reach is for THRESHOLD and SURVIVAL only");
  const std::string columns = "column { label: 'c' rows { task: 't' } } series { label: 'b' } }";
  CHECK(complaint("figure { name: 'a' " + columns) ==
        "3: f.textproto: figure a: column is for a MAP without x_axis only");
  CHECK(complaint("figure { name: 'a' kind: MAP " + columns) ==
        "3: f.textproto: figure a: series `b`: column `c`: rows.difficulty must be given");
  CHECK(complaint("figure { name: 'a' kind: STRIP x_axis: 'n' " + rows) ==
        "3: f.textproto: figure a: x_axis is for LINES, MAP, THRESHOLD and PANELS only");
  const std::string curve = "rows { task: 't' difficulty: 2 } series { label: 'b' paper_curve: 'x'";
  CHECK(complaint("figure { name: 'a' kind: STRIP " + curve + " } }") ==
        "3: f.textproto: figure a: series `b`: paper_curve: it has a place on LINES over the "
        "difficulty only");
  CHECK(complaint("figure { name: 'a' " + curve + " paper: 'k' } }") ==
        "3: f.textproto: figure a: series `b`: paper_curve: the series is the paper's and has no "
        "rows, minus or paper beside it");
  CHECK(complaint("claim { name: 'c' rows { task: 't' difficulty: 3 } against: 'd' }") ==
        "3: f.textproto: claim `c`: against: no claim `d`");
}

TEST_CASE("panels have titles of their own and the series in them") {
  const auto figure = [](const std::string& inside, const std::string& kind = "PANELS") {
    return "figure { name: 'a' kind: " + kind + " x_label: 'x' rows { task: 't' } " + inside + " }";
  };
  const std::string series = "series { label: 'b' }";
  const auto panel = [](const std::string& inside) {
    return "panel { title: 'q' " + inside + " } ";
  };
  CHECK(complaint(figure(panel(series), "LINES")) ==
        "3: f.textproto: figure a: panel is for PANELS only");
  CHECK(complaint(figure("")) == "3: f.textproto: figure a: has no panel");
  CHECK(complaint(figure(panel(series) + series)) ==
        "3: f.textproto: figure a: series: a figure of PANELS has them in its panels");
  CHECK(complaint(figure(panel(""))) == "3: f.textproto: figure a: panel `q`: has no series");
  CHECK(complaint(figure("panel { " + series + " }")) ==
        "3: f.textproto: figure a: panel.title must be given");
  CHECK(complaint(figure(panel(series) + panel(series))) ==
        "3: f.textproto: figure a: panel `q` is there twice");
  CHECK(complaint(figure(panel(series + series))) ==
        "3: f.textproto: figure a: panel `q`: series `b` is there twice");
  const FigureFile file =
      parse_figures(head + figure(panel("rows { difficulty: 3 } x_label: 'y' " + series) +
                                  "panel { title: 'r' rows { difficulty: 4 } " + series + " }"),
                    "f");
  const FigureSpec& read = file.figures.at(0);
  REQUIRE(read.panels.size() == 2);
  CHECK(read.panels[0].x_label == "y");
  CHECK(read.panels[1].x_label == "x");
  CHECK(read.series.at(0).panel == 0);
  CHECK(read.series.at(1).panel == 1);
  CHECK(read.series[0].rows.difficulty == 3);
  CHECK(read.series[1].rows.difficulty == 4);
}

TEST_CASE("a figure must say what its difficulty counts, and has a logarithm of an x_axis only") {
  CHECK(complaint("figure { name: 'a' rows { task: 't' } series { label: 'b' } }") ==
        "3: f.textproto: figure a: x_label: must be given: what its difficulty counts, as in "
        "\"items to sort\"");
  CHECK(complaint("figure { name: 'a_column' }")
            .starts_with("3: f.textproto: figure.name: a_column: _column ends the files of a "
                         "figure as wide as"));
  const std::string rows = "rows { task: 't' difficulty: 2 } series { label: 'b' } }";
  CHECK(complaint("figure { name: 'a' kind: STRIP x_scale: LOGARITHMIC " + rows) ==
        "3: f.textproto: figure a: x_scale is for LINES with an x_axis only");
  CHECK(complaint("figure { name: 'a' x_scale: LOGARITHMIC " + rows) ==
        "3: f.textproto: figure a: x_scale is for LINES with an x_axis only");
}

TEST_CASE("a series that its kind of figure cannot draw is refused") {
  const auto said_of = [](const std::string& figure, const std::string& series) {
    const std::string said =
        complaint("figure { name: 'a' " + figure + " series { label: 'b' " + series + " } }");
    return said.substr(std::min(said.size(), std::string("3: f.textproto: figure a: ").size()));
  };
  const std::string rows = "rows { task: 't' } ", at_two = "rows { task: 't' difficulty: 2 } ";
  const std::string threshold = "kind: THRESHOLD x_axis: 'n' y_axis: 'm' " + at_two;
  for (const std::string& figure : {"kind: MAP " + rows, "kind: CURVE " + at_two, threshold}) {
    CHECK(said_of(figure, "paper: 'k'") ==
          "series `b`: paper: its numbers have a place on " +
              kinds::kinds_that(&FigureKind::takes_paper, &FigureKind::called) + " only");
  }
  CHECK(said_of(threshold, "minus { task: 't' }") == "series `b`: minus: a THRESHOLD has none");
  CHECK(said_of("kind: MAP column { label: 'c' } " + at_two, "minus { task: 't' }") ==
        "series `b`: minus: a figure with columns has none");
  CHECK(said_of("kind: CURVE x_axis: 'n' " + at_two, "").starts_with("x_axis is for LINES, "));
  for (const char* figure : {"kind: CURVE ", "kind: LINES x_axis: 'n' ", "kind: MAP x_axis: 'n' ",
                             "kind: THRESHOLD x_axis: 'n' y_axis: 'm' "}) {
    CHECK(said_of(figure + rows, "") == "series `b`: rows.difficulty must be given");
  }
}

TEST_CASE("a threshold of several scores is a figure for each") {
  const FigureFile file = parse_figures(
      head +
          "figure { name: 'a' kind: THRESHOLD x_axis: 'n' y_axis: 'items' reach: 99 reach: 97.5 "
          "rows { task: 't' difficulty: 2 } series { label: 'b' } }",
      "f.textproto");
  REQUIRE(file.figures.size() == 2);
  CHECK(file.figures[0].name == "a");
  CHECK(file.figures[0].reach == 99);
  CHECK(file.figures[0].y_label == "items for 99\u00a0%");
  CHECK(file.figures[1].name == "a_97_5");
  CHECK(file.figures[1].reach == 97.5);
  CHECK(file.figures[1].y_label == "items for 97.5\u00a0%");
  CHECK(complaint("figure { name: 'a' kind: THRESHOLD x_axis: 'n' y_axis: 'items' reach: 99 "
                  "reach: 0 rows { task: 't' difficulty: 2 } series { label: 'b' } }") ==
        "3: f.textproto: figure a: reach: wanted percent above 0, found 0");
}

TEST_CASE("two figures of one title are refused, and several scores have their own in it") {
  const std::string rest = " title: 'same' x_label: 'x' rows { task: 't' } series { label: 'b' } }";
  CHECK(complaint("figure { name: 'a'" + rest + "figure { name: 'c'" + rest) ==
        "3: f.textproto: figure c: title: has the title of figure a: wanted one of its own");
  const FigureFile file = parse_figures(
      head +
          "figure { name: 'a' title: 'Items' kind: THRESHOLD x_axis: 'n' y_axis: 'items' reach: 99 "
          "reach: 95 rows { task: 't' difficulty: 2 } series { label: 'b' } }",
      "f.textproto");
  CHECK(file.figures[0].title == "Items (99\u00a0%)");
  CHECK(file.figures[1].title == "Items (95\u00a0%)");
}

TEST_CASE("a series may have been trained on difficulties of its own, and have its own chance") {
  const FigureFile file = parse_figures(
      head +
          "figure { name: 'a' x_label: 'x' rows { task: 't' } trained { low: 1 high: 5 } chance: 2 "
          "series { label: 'one' } series { label: 'two' trained { low: 1 high: 9 } chance: 50 } }",
      "f.textproto");
  const std::vector<SeriesSpec>& series = file.figures[0].series;
  CHECK(series[0].trained->high == 5);
  CHECK(series[0].chance == 2);
  CHECK(series[1].trained->high == 9);
  CHECK(series[1].chance == 50);
}

TEST_CASE("a series adds its conditions to the figure's and replaces its sweeps") {
  const FigureFile file =
      parse_figures(head +
                        "figure { name: 'a' x_label: 'x' rows { sweep: 's' task: 't' where: 'x=1' "
                        "difficulty: 3 }\n"
                        "  series { label: 'one' rows { where: 'y=a=b' } }\n"
                        "  series { label: 'two' rows { sweep: 'r' pool: TRAIN difficulty: 4 } } }",
                    "f.textproto");
  const RowFilter& one = file.figures[0].series[0].rows;
  CHECK(one.sweeps == std::vector<std::string>{"s"});
  CHECK(one.where == spec::plan::Settings{{"x", "1"}, {"y", "a=b"}});
  CHECK(one.pool == tasks::Pool::test);
  const RowFilter& two = file.figures[0].series[1].rows;
  CHECK(two.sweeps == std::vector<std::string>{"r"});
  CHECK(two.pool == tasks::Pool::train);
  CHECK(two.difficulty == 4);
}

TEST_CASE("figures know every pool there is") {
  for (const tasks::Pool pool : tasks::all_pools) {
    std::string capitals(tasks::name(pool));
    for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const FigureFile file =
        parse_figures(head + "figure { name: 'a' x_label: 'x' rows { task: 't' pool: " + capitals +
                          " } series { label: 'b' } }",
                      "f.textproto");
    CHECK(file.figures[0].series[0].rows.pool == pool);
  }
}

TEST_CASE("a number of a paper must have a key of its own and a status") {
  const base::ScratchFolder scratch;
  const auto file = scratch.path() / "paper.tsv";
  const std::string columns =
      "key\tseries\ttrain_length\ttest_length\tvalue\trelation\tstatus\tsource\n";
  const auto complaint_about = [&](const std::string& rows) {
    base::write_file(file, columns + rows);
    const std::string error = tests::error_of([&] { read_paper(file); });
    return error == "no error" ? error : error.substr(error.find("paper.tsv"));
  };
  const std::string good = "a\tb\t1-20\t100\t92\t>\tverified in source\tabstract\n";
  CHECK(complaint_about(good) == "no error");
  CHECK(complaint_about(good + good) ==
        "paper.tsv: row 2, column key: wanted a key of its own, "
        "found `a`");
  CHECK(complaint_about("a\tb\t1-20\t100\t92\t~\tv\ts\n") ==
        "paper.tsv: row 1, column relation: wanted =, < or >, found `~`");
  CHECK(complaint_about("a\tb\t1-20\t100\tmost\t>\tv\ts\n") ==
        "paper.tsv: row 1, column value: wanted a number, found `most`");
  CHECK(complaint_about("a\tb\t1-20\t100\t92\t>\t\ts\n") ==
        "paper.tsv: row 1, column status: status and source must be given");
}

TEST_CASE("every experiment can be read and its figures and claims use names that there are") {
  for (const paper::Experiment& experiment :
       paper::all_experiments(LAB_SOURCE_DIR "/experiments")) {
    INFO(experiment.name);
    const FigureFile file = read_figures(experiment.figures());
    const auto paper = read_paper(experiment.paper());
    const paper::Plans plans = paper::all_plans(experiment);
    const KnownNames known = paper::known_names(plans, {});
    CHECK(!plans.at(paper::Scale::smoke).empty());
    for (const FigureSpec& figure : file.figures) {
      CHECK_NOTHROW(figure_data(figure, file.paper, paper, {}, known, experiment.name));
    }
    for (const ClaimSpec& claim : file.claims) {
      CHECK_NOTHROW(check_known(claim.rows, known, claim.name));
      if (!claim.paper.empty()) CHECK_NOTHROW(number_named(paper, claim.paper, claim.name));
    }
  }
}

}  // namespace lab::figure::read
