#include "lab/sweep/cost.h"

#include <algorithm>
#include <map>

#include "base/clock.h"
#include "base/statistics.h"
#include "lab/store/manifest.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"
#include "lab/train/trainer.h"

namespace lab::sweep {
namespace {

constexpr double trial_seconds = 0.3;

/// To begin a process and to write a run's folder, whatever its size.
constexpr double process_seconds = 0.1;

/// Of a whole run, from its beginning and a few of its steps: of short runs the beginning is most.
double tried(const spec::RunSpec& spec, int threads) {
  const double begin = base::seconds_now();
  const train::Lesson lesson = train::lesson_of(spec);
  train::Trainer trainer(lesson, threads);
  model::training::TrainingState learned = trainer.start();
  const double made = base::seconds_now();
  trainer.step(learned);  // warms up
  const double warm = base::seconds_now();
  std::int64_t steps = 0;
  double taken = 0;
  while (taken < trial_seconds && learned.step < spec.train.steps) {
    trainer.step(learned);
    ++steps;
    taken = base::seconds_now() - warm;
  }
  const double a_step = steps == 0 ? warm - made : taken / double(steps);
  return process_seconds + (made - begin) + a_step * double(spec.train.steps);
}

/// Steps that are still to be taken, of all.
double share_left(const spec::RunSpec& spec, const std::filesystem::path& folder) {
  const std::vector<std::int64_t> saved = store::checkpoint_steps(folder);
  const double done = saved.empty() ? 0 : double(saved.back());
  return std::clamp(1 - done / double(spec.train.steps), 0.0, 1.0);
}

/// The runs of one setting.
struct Arm {
  std::vector<double> recorded;  ///< seconds
  std::vector<const spec::RunSpec*> missing;
};

}  // namespace

SweepCost sweep_cost(std::span<const spec::plan::PlannedRun> runs,
                     const std::filesystem::path& store, int threads) {
  std::map<spec::plan::Settings, Arm> arms;
  for (const spec::plan::PlannedRun& run : runs) {
    Arm& arm = arms[run.settings];
    const auto folder = store::run_folder(store, run.spec.fingerprint);
    if (store::is_finished(folder)) {
      arm.recorded.push_back(store::read_manifest(folder)->wall_seconds);
    } else {
      arm.missing.push_back(&run.spec);
    }
  }
  SweepCost cost;
  for (const auto& [settings, arm] : arms) {
    if (arm.missing.empty()) continue;
    const bool recorded = !arm.recorded.empty();
    const double one = recorded ? base::median(arm.recorded) : tried(*arm.missing[0], threads);
    ++(recorded ? cost.recorded : cost.measured);
    for (const spec::RunSpec* spec : arm.missing) {
      ++cost.missing;
      cost.seconds += one * share_left(*spec, store::run_folder(store, spec->fingerprint));
    }
  }
  return cost;
}

}  // namespace lab::sweep
