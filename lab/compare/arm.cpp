#include "lab/compare/arm.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace lab::compare {
namespace {

constexpr std::size_t most_named = 8;  // runs in one line

std::string name_of(const ComparedRun& run, const Arm& arm) {
  const std::string seed = "seed " + std::to_string(run.spec.seed);
  return arm.settings.empty() ? seed : spec::plan::label_of(arm.settings, " ") + " " + seed;
}

/// "3 of 10 runs are not finished and left out: hint=none seed 2 (missing), ..."; empty if all are.
std::string about_unfinished(const Comparison& comparison) {
  std::vector<std::string> named;
  std::size_t runs = 0;
  for (const Arm& arm : comparison.arms) {
    runs += arm.runs.size();
    for (const ComparedRun& run : arm.runs) {
      if (!run.finished) named.push_back(fmt::format("{} ({})", name_of(run, arm), run.standing));
    }
  }
  if (named.empty()) return "";
  const std::size_t shown = std::min(named.size(), most_named);
  std::string text = fmt::format("{} of {} runs are not finished and left out: {}", named.size(),
                                 runs, base::joined(std::span(named).first(shown)));
  if (shown < named.size()) text += fmt::format(" and {} more", named.size() - shown);
  return text;
}

/// Empty if no run is finished.
std::string about_fit(const Comparison& comparison) {
  std::vector<store::RunFit> fits;
  for (const Arm& arm : comparison.arms) {
    for (const ComparedRun* run : finished_runs(arm)) {
      fits.push_back(run->fit);
      fits.back().name = name_of(*run, arm);
    }
  }
  return fits.empty() ? "" : store::in_words(fits);
}

}  // namespace

std::string name_of(const Arm& arm, const Comparison& comparison) {
  return arm.settings.empty() ? comparison.name : spec::plan::label_of(arm.settings, ", ");
}

std::vector<const ComparedRun*> finished_runs(const Arm& arm) {
  std::vector<const ComparedRun*> finished;
  for (const ComparedRun& run : arm.runs) {
    if (run.finished) finished.push_back(&run);
  }
  return finished;
}

std::vector<std::string> remarks_on(const Comparison& comparison) {
  std::vector<std::string> remarks{about_unfinished(comparison), about_fit(comparison)};
  std::erase(remarks, "");
  return remarks;
}

}  // namespace lab::compare
