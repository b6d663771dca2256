#include "lab/report/report.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "lab/figure/read/figures.h"
#include "lab/paper/scored_rows.h"
#include "lab/report/drawing/svg_title.h"
#include "lab/store/run_folder.h"

namespace lab::report {
namespace {

namespace fs = std::filesystem;

std::string text_or_nothing(const fs::path& file) {
  std::error_code ignored;
  return fs::is_regular_file(file, ignored) ? base::read_file(file) : "";
}

bool overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return true;  // any sweep
  return std::ranges::any_of(a, [&](const auto& name) { return std::ranges::count(b, name) > 0; });
}

/// Whether the same conditions are said, in any order.
bool same_conditions(const figure::RowFilter& a, const figure::RowFilter& b) {
  const auto distinct = [](const figure::RowFilter& filter) {
    return std::set(filter.where.begin(), filter.where.end());
  };
  return distinct(a) == distinct(b);
}

bool same_runs(const figure::RowFilter& a, const figure::RowFilter& b) {
  const bool same_difficulty = !a.difficulty || !b.difficulty || a.difficulty == b.difficulty;
  return a.task == b.task && a.pool == b.pool && same_difficulty && overlap(a.sweeps, b.sweeps) &&
         same_conditions(a, b);
}

std::vector<ReportSweep> sweeps_of(const paper::Experiment& experiment, paper::Scale scale,
                                   const std::vector<spec::plan::SweepPlan>& plans) {
  std::vector<ReportSweep> sweeps;
  const std::vector<fs::path> files = paper::sweep_files(experiment, scale);
  for (std::size_t i = 0; i < plans.size(); ++i) {
    sweeps.push_back({files[i].filename(), base::read_file(files[i]), plans[i]});
  }
  return sweeps;
}

void read_svg(const fs::path& file, ReportFigure* figure) {
  const std::string svg = text_or_nothing(file);
  if (svg.empty()) return;
  try {
    drawing::svg_title(svg, file.filename().string());
    figure->svg = svg;
  } catch (const base::Error& broken) {
    figure->fault = broken.what();
  }
}

ReportFigure figure_of(const figure::FigureSpec& spec, const ReportExperiment& experiment,
                       const std::map<std::string, figure::PaperNumber>& paper,
                       const figure::KnownNames& known, const std::string& place,
                       const fs::path& results) {
  ReportFigure figure;
  figure.data =
      figure::figure_data(spec, experiment.file.paper, paper, experiment.rows, known, place);
  read_svg(results / (spec.name + ".svg"), &figure);
  figure.outdated = text_or_nothing(results / (spec.name + ".tsv")) !=
                    base::tsv(figure::figure_table(figure.data));
  const std::vector<figure::ClaimSpec>& claims = experiment.file.claims;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (concerns(claims[i], spec)) figure.gaps.push_back(experiment.gaps[i]);
  }
  return figure;
}

/// Of results/<name>/probes, then of the experiment's runs that are in the store.
std::vector<ProbeFolder> probes_of(const fs::path& folder,
                                   std::span<const spec::plan::SweepPlan> plans,
                                   const ReportSource& source) {
  const fs::path probes = folder / "probes";
  auto all = read_probes(probes, ("results" / probes.lexically_relative(source.results)).string());
  if (!source.store) return all;
  const std::set<std::string> planned = paper::planned_fingerprints(plans);
  for (const fs::path& run : store::all_runs(*source.store)) {
    const std::string fingerprint = run.filename().string();
    if (!planned.contains(fingerprint)) continue;
    std::ranges::move(read_probes(run / "probes", fingerprint + "/probes"),
                      std::back_inserter(all));
  }
  return all;
}

ReportExperiment read_one(const paper::Experiment& experiment, const ReportSource& source) {
  ReportExperiment one;
  one.name = experiment.name;
  one.file = figure::read::read_figures(experiment.figures());
  one.readme = text_or_nothing(experiment.folder / "README.md");
  const paper::Plans every_scale = paper::all_plans(experiment);
  const std::vector<spec::plan::SweepPlan>& plans = every_scale.at(source.scale);
  one.sweeps = sweeps_of(experiment, source.scale, plans);
  const fs::path folder = paper::results_folder(source.results, experiment, source.scale);
  one.rows = paper::current_rows(plans, paper::rows_in(folder));
  one.runs = paper::paper_progress(plans, one.rows);
  std::ranges::move(paper::symbolic_rows_in(folder, plans), std::back_inserter(one.rows));
  const std::map<std::string, figure::PaperNumber> paper = paper::paper_numbers(experiment);
  const figure::KnownNames known = paper::known_names(every_scale, one.rows);
  const std::string place = experiment.figures().string();
  one.gaps = paper::paper_gaps(one.file.claims, paper, one.rows, known, place);
  for (const figure::FigureSpec& spec : one.file.figures) {
    one.figures.push_back(figure_of(spec, one, paper, known, place, folder));
  }
  one.probes = probes_of(folder, plans, source);
  return one;
}

}  // namespace

Report read_report(const ReportSource& source) {
  Report report{source.scale, source.store.has_value(), {}, {}};
  for (const std::string& word : source.own) {
    if (std::ranges::count(report.own, word, &OwnRuns::word) > 0) continue;
    report.own.push_back(read_own(word, source.own_store));
  }
  if (source.experiments.empty()) return report;
  for (const paper::Experiment& experiment : paper::all_experiments(source.experiments)) {
    report.experiments.push_back(read_one(experiment, source));
  }
  return report;
}

bool concerns(const figure::ClaimSpec& claim, const figure::FigureSpec& figure) {
  return std::ranges::any_of(figure.series, [&](const figure::SeriesSpec& series) {
    return same_runs(claim.rows, series.rows);
  });
}

}  // namespace lab::report
