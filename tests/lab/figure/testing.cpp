#include "tests/lab/figure/testing.h"

#include "base/error.h"
#include "lab/figure/read/figures.h"

namespace tests {

std::filesystem::path golden_figures() { return LAB_SOURCE_DIR "/tests/golden/figures"; }

GoldenFigures::GoldenFigures()
    : file(lab::figure::read::read_figures(golden_figures() / "figures.textproto")),
      paper(lab::figure::read_paper(golden_figures() / "paper.tsv")),
      rows(lab::store::results_of(base::read_tsv(golden_figures() / "scores.tsv"), "scores.tsv")) {
  known.add(rows);
  known.settings.insert({"arm", "other"});
}

lab::figure::FigureData GoldenFigures::data(const lab::figure::FigureSpec& figure) const {
  return lab::figure::figure_data(figure, file.paper, paper, rows, known, "figures.textproto");
}

lab::store::ResultRow scored(const std::string& arm, int seed, int difficulty, int solved,
                             int asked, tasks::Pool pool) {
  return {"s",
          arm + std::to_string(seed),
          static_cast<std::uint64_t>(seed),
          {{"arm", arm}},
          {1, "sorting", pool, difficulty, solved, asked, 0, 0}};
}

std::string error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const base::Error& error) {
    return base::concat(static_cast<int>(error.exit_code()), ": ", error.what());
  }
  return "no error";
}

}  // namespace tests
