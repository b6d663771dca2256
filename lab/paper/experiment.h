#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lab/figure/paper_numbers.h"
#include "lab/figure/row_filter.h"
#include "lab/spec/plan/sweep_plan.h"

namespace lab::paper {

/// How large an experiment is run: smoke seconds, cpu what results/ holds, full the paper's sizes.
enum class Scale { smoke, cpu, full };
inline constexpr Scale all_scales[] = {Scale::smoke, Scale::cpu, Scale::full};
std::string_view name(Scale scale);
Scale scale_named(std::string_view name);  ///< throws base::Error (exit code 2)

/// A folder of experiments/: figures.textproto, paper.tsv where there is a paper, and the sweeps of
/// each scale, named <scale>.textproto or <scale>_<sweep>.textproto.
struct Experiment {
  std::string name;
  std::filesystem::path folder;

  std::filesystem::path figures() const { return folder / "figures.textproto"; }
  std::filesystem::path paper() const { return folder / "paper.tsv"; }
};

/// The folder of all experiments: `option` if not empty; else $LAB_EXPERIMENTS; else experiments/
/// in the current folder or the nearest above it; else where the program was installed. Throws
/// base::Error if there is none.
std::filesystem::path experiments_folder(const std::string& option);

/// The same without an option; nothing in place of an error.
std::optional<std::filesystem::path> found_experiments();

/// The same for what is to be written there: `option` and $LAB_EXPERIMENTS need not be there yet,
/// and where no folder is found it is experiments/ here, never the installed one.
std::filesystem::path experiments_to_write(const std::string& option);

/// Where results are kept: `option` if not empty, else results/ beside experiments/ (an installed
/// one is not written to: then in the current folder).
std::filesystem::path results_beside(const std::string& option,
                                     const std::filesystem::path& experiments);

/// By name. A folder without figures.textproto is none.
std::vector<Experiment> all_experiments(const std::filesystem::path& folder);

/// Throws base::Error (exit code 2) with the nearest name if there is no such experiment.
Experiment experiment_named(const std::filesystem::path& folder, const std::string& name);

/// The numbers of its paper; none without paper.tsv. Throws as read_paper does.
std::map<std::string, figure::PaperNumber> paper_numbers(const Experiment& experiment);

/// <scale>.textproto and <scale>_*.textproto, by name.
std::vector<std::filesystem::path> sweep_files(const Experiment& experiment, Scale scale);

/// The sweeps of a scale, in the order of sweep_files; none if the scale is not written down.
std::vector<spec::plan::SweepPlan> plans_of(const Experiment& experiment, Scale scale);

/// The same in a moment: no task is made, so that a spec which no run can have is not found out.
std::vector<spec::plan::SweepPlan> unchecked_plans_of(const Experiment& experiment, Scale scale);

/// The sweeps of every scale.
using Plans = std::map<Scale, std::vector<spec::plan::SweepPlan>>;
Plans all_plans(const Experiment& experiment);

/// What a paper's scores are of at a scale: results/<paper>/ for cpu, results/<paper>/<scale>/ for
/// the others, so that they never mix.
std::filesystem::path results_folder(const std::filesystem::path& results,
                                     const Experiment& experiment, Scale scale);

/// Names that figures may use: of the rows, and of the planned runs of every scale. Pure.
figure::KnownNames known_names(const Plans& plans, std::span<const store::ResultRow> rows);

}  // namespace lab::paper
