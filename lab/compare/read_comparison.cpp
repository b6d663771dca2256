#include "lab/compare/read_comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/names.h"
#include "base/text.h"
#include "lab/compare/differences.h"
#include "lab/runs/condition.h"
#include "lab/runs/query.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "lab/sweep/read_sweep.h"
#include "lab/sweep/stored_runs.h"

namespace lab::compare {
namespace {

namespace fs = std::filesystem;

/// A run with where it is kept and what it is called by.
struct Found {
  spec::RunSpec spec;
  spec::plan::Settings settings;
  fs::path folder;
};

std::string standing_of(const Found& found, const fs::path& store) {
  if (!store::is_run(found.folder)) return "missing";
  const auto manifest = store::read_manifest(found.folder);
  const store::RunState state = store::state_of(found.folder, manifest);
  if (state == store::RunState::failed) return "failed: " + manifest->error;
  return sweep::standing_of(found.spec, store);
}

ComparedRun read_run(const Found& found) {
  ComparedRun run{found.spec, false, {}, {}, {}};
  try {
    run.finished = store::is_finished(found.folder);
    if (!run.finished) {
      run.standing = standing_of(found, found.folder.parent_path());
      return run;
    }
    run.scores = store::scores_in(found.folder);
    run.fit = store::run_fit(found.spec, found.folder);
  } catch (const base::Error& error) {  // one that cannot be read does not hide the others
    run.finished = false;
    run.standing = error.what();
  }
  return run;
}

std::vector<Found> runs_of(const spec::plan::SweepPlan& plan, const fs::path& store) {
  std::vector<Found> runs;
  for (const spec::plan::PlannedRun& run : plan.runs) {
    const fs::path folder = store::run_folder(store, run.spec.fingerprint);
    if (!plan.search || store::is_run(folder)) runs.push_back({run.spec, run.settings, folder});
  }
  return runs;
}

/// The words, read: sweeps with axes, and single runs.
struct Sources {
  std::vector<std::pair<std::string, spec::plan::SweepPlan>> sweeps;  ///< by file
  std::vector<Found> singles;
};

Sources sources_of(const Request& request) {
  Sources sources;
  bool any_spec = false;
  const auto add_folder = [&](const fs::path& folder) {
    sources.singles.push_back({store::spec_in(folder).run, {}, folder});
  };
  for (const std::string& word : request.words) {
    if (!is_spec_file(word)) {
      add_folder(store::find_run(request.store, word));
      continue;
    }
    any_spec = true;
    spec::plan::SweepPlan plan = sweep::read_sweep(word, request.sets);
    if (!plan.runs.front().settings.empty()) {
      sources.sweeps.emplace_back(word, std::move(plan));
      continue;
    }
    const std::vector<Found> runs = runs_of(plan, request.store);
    sources.singles.insert(sources.singles.end(), runs.begin(), runs.end());
  }
  if (request.words.empty()) std::ranges::for_each(store::all_runs(request.store), add_folder);
  if (!request.sets.empty() && !any_spec) {
    throw base::Error("--set: goes with a SPEC file, and none is given",
                      base::ExitCode::wrong_usage);
  }
  return sources;
}

/// Gives single runs the settings that tell them apart.
void tell_apart(std::vector<Found>* singles) {
  std::set<std::string> known;
  std::erase_if(*singles,
                [&](const Found& run) { return !known.insert(run.spec.fingerprint).second; });
  std::vector<spec::Spec> specs;
  for (const Found& run : *singles) {
    specs.push_back(store::is_run(run.folder)
                        ? store::spec_in(run.folder)
                        : spec::parse_spec(run.spec.text, run.spec.name, run.folder));
  }
  const std::vector<spec::plan::Settings> settings = differences(specs);
  for (std::size_t i = 0; i < settings.size(); ++i) (*singles)[i].settings = settings[i];
}

/// "sorting hint=count" for "sorting hint=count seed=3".
std::string name_without_seed(const spec::RunSpec& run) {
  const std::string end = " seed=" + std::to_string(run.seed);
  return run.name.ends_with(end) ? run.name.substr(0, run.name.size() - end.size()) : run.name;
}

/// Where several sources are held side by side, each run says first which it is of.
void say_source(const std::string& source, std::vector<Found>* runs) {
  for (Found& run : *runs) {
    const std::string& name = source.empty() ? name_without_seed(run.spec) : source;
    run.settings.insert(run.settings.begin(), {"sweep", name});
  }
}

std::vector<Found> all_of(Sources sources, const fs::path& store) {
  tell_apart(&sources.singles);
  const bool several = sources.sweeps.size() + (sources.singles.empty() ? 0 : 1) > 1;
  std::map<std::string, int> named;
  for (const auto& [file, plan] : sources.sweeps) ++named[plan.name];
  std::vector<Found> all;
  for (const auto& [file, plan] : sources.sweeps) {
    std::vector<Found> runs = runs_of(plan, store);
    if (several) say_source(named[plan.name] > 1 ? file : plan.name, &runs);
    all.insert(all.end(), runs.begin(), runs.end());
  }
  if (several) say_source("", &sources.singles);
  all.insert(all.end(), sources.singles.begin(), sources.singles.end());
  return all;
}

/// Throws unless some run has this value on the axis.
void require_value(const std::string& axis, const std::string& value,
                   const std::vector<Found>& runs) {
  std::vector<std::string> values;
  for (const Found& run : runs) {
    const std::optional<std::string> found = spec::plan::value_on(run.settings, axis);
    if (found && std::ranges::count(values, *found) == 0) values.push_back(*found);
  }
  if (std::ranges::count(values, value) > 0) return;
  throw base::Error(fmt::format("--where: {}: no run has `{}`{}", axis, value,
                                base::did_you_mean_or_all(value, values)),
                    base::ExitCode::wrong_usage);
}

/// Leaves those that the condition lets through: by a setting, else by a field of the spec in the
/// run's folder.
void keep_where(const std::string& condition, std::vector<Found>* runs) {
  const lab::runs::Condition wanted = lab::runs::condition_in(condition);
  const auto on_axis = [&](const Found& run) {
    return spec::plan::value_on(run.settings, wanted.what);
  };
  if (std::ranges::any_of(*runs, [&](const Found& run) { return on_axis(run).has_value(); })) {
    if (!wanted.is_order() && !wanted.is_pattern()) require_value(wanted.what, wanted.value, *runs);
    std::erase_if(*runs, [&](const Found& run) { return !lab::runs::holds(wanted, on_axis(run)); });
    return;
  }
  std::vector<fs::path> folders;
  for (const Found& run : *runs) {
    if (store::is_run(run.folder)) folders.push_back(run.folder);
  }
  const std::vector<fs::path> kept = lab::runs::runs_where(folders, {condition});
  std::erase_if(*runs, [&](const Found& run) { return std::ranges::count(kept, run.folder) == 0; });
}

/// The runs by their settings, each once in an arm.
Comparison compared(const std::vector<Found>& runs, const std::string& name) {
  Comparison comparison{name, {}, {}};
  std::map<spec::plan::Settings, std::size_t> arms;
  std::set<std::pair<std::size_t, std::string>> known;
  for (const Found& run : runs) {
    for (const auto& [axis, value] : run.settings) {
      if (std::ranges::count(comparison.axes, axis) == 0) comparison.axes.push_back(axis);
    }
    const auto [arm, is_new] = arms.emplace(run.settings, comparison.arms.size());
    if (is_new) comparison.arms.push_back({run.settings, {}});
    if (!known.emplace(arm->second, run.spec.fingerprint).second) continue;
    comparison.arms[arm->second].runs.push_back(read_run(run));
  }
  return comparison;
}

/// What all the runs are called, if that is one name.
std::string shared_name(const std::vector<Found>& runs) {
  std::set<std::string> names;
  for (const Found& run : runs) names.insert(name_without_seed(run.spec));
  return names.size() == 1 ? *names.begin() : "runs";
}

}  // namespace

bool is_spec_file(const std::string& word) {
  std::error_code ignored;
  return word.ends_with(".textproto") || fs::is_regular_file(word, ignored);
}

Comparison read_comparison(const Request& request) {
  if (request.words.empty() && request.where.empty()) {
    throw base::Error("wanted SPECs or RUNs, or --where for those of the store that fit",
                      base::ExitCode::wrong_usage);
  }
  Sources sources = sources_of(request);
  const bool one_sweep = sources.sweeps.size() == 1 && sources.singles.empty();
  const std::string sweep = one_sweep ? sources.sweeps.front().second.name : "";
  std::vector<Found> runs = all_of(std::move(sources), request.store);
  for (const std::string& condition : request.where) keep_where(condition, &runs);
  if (runs.empty()) {
    throw base::Error(fmt::format("no run in {} for which all of --where holds: {}",
                                  request.store.string(), base::joined(request.where)),
                      base::ExitCode::wrong_usage);
  }
  return compared(runs, one_sweep ? sweep : shared_name(runs));
}

Comparison comparison_of(const spec::plan::SweepPlan& plan, const fs::path& store) {
  return compared(runs_of(plan, store), plan.name);
}

void require_finished(const Comparison& comparison, const fs::path& store) {
  const bool any = std::ranges::any_of(comparison.arms,
                                       [](const Arm& arm) { return !finished_runs(arm).empty(); });
  if (any) return;
  const std::vector<std::string> remarks = remarks_on(comparison);
  throw base::Error(
      fmt::format("{}: no finished run to compare; {} (`lab sweep` or `lab train` "
                  "goes on with them)",
                  store.string(), base::joined(remarks)));
}

}  // namespace lab::compare
