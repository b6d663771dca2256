#include "lab/paper/reproduce.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "base/error.h"
#include "base/file.h"
#include "base/names.h"
#include "base/stop.h"
#include "lab/figure/data.h"
#include "lab/figure/gnuplot.h"
#include "lab/figure/read/figures.h"
#include "lab/figure/script.h"
#include "lab/paper/missing_runs.h"
#include "lab/paper/scored_rows.h"
#include "lab/sweep/stored_runs.h"

namespace lab::paper {
namespace {

namespace fs = std::filesystem;

void say(const ReproduceOptions& options, const std::string& line) {
  if (options.say) options.say(line);
}

const figure::FigureSpec& figure_named(const figure::FigureFile& file, const std::string& name,
                                       const Experiment& experiment) {
  std::vector<std::string> names;
  for (const figure::FigureSpec& figure : file.figures) {
    if (figure.name == name) return figure;
    names.push_back(figure.name);
  }
  throw base::Error(fmt::format("no figure `{}` in {}{}", name, experiment.name,
                                base::did_you_mean_or_all(name, names)),
                    base::ExitCode::wrong_usage);
}

/// The sweeps that a figure's series, their cells and what is taken away from them name; all if one
/// names none.
bool needs(const figure::FigureSpec& figure, const std::string& sweep) {
  const auto named = [&](const figure::RowFilter& rows) {
    return rows.sweeps.empty() || std::ranges::count(rows.sweeps, sweep) > 0;
  };
  return std::ranges::any_of(figure.series, [&](const figure::SeriesSpec& series) {
    if (!series.paper_curve.empty()) return false;
    if (series.minus && named(*series.minus)) return true;
    return series.cells.empty() ? named(series.rows) : std::ranges::any_of(series.cells, named);
  });
}

void require_written_down(const Experiment& experiment, Scale scale,
                          const std::vector<spec::plan::SweepPlan>& plans) {
  if (!plans.empty()) return;
  throw base::Error(
      fmt::format("{0}: has no {1}.textproto or {1}_*.textproto: this scale is not written down",
                  experiment.folder.string(), name(scale)),
      base::ExitCode::wrong_usage);
}

/// Adds what the store has finished and `rows` lacks, and saves the scores if there was any.
void take_finished(const std::vector<spec::plan::SweepPlan>& plans, const ReproduceOptions& options,
                   const fs::path& folder, std::vector<store::ResultRow>* rows) {
  std::vector<store::ResultRow> fresh;
  for (const spec::plan::SweepPlan& plan : plans) {
    std::ranges::move(sweep::collect_results(plan.name, missing_runs(plan, fingerprints_of(*rows)),
                                             options.sweep.store),
                      std::back_inserter(fresh));
  }
  if (fresh.empty()) return;
  *rows = merged(plans, *rows, fresh);
  base::write_file(folder / "scores.tsv", base::tsv(store::results_table(*rows)));
}

/// Runs what `rows` lacks of one sweep, and saves the scores; of a search round by round.
sweep::SweepOutcome run_plan(const spec::plan::SweepPlan& plan,
                             const std::vector<spec::plan::SweepPlan>& plans,
                             const ReproduceOptions& options, const fs::path& folder,
                             std::vector<store::ResultRow>* rows) {
  sweep::SweepOutcome all;
  std::vector<spec::plan::PlannedRun> next = next_runs(plan, *rows);
  while (!next.empty() && sweep::exit_code(all) == base::ExitCode::done) {
    all += sweep::run_sweep(next, options.sweep);
    take_finished(plans, options, folder, rows);
    next = plan.search ? next_runs(plan, *rows) : std::vector<spec::plan::PlannedRun>{};
  }
  return all;
}

/// Runs what `rows` lacks, sweep by sweep; after a request to stop no more.
base::ExitCode run_missing(const std::vector<spec::plan::SweepPlan>& plans,
                           const figure::FigureSpec* only, const ReproduceOptions& options,
                           const fs::path& folder, std::vector<store::ResultRow>* rows) {
  const base::StopOnSignals signals;  // between the sweeps as well
  sweep::SweepOutcome all;
  for (const spec::plan::SweepPlan& plan : plans) {
    if (only != nullptr && !needs(*only, plan.name)) continue;
    if (base::stop_requested()) {
      all.not_begun += static_cast<int>(next_runs(plan, *rows).size());
      continue;
    }
    const std::size_t missing = missing_runs(plan, fingerprints_of(*rows)).size();
    say(options, fmt::format("sweep {}: {} of {} runs have scores in {}{}", plan.name,
                             plan.runs.size() - missing, plan.runs.size(), folder.string(),
                             plan.search ? " (a search needs few of them)" : ""));
    all += run_plan(plan, plans, options, folder, rows);
  }
  return sweep::exit_code(all);
}

/// The paper's claim, or the question, and what we found. Findings are of the scores in results/,
/// which are of scale cpu, whatever was drawn now.
void tell_finding(const figure::FigureFile& file, const ReproduceOptions& options) {
  say(options, file.paper.empty() ? "the question: " + file.headline
                                  : "the paper's claim (" + file.paper + "): " + file.headline);
  say(options, fmt::format("our finding (scale {}): {}", name(Scale::cpu), file.finding));
}

/// Everything that figures and claims are made from.
struct Material {
  figure::FigureFile file;
  std::map<std::string, figure::PaperNumber> paper;
  std::vector<store::ResultRow> rows;
  figure::KnownNames known;
  std::string place;
};

std::vector<fs::path> draw_all(const Material& material, const ReproduceOptions& options,
                               const fs::path& folder) {
  std::vector<fs::path> drawn;
  for (const figure::FigureSpec& figure : material.file.figures) {
    if (!options.figure.empty() && figure.name != options.figure) continue;
    const figure::FigureData data = figure::figure_data(
        figure, material.file.paper, material.paper, material.rows, material.known, material.place);
    if (!figure::has_points(data)) {
      say(options, "figure " + figure.name + ": nothing to draw yet");
      continue;
    }
    if (!figure::draw(figure::figure_text(data), folder, options.print)) {
      say(options, fmt::format("written: {} (.tsv)", (folder / (figure.name + ".gp")).string()));
      continue;
    }
    drawn.push_back(folder / (figure.name + ".svg"));
    const bool pdf = options.print == figure::Print::pdf;
    say(options, fmt::format("drawn: {} (.png, .gp, .tsv{})", drawn.back().string(),
                             pdf ? base::concat(", .pdf, ", figure::column_suffix, ".pdf, ",
                                                figure::column_suffix, ".gp")
                                 : ""));
  }
  return drawn;
}

void tell_of_stale(const std::vector<store::ResultRow>& all,
                   const std::vector<store::ResultRow>& current, const ReproduceOptions& options,
                   const fs::path& folder) {
  if (all.size() == current.size()) return;
  const std::size_t runs = fingerprints_of(all).size() - fingerprints_of(current).size();
  say(options, fmt::format("{}: {} runs are of no spec there is now: kept, not drawn",
                           (folder / "scores.tsv").string(), runs));
}

}  // namespace

Reproduction reproduce(const Experiment& experiment, const ReproduceOptions& options) {
  Material material{figure::read::read_figures(experiment.figures()),
                    paper_numbers(experiment),
                    {},
                    {},
                    experiment.figures().string()};
  const figure::FigureSpec* only = nullptr;
  if (!options.figure.empty()) only = &figure_named(material.file, options.figure, experiment);
  const Plans every_scale = all_plans(experiment);
  const std::vector<spec::plan::SweepPlan>& plans = every_scale.at(options.scale);
  require_written_down(experiment, options.scale, plans);
  const fs::path folder = results_folder(options.results, experiment, options.scale);
  std::vector<store::ResultRow> rows = rows_in(folder);
  take_finished(plans, options, folder, &rows);
  Reproduction result;
  if (options.training == Training::what_is_missing) {
    result.exit_code = run_missing(plans, only, options, folder, &rows);
  }
  material.rows = current_rows(plans, rows);
  tell_of_stale(rows, material.rows, options, folder);
  if (material.rows.empty() && result.exit_code != base::ExitCode::done) return result;
  base::require(!material.rows.empty(), (folder / "scores.tsv").string(),
                ": no scores to draw; run `lab reproduce ", experiment.name,
                "` without --no-train");
  std::ranges::move(symbolic_rows_in(folder, plans), std::back_inserter(material.rows));
  material.known = known_names(every_scale, material.rows);
  result.gaps = paper_gaps(material.file.claims, material.paper, material.rows, material.known,
                           material.place);
  result.drawn = draw_all(material, options, folder);
  if (!result.gaps.empty()) {
    base::write_file(folder / "gap.tsv", base::tsv(gap_table(result.gaps)));
  }
  tell_finding(material.file, options);
  return result;
}

}  // namespace lab::paper
