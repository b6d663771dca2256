#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "lab/figure/data.h"
#include "lab/store/scores.h"

namespace tests {

/// tests/golden/figures
std::filesystem::path golden_figures();

/// What the golden figures are made from. The arm "other" is planned, but not run.
struct GoldenFigures {
  lab::figure::FigureFile file;
  std::map<std::string, lab::figure::PaperNumber> paper;
  std::vector<lab::store::ResultRow> rows;
  lab::figure::KnownNames known;

  GoldenFigures();
  lab::figure::FigureData data(const lab::figure::FigureSpec& figure) const;
};

/// A score at step 1 of task "sorting" in the sweep "s"; its run is named for arm and seed.
lab::store::ResultRow scored(const std::string& arm, int seed, int difficulty, int solved,
                             int asked, tasks::Pool pool = tasks::Pool::test);

/// "<exit code>: <message>" of the base::Error that `act` throws, or "no error".
std::string error_of(const std::function<void()>& act);

}  // namespace tests
