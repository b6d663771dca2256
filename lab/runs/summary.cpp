#include "lab/runs/summary.h"

#include <algorithm>
#include <cmath>

#include "lab/runs/notes.h"
#include "lab/store/manifest.h"
#include "lab/store/run_folder.h"
#include "tasks/pool_names.h"

namespace lab::runs {
namespace {

/// The score of RunSummary, which says what is counted.
std::optional<Solved> held_out(const std::vector<store::Score>& scores, const std::string& task) {
  const auto counts = [&](const store::Score& score) {
    return score.task == task && !score.facet && tasks::is_held_out(score.pool);
  };
  std::int64_t last = 0;
  for (const store::Score& score : scores) {
    if (counts(score)) last = std::max(last, score.step);
  }
  Solved sum;
  for (const store::Score& score : scores) {
    if (!counts(score) || score.step != last) continue;
    sum.solved += score.solved;
    sum.asked += score.asked;
  }
  return sum.asked > 0 ? std::optional(sum) : std::nullopt;
}

std::optional<Solved> fitted(const std::vector<store::Score>& scores, const spec::RunSpec& spec) {
  store::Fit fit;
  for (const store::Score& score : scores) {
    if (score.step != spec.train.steps || score.task != spec.main.name) continue;
    fit.add(score, spec.main.difficulty);
  }
  return fit.asked > 0 ? std::optional(Solved{fit.solved, fit.asked}) : std::nullopt;
}

}  // namespace

double Solved::share() const {
  return std::floor(1e4 * static_cast<double>(solved) / static_cast<double>(asked) + 1e-9) / 1e4;
}

std::string RunSummary::status() const {
  const std::string text(store::name(state));
  return is_diverged ? text + ", diverged" : text;
}

RunSummary summary_of(const std::filesystem::path& folder) {
  const std::optional<store::Manifest> known = store::read_manifest(folder);
  const std::vector<store::Score> scores = store::scores_in(folder);
  std::optional<spec::RunSpec> spec;
  if (!known || !scores.empty()) spec = store::spec_in(folder).run;
  const store::Manifest manifest = known ? *known : store::new_manifest(*spec);
  RunSummary run;
  run.fingerprint = manifest.fingerprint;
  run.name = manifest.name;
  run.state = store::state_of(folder, known);
  run.is_diverged = known && known->final_loss && known->final_loss->is_diverged();
  run.step = manifest.step;
  run.steps = manifest.steps;
  run.seed = manifest.seed;
  if (known) run.started = known->started;
  run.wall_seconds = manifest.wall_seconds;
  if (!scores.empty()) {
    run.score = held_out(scores, spec->main.name);
    run.fit = fitted(scores, *spec);
  }
  run.tags = tags_of(folder);
  run.note = note_of(folder);
  return run;
}

}  // namespace lab::runs
