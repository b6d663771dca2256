#include "lab/store/fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/text.h"
#include "lab/store/run_folder.h"
#include "lab/store/step_log.h"

namespace lab::store {
namespace {

constexpr std::size_t most_named = 8;  ///< runs in one line

constexpr const char* what_unfit_means =
    "what it scores past training says nothing about generalization";
constexpr const char* how_to_know = "score { pools: [TRAIN, ...] } asks them";

/// Rounded down: 98.96 % is below 99 %, and has to look like it.
std::string percent_text(double percent) {
  return fmt::format("{:.1f} %", std::floor(10 * percent + 1e-9) / 10);
}

/// "3f2a... (41.0 %)".
std::string named(const RunFit& run) {
  return fmt::format("{} ({})", run.name, percent_text(run.fit->percent()));
}

std::string names_of(const std::vector<RunFit>& runs) {
  const std::size_t shown = std::min(runs.size(), most_named);
  std::string names = base::joined(std::span(runs).first(shown), named);
  if (shown < runs.size()) names += fmt::format(" and {} more", runs.size() - shown);
  return names;
}

}  // namespace

void Fit::add(const Score& score, const tasks::Range& trained) {
  if (score.pool != tasks::Pool::train || score.facet) return;
  if (!trained.contains(score.difficulty)) return;
  solved += score.solved;
  asked += score.asked;
}

double Fit::percent() const {
  return 100.0 * static_cast<double>(solved) / static_cast<double>(asked);
}

RunFit run_fit(const spec::RunSpec& spec, const std::filesystem::path& folder) {
  Fit fit;
  for (const Score& score : scores_in(folder)) {
    if (score.step != spec.train.steps || score.task != spec.main.name) continue;
    fit.add(score, spec.main.difficulty);
  }
  RunFit run{spec.fingerprint, {}, {}};
  if (fit.asked > 0) run.fit = fit;
  const std::vector<StepLine> lines = step_lines(folder);
  if (!lines.empty()) run.token_accuracy = lines.back().accuracy;
  return run;
}

std::string in_words(const RunFit& run) {
  if (!run.fit) {
    const std::string last = run.token_accuracy
                                 ? fmt::format(
                                       "; of the target tokens of the last steps {} were "
                                       "right",
                                       percent_text(100 * *run.token_accuracy))
                                 : "";
    return fmt::format("fit: not known: no question that was trained on was scored ({}){}",
                       how_to_know, last);
  }
  const std::string text =
      fmt::format("solves {} of its training questions ({} of {} asked)",
                  percent_text(run.fit->percent()), run.fit->solved, run.fit->asked);
  if (run.fit->is_fitted()) return "fit: " + text;
  return fmt::format("unfit: {}, less than {} %: {}", text, fitted_percent, what_unfit_means);
}

std::string in_words(std::span<const RunFit> runs) {
  std::vector<RunFit> unfit;
  std::size_t known = 0;
  for (const RunFit& run : runs) {
    if (!run.fit) continue;
    ++known;
    if (!run.fit->is_fitted()) unfit.push_back(run);
  }
  if (known == 0) {
    return fmt::format(
        "fit: not known: in none of {} runs was a question scored that was trained "
        "on ({})",
        runs.size(), how_to_know);
  }
  std::string text = fmt::format("fit: {} of {} runs solve {} % of their training questions",
                                 known - unfit.size(), known, fitted_percent);
  if (known < runs.size()) {
    text += fmt::format(", of {} it is not known ({})", runs.size() - known, how_to_know);
  }
  if (unfit.empty()) return text;
  return fmt::format("{}; unfit: {}: {}", text, names_of(unfit), what_unfit_means);
}

}  // namespace lab::store
