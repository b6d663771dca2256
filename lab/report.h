#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lab/experiment.h"
#include "lab/figure_data.h"
#include "lab/gap.h"

namespace lab {

/// A figure as results/ holds it, with the numbers it shows.
struct ReportFigure {
  FigureData data;
  std::string svg;        ///< empty: not drawn
  bool outdated = false;  ///< drawn from other scores than those there are now
  std::vector<Gap> gaps;  ///< of the claims that its series are about
};

/// A sweep of the experiment, with the file that plans it.
struct ReportSweep {
  std::string file;  ///< of the experiment's folder: "cpu_headline.textproto"
  std::string text;
  SweepPlan plan;
};

struct ReportExperiment {
  std::string name;
  FigureFile file;
  std::vector<ReportSweep> sweeps;
  std::vector<ResultRow> rows;  ///< of runs that are planned
  std::vector<Gap> gaps;
  std::vector<ReportFigure> figures;

  int runs_planned() const;  ///< distinct
  int runs_scored() const;   ///< distinct
};

/// Everything a report tells: a pure function of experiments/ and results/.
struct Report {
  Scale scale = Scale::cpu;
  std::vector<ReportExperiment> experiments;  ///< by name
};

/// Throws base::Error as the readers of those folders do: the first file that is wrong, by name.
Report read_report(const std::filesystem::path& experiments, const std::filesystem::path& results,
                   Scale scale);

/// Whether a series of the figure shows the runs that the claim is about: the same task, pool and
/// settings, a sweep in common, and no other difficulty.
bool concerns(const ClaimSpec& claim, const FigureSpec& figure);

}  // namespace lab
