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
  lab::FigureFile file;
  std::map<std::string, lab::PaperNumber> paper;
  std::vector<lab::ResultRow> rows;
  lab::KnownNames known;

  GoldenFigures();
  lab::FigureData data(const lab::FigureSpec& figure) const;
};

/// A score at step 1 of task "sorting" in the sweep "s"; its run is named for arm and seed.
lab::ResultRow scored(const std::string& arm, int seed, int difficulty, int solved, int asked,
                      tasks::Pool pool = tasks::Pool::test);

/// "<exit code>: <message>" of the base::Error that `act` throws, or "no error".
std::string error_of(const std::function<void()>& act);

}  // namespace tests
