#include "lab/paper/reproduce.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/names.h"
#include "base/stop.h"
#include "lab/figure/data.h"
#include "lab/figure/gnuplot.h"
#include "lab/figure/script.h"
#include "lab/sweep/bisection.h"
#include "lab/sweep/stored_runs.h"

namespace lab {
namespace {

namespace fs = std::filesystem;

void say(const ReproduceOptions& options, const std::string& line) {
  if (options.say) options.say(line);
}

const FigureSpec& figure_named(const FigureFile& file, const std::string& name,
                               const Experiment& experiment) {
  std::vector<std::string> names;
  std::string all;
  for (const FigureSpec& figure : file.figures) {
    if (figure.name == name) return figure;
    names.push_back(figure.name);
    all += (all.empty() ? "; there are " : ", ") + figure.name;
  }
  const std::string near = base::did_you_mean(name, names);
  throw base::Error("no figure `" + name + "` in " + experiment.name + (near.empty() ? all : near),
                    base::ExitCode::wrong_usage);
}

/// The sweeps that a figure's series, their cells and what is taken away from them name; all if one
/// names none.
bool needs(const FigureSpec& figure, const std::string& sweep) {
  const auto named = [&](const Selection& rows) {
    return rows.sweeps.empty() || std::ranges::count(rows.sweeps, sweep) > 0;
  };
  return std::ranges::any_of(figure.series, [&](const SeriesSpec& series) {
    if (!series.paper_curve.empty()) return false;
    if (series.minus && named(*series.minus)) return true;
    return series.cells.empty() ? named(series.rows) : std::ranges::any_of(series.cells, named);
  });
}

void require_written_down(const Experiment& experiment, Scale scale,
                          const std::vector<SweepPlan>& plans) {
  if (!plans.empty()) return;
  throw base::Error(
      base::concat(experiment.folder.string(), ": has no ", name(scale), ".textproto or ",
                   name(scale), "_*.textproto: this scale is not written down"),
      base::ExitCode::wrong_usage);
}

std::set<std::string> fingerprints(std::span<const ResultRow> rows) {
  std::set<std::string> all;
  for (const ResultRow& row : rows) all.insert(row.fingerprint);
  return all;
}

std::set<std::string> planned_in(std::span<const SweepPlan> plans) {
  std::set<std::string> planned;
  for (const SweepPlan& plan : plans) {
    for (const PlannedRun& run : plan.runs) planned.insert(run.spec.fingerprint);
  }
  return planned;
}

std::vector<PlannedRun> missing_runs(const SweepPlan& plan, std::set<std::string> done) {
  std::vector<PlannedRun> missing;
  for (const PlannedRun& run : plan.runs) {
    if (done.insert(run.spec.fingerprint).second) missing.push_back(run);
  }
  return missing;
}

/// Adds what the store has finished and `rows` lacks, and saves the scores if there was any.
void take_finished(const std::vector<SweepPlan>& plans, const ReproduceOptions& options,
                   const fs::path& folder, std::vector<ResultRow>* rows) {
  std::vector<ResultRow> fresh;
  for (const SweepPlan& plan : plans) {
    std::ranges::move(
        collect_results(plan.name, missing_runs(plan, fingerprints(*rows)), options.sweep.store),
        std::back_inserter(fresh));
  }
  if (fresh.empty()) return;
  *rows = merged(plans, *rows, fresh);
  base::write_file(folder / "scores.tsv", base::tsv(results_table(*rows)));
}

/// What is to be run next: all that `rows` lacks, or what a search needs.
std::vector<PlannedRun> next_runs(const SweepPlan& plan, std::span<const ResultRow> rows) {
  if (!plan.search) return missing_runs(plan, fingerprints(rows));
  std::map<std::string, std::vector<Score>> scores;
  for (const ResultRow& row : rows) scores[row.fingerprint].push_back(row.score);
  return needed_runs(plan, [&](const PlannedRun& run) {
    return searched_percent(plan, run.spec, scores[run.spec.fingerprint]);
  });
}

/// Runs what `rows` lacks of one sweep, and saves the scores; of a search round by round.
SweepOutcome run_plan(const SweepPlan& plan, const std::vector<SweepPlan>& plans,
                      const ReproduceOptions& options, const fs::path& folder,
                      std::vector<ResultRow>* rows) {
  SweepOutcome all;
  std::vector<PlannedRun> next = next_runs(plan, *rows);
  while (!next.empty() && exit_code(all) == base::ExitCode::done) {
    all += run_sweep(next, options.sweep);
    take_finished(plans, options, folder, rows);
    next = plan.search ? next_runs(plan, *rows) : std::vector<PlannedRun>{};
  }
  return all;
}

/// Runs what `rows` lacks, sweep by sweep; after a request to stop no more.
base::ExitCode run_missing(const std::vector<SweepPlan>& plans, const FigureSpec* only,
                           const ReproduceOptions& options, const fs::path& folder,
                           std::vector<ResultRow>* rows) {
  const StopOnSignals signals;  // between the sweeps as well
  SweepOutcome all;
  for (const SweepPlan& plan : plans) {
    if (only != nullptr && !needs(*only, plan.name)) continue;
    if (stop_requested()) {
      all.stopped += static_cast<int>(next_runs(plan, *rows).size());
      continue;
    }
    const std::size_t missing = missing_runs(plan, fingerprints(*rows)).size();
    say(options, base::concat("sweep ", plan.name, ": ", plan.runs.size() - missing, " of ",
                              plan.runs.size(), " runs have scores in ", folder.string(),
                              plan.search ? " (a search needs few of them)" : ""));
    all += run_plan(plan, plans, options, folder, rows);
  }
  return exit_code(all);
}

/// Everything that figures and claims are made from.
struct Material {
  FigureFile file;
  std::map<std::string, PaperNumber> paper;
  std::vector<ResultRow> rows;
  KnownNames known;
  std::string place;
};

std::vector<fs::path> draw_all(const Material& material, const ReproduceOptions& options,
                               const fs::path& folder) {
  std::vector<fs::path> drawn;
  for (const FigureSpec& figure : material.file.figures) {
    if (!options.figure.empty() && figure.name != options.figure) continue;
    const FigureData data = figure_data(figure, material.file.paper, material.paper, material.rows,
                                        material.known, material.place);
    if (!has_points(data)) {
      say(options, "figure " + figure.name + ": nothing to draw yet");
      continue;
    }
    draw({figure.name, figure_script(data), base::tsv(figure_table(data))}, folder);
    drawn.push_back(folder / (figure.name + ".svg"));
    say(options, "drawn: " + drawn.back().string() + " (.png, .gp, .tsv)");
  }
  return drawn;
}

std::vector<ResultRow> rows_of(const fs::path& file) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return {};
  return results_of(base::read_tsv(file), file.string());
}

void tell_of_stale(const std::vector<ResultRow>& all, const std::vector<ResultRow>& current,
                   const ReproduceOptions& options, const fs::path& folder) {
  if (all.size() == current.size()) return;
  const std::size_t runs = fingerprints(all).size() - fingerprints(current).size();
  say(options, base::concat((folder / "scores.tsv").string(), ": ", runs,
                            " runs are of no spec there is now: kept, not drawn"));
}

}  // namespace

