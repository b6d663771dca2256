#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>

#include "base/file.h"
#include "lab/figure/data.h"
#include "lab/figure/read/figures.h"
#include "lab/paper/experiment.h"
#include "lab/paper/gap.h"
#include "lab/paper/scored_rows.h"

namespace lab::paper {
namespace {

namespace fs = std::filesystem;
const fs::path root = LAB_SOURCE_DIR;

/// Compares a committed table of results/ with what the scores beside it give.
void check_same(const fs::path& file, const base::Table& table) {
  INFO(file.string() << ": lab reproduce draws it anew");
  const bool same = base::read_file(file) == base::tsv(table);
  CHECK(same);
}

}  // namespace

TEST_CASE("the tables beside the figures and of the claims are what the committed scores give") {
  for (const Experiment& experiment : all_experiments(root / "experiments")) {
    const fs::path folder = results_folder(root / "results", experiment, Scale::cpu);
    const figure::FigureFile file = figure::read::read_figures(experiment.figures());
    const auto paper = figure::read_paper(experiment.paper());
    const Plans every_scale = all_plans(experiment);
    const auto& plans = every_scale.at(Scale::cpu);
    std::vector<store::ResultRow> rows = current_rows(plans, rows_in(folder));
    std::ranges::move(symbolic_rows_in(folder, plans), std::back_inserter(rows));
    const figure::KnownNames known = known_names(every_scale, rows);
    const std::string place = experiment.figures().string();
    check_same(folder / "gap.tsv", gap_table(paper_gaps(file.claims, paper, rows, known, place)));
    for (const figure::FigureSpec& figure : file.figures) {
      check_same(
          folder / (figure.name + ".tsv"),
          figure::figure_table(figure::figure_data(figure, file.paper, paper, rows, known, place)));
    }
  }
}

}  // namespace lab::paper
