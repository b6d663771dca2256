#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lab/figure/data.h"
#include "lab/paper/experiment.h"
#include "lab/paper/gap.h"
#include "lab/paper/missing_runs.h"
#include "lab/report/own.h"
#include "lab/report/probe_folder.h"

namespace lab::report {

/// A figure as results/ holds it, with the numbers it shows.
struct ReportFigure {
  figure::FigureData data;
  std::string svg;                    ///< empty: not drawn, or no figure
  std::string fault;                  ///< why what is drawn cannot be shown, or empty
  bool outdated = false;              ///< drawn from other scores than those there are now
  std::vector<paper::PaperGap> gaps;  ///< of the claims that its series are about
};

/// A sweep of the experiment, with the file that plans it.
struct ReportSweep {
  std::string file;  ///< of the experiment's folder: "cpu_headline.textproto"
  std::string text;
  spec::plan::SweepPlan plan;
};

struct ReportExperiment {
  std::string name;
  figure::FigureFile file;
  std::string readme;  ///< README.md of its folder, or empty
  std::vector<ReportSweep> sweeps;
  std::vector<store::ResultRow> rows;  ///< of runs that are planned
  std::vector<paper::PaperGap> gaps;
  std::vector<ReportFigure> figures;
  std::vector<ProbeFolder> probes;  ///< of results/<name>/probes, then of planned runs in a store
  paper::PaperProgress runs;
};

/// Everything a report tells: a pure function of experiments/ and results/, and of a store if there
/// is one: its probes, and the runs of one's own that are named.
struct Report {
  paper::Scale scale = paper::Scale::cpu;
  bool of_store = false;
  std::vector<ReportExperiment> experiments;  ///< by name
  std::vector<OwnRuns> own;                   ///< as they were named
};

/// Where a report is read from.
struct ReportSource {
  std::filesystem::path experiments, results;  ///< empty: none
  std::optional<std::filesystem::path> store;  ///< whose runs' probes are shown too
  paper::Scale scale = paper::Scale::cpu;
  std::vector<std::string> own = {};     ///< spec files and runs; once, however often named
  std::filesystem::path own_store = {};  ///< where these are
};

/// Throws base::Error as the readers of those folders do: the first file that is wrong, by name.
/// What is wrong with a figure or a probe is told in the report. Own runs are read, and drawn, as
/// read_own does.
Report read_report(const ReportSource& source);

/// Whether a series of the figure shows the runs that the claim is about: the same task, pool and
/// settings, a sweep in common, and no other difficulty.
bool concerns(const figure::ClaimSpec& claim, const figure::FigureSpec& figure);

}  // namespace lab::report