std::vector<ResultRow> rows_in(const fs::path& folder) { return rows_of(folder / "scores.tsv"); }

std::vector<ResultRow> symbolic_rows_in(const fs::path& folder, std::span<const SweepPlan> plans) {
  std::vector<ResultRow> rows = rows_of(folder / "symbolic.tsv");
  const std::set<std::string> planned = planned_in(plans);
  std::erase_if(rows, [&](const ResultRow& row) { return !planned.contains(row.fingerprint); });
  return rows;
}

std::vector<ResultRow> merged(std::span<const SweepPlan> plans, std::span<const ResultRow> rows,
                              std::span<const ResultRow> fresh) {
  // The scores of each run, once: the fresh ones win, and a run that two sweeps share has equal
  // rows under both.
  std::map<std::string, std::vector<Score>> scores;
  std::map<std::string, std::pair<bool, std::string>> source_of;
  const auto add = [&](std::span<const ResultRow> some, bool are_fresh) {
    for (const ResultRow& row : some) {
      const std::pair source(are_fresh, row.sweep);
      if (source_of.emplace(row.fingerprint, source).first->second != source) continue;
      scores[row.fingerprint].push_back(row.score);
    }
  };
  add(fresh, true);
  add(rows, false);
  std::vector<ResultRow> result;
  const std::set<std::string> planned = planned_in(plans);
  for (const SweepPlan& plan : plans) {
    for (const PlannedRun& run : plan.runs) {
      const auto found = scores.find(run.spec.fingerprint);
      if (found == scores.end()) continue;
      for (const Score& score : found->second) {
        result.push_back({plan.name, run.spec.fingerprint, run.spec.seed, run.settings, score});
      }
    }
  }
  for (const ResultRow& row : rows) {
    if (!planned.contains(row.fingerprint)) result.push_back(row);
  }
  return result;
}

std::vector<ResultRow> current_rows(std::span<const SweepPlan> plans,
                                    std::span<const ResultRow> rows) {
  const std::set<std::string> planned = planned_in(plans);
  std::vector<ResultRow> result = merged(plans, rows, {});
  std::erase_if(result, [&](const ResultRow& row) { return !planned.contains(row.fingerprint); });
  return result;
}

RunTally tally_of(std::span<const SweepPlan> plans, std::span<const ResultRow> rows) {
  const std::set<std::string> done = fingerprints(rows);
  std::set<std::string> planned, found;
  for (const SweepPlan& plan : plans) {
    for (const PlannedRun& run : plan.search ? next_runs(plan, rows) : plan.runs) {
      planned.insert(run.spec.fingerprint);
    }
    for (const PlannedRun& run : plan.runs) {
      if (done.contains(run.spec.fingerprint)) found.insert(run.spec.fingerprint);
    }
  }
  planned.insert(found.begin(), found.end());
  return {static_cast<int>(found.size()), static_cast<int>(planned.size())};
}

RunTally tally_of(const Experiment& experiment, Scale scale, const fs::path& results) {
  return tally_of(plans_of(experiment, scale), rows_in(results_folder(results, experiment, scale)));
}

Reproduction reproduce(const Experiment& experiment, const ReproduceOptions& options) {
  Material material{read_figures(experiment.figures()),
                    read_paper(experiment.paper()),
                    {},
                    {},
                    experiment.figures().string()};
  const FigureSpec* only = nullptr;
  if (!options.figure.empty()) only = &figure_named(material.file, options.figure, experiment);
  const Plans every_scale = all_plans(experiment);
  const std::vector<SweepPlan>& plans = every_scale.at(options.scale);
  require_written_down(experiment, options.scale, plans);
  const fs::path folder = results_folder(options.results, experiment, options.scale);
  std::vector<ResultRow> rows = rows_in(folder);
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
  result.gaps =
      gaps(material.file.claims, material.paper, material.rows, material.known, material.place);
  result.drawn = draw_all(material, options, folder);
  base::write_file(folder / "gap.tsv", base::tsv(gap_table(result.gaps)));
  return result;
}

}  // namespace lab
