#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "lab/figure/gnuplot.h"
#include "lab/paper/experiment.h"
#include "lab/paper/gap.h"
#include "lab/sweep/sweep.h"

namespace lab::paper {

/// Whether to run what is missing.
enum class Training { what_is_missing, none };

struct ReproduceOptions {
  Scale scale = Scale::cpu;
  Training training = Training::what_is_missing;
  figure::Print print = figure::Print::none;
  std::string figure;  ///< only this one and the sweeps it needs; empty: all
  std::filesystem::path results = "results";
  sweep::SweepOptions sweep;
  std::function<void(const std::string&)> say;  ///< progress, a line a call; may be empty
};

/// What came of it.
struct Reproduction {
  base::ExitCode exit_code = base::ExitCode::done;  ///< of the training
  std::vector<std::filesystem::path> drawn;         ///< .svg files
  std::vector<PaperGap> gaps;
};

/// Runs what has neither scores in results/<paper>/scores.tsv nor a finished run in the store, adds
/// the scores of both there (without training: of what the store has), draws the figures from that
/// file alone, and writes gap.tsv if any claim is made. Throws base::Error: exit code 2 if the
/// scale is not written down or there is no such figure, 3 for a bad spec or figure, 4 if there are
/// no scores to draw.
Reproduction reproduce(const Experiment& experiment, const ReproduceOptions& options);

}  // namespace lab::paper
