#include "lab/paper/experiment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/child_process.h"
#include "base/error.h"
#include "base/file.h"
#include "base/names.h"
#include "lab/coverage/symbolic.h"
#include "lab/spec/plan/plan_sweep.h"
#include "lab/sweep/read_sweep.h"

namespace lab::paper {
namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

fs::path must_be_folder(const fs::path& path, const char* given_by) {
  base::require(is_folder(path), path.string(), ": no such folder (from ", given_by, ")");
  return base::ending_in_name(path);
}

std::string experiments_variable() {
  const char* variable = std::getenv("LAB_EXPERIMENTS");
  return variable == nullptr ? "" : variable;
}

fs::path installed_experiments() {
  return base::this_program().parent_path().parent_path() / "share" / "lab" / "experiments";
}

/// experiments/ in the current folder or the nearest above it.
std::optional<fs::path> nearest_experiments() {
  if (is_folder("experiments")) return "experiments";
  for (fs::path above = fs::current_path(); above.has_relative_path();
       above = above.parent_path()) {
    if (is_folder(above / "experiments")) return above / "experiments";
  }
  return std::nullopt;
}

/// Those of rows that `lab coverage --symbolic` writes.
void add_symbolic_names(const spec::plan::SweepPlan& plan, figure::KnownNames* known) {
  known->sweeps.insert(coverage::symbolic_sweep(plan));
  for (int k = 1; k <= coverage::most_evidence; ++k)
    known->settings.insert({"k", std::to_string(k)});
}

void add_names(const spec::plan::SweepPlan& plan, figure::KnownNames* known) {
  known->sweeps.insert(plan.name);
  if (coverage::has_symbolic(plan)) add_symbolic_names(plan, known);
  for (const spec::plan::PlannedRun& run : plan.runs) {
    known->settings.insert(run.settings.begin(), run.settings.end());
    known->tasks.insert(run.spec.main.name);
    for (const spec::MixturePart& hint : run.spec.hints) known->tasks.insert(hint.name);
  }
}

template <typename Read>
std::vector<spec::plan::SweepPlan> plans_by(const Read& read, const Experiment& experiment,
                                            Scale scale) {
  std::vector<spec::plan::SweepPlan> plans;
  for (const fs::path& file : sweep_files(experiment, scale)) {
    plans.push_back(read(file));
    for (std::size_t i = 0; i + 1 < plans.size(); ++i) {
      if (plans[i].name != plans.back().name) continue;
      throw base::Error(fmt::format("{}: sweep.name: `{}` is also another sweep's of scale {}",
                                    file.string(), plans.back().name, name(scale)),
                        base::ExitCode::bad_spec);
    }
  }
  return plans;
}

}  // namespace

std::string_view name(Scale scale) {
  switch (scale) {
    case Scale::smoke:
      return "smoke";
    case Scale::cpu:
      return "cpu";
    case Scale::full:
      break;
  }
  return "full";
}

Scale scale_named(std::string_view text) {
  std::vector<std::string> names;
  for (const Scale scale : all_scales) {
    if (name(scale) == text) return scale;
    names.emplace_back(name(scale));
  }
  throw base::Error(fmt::format("--scale: wanted smoke, cpu or full, found `{}`{}", text,
                                base::did_you_mean(text, names)),
                    base::ExitCode::wrong_usage);
}

fs::path experiments_folder(const std::string& option) {
  if (!option.empty()) return must_be_folder(option, "--experiments");
  const std::string variable = experiments_variable();
  if (!variable.empty()) return must_be_folder(variable, "LAB_EXPERIMENTS");
  if (const auto found = nearest_experiments()) return *found;
  base::require(is_folder(installed_experiments()), "experiments: no such folder here, above ",
                fs::current_path().string(), ", or at ", installed_experiments().string(),
                "; name it with --experiments");
  return installed_experiments();
}

std::optional<fs::path> found_experiments() {
  const bool named = !experiments_variable().empty();
  const bool any = named || nearest_experiments() || is_folder(installed_experiments());
  return any ? std::optional(experiments_folder("")) : std::nullopt;
}

fs::path experiments_to_write(const std::string& option) {
  if (!option.empty()) return option;
  const std::string variable = experiments_variable();
  if (!variable.empty()) return variable;
  return nearest_experiments().value_or("experiments");
}

std::filesystem::path results_beside(const std::string& option,
                                     const std::filesystem::path& experiments) {
  if (!option.empty()) return option;
  const std::filesystem::path parent = experiments.parent_path();
  const bool installed = parent.filename() == "lab" && parent.parent_path().filename() == "share";
  return installed ? std::filesystem::path("results") : parent / "results";
}

std::vector<Experiment> all_experiments(const fs::path& folder) {
  std::vector<Experiment> experiments;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const Experiment one{entry.path().filename().string(), entry.path()};
    if (is_file(one.figures())) experiments.push_back(one);
  }
  std::ranges::sort(experiments, {}, &Experiment::name);
  return experiments;
}

Experiment experiment_named(const fs::path& folder, const std::string& name) {
  std::vector<std::string> names;
  for (const Experiment& one : all_experiments(folder)) {
    if (one.name == name) return one;
    names.push_back(one.name);
  }
  throw base::Error(fmt::format("no experiment `{}` in {}{}", name, folder.string(),
                                base::did_you_mean_or_all(name, names)),
                    base::ExitCode::wrong_usage);
}

std::map<std::string, figure::PaperNumber> paper_numbers(const Experiment& experiment) {
  if (!is_file(experiment.paper())) return {};
  return figure::read_paper(experiment.paper());
}

std::vector<fs::path> sweep_files(const Experiment& experiment, Scale scale) {
  const std::string prefix(name(scale));
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(experiment.folder)) {
    const std::string stem = entry.path().stem().string();
    const bool named = stem == prefix || stem.starts_with(prefix + "_");
    if (named && entry.path().extension() == ".textproto") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::vector<spec::plan::SweepPlan> plans_of(const Experiment& experiment, Scale scale) {
  return plans_by([](const fs::path& file) { return sweep::read_sweep(file); }, experiment, scale);
}

std::vector<spec::plan::SweepPlan> unchecked_plans_of(const Experiment& experiment, Scale scale) {
  const auto read = [](const fs::path& file) {
    return spec::plan::plan_sweep(file, {}, [](const spec::Spec&) {});
  };
  return plans_by(read, experiment, scale);
}

Plans all_plans(const Experiment& experiment) {
  Plans plans;
  for (const Scale scale : all_scales) plans[scale] = plans_of(experiment, scale);
  return plans;
}

fs::path results_folder(const fs::path& results, const Experiment& experiment, Scale scale) {
  const fs::path folder = results / experiment.name;
  return scale == Scale::cpu ? folder : folder / name(scale);
}

figure::KnownNames known_names(const Plans& plans, std::span<const store::ResultRow> rows) {
  figure::KnownNames known;
  known.add(rows);
  for (const auto& [scale, of_scale] : plans) {
    for (const spec::plan::SweepPlan& plan : of_scale) add_names(plan, &known);
  }
  return known;
}

}  // namespace lab::paper
