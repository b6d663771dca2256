#include "lab/python/loaded.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/error.h"
#include "base/machine.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"
#include "model/arithmetic/choose_arithmetic.h"

namespace lab::python {
namespace {

void load_step(const std::filesystem::path& folder, std::int64_t step, train::TrainedRun* run) {
  const std::vector<std::int64_t> steps = store::checkpoint_steps(folder);
  if (std::ranges::find(steps, step) == steps.end()) {
    throw base::Error(
        fmt::format("step: wanted one of the checkpoints of {} ({}), found {}; with "
                    "`train {{ keep: ALL }}` a run keeps them all",
                    folder.string(), fmt::join(steps, ", "), step));
  }
  run->learned = model::files::load_checkpoint(store::checkpoint_folder(folder, step),
                                               run->learner.layout(), run->lesson.spec.fingerprint);
}

}  // namespace

Loaded::Loaded(std::filesystem::path in, train::TrainedRun opened, int wanted)
    : folder(std::move(in)),
      run(std::move(opened)),
      transformer(run.learner.config(), model::arithmetic::choose_arithmetic()),
      activations(activations_of(run.learner.config())),
      threads(wanted) {
  transformer.load(train::scored_weights(run.learned), threads);
}

std::shared_ptr<const Loaded> load(const std::filesystem::path& store, const std::string& text,
                                   std::optional<std::int64_t> step, std::optional<int> threads) {
  const int wanted = threads_of(threads);
  const std::filesystem::path folder = store::find_run(store, text);
  train::TrainedRun run = train::open_run(folder, wanted);
  if (step && *step != run.learned.step) load_step(folder, *step, &run);
  return std::make_shared<const Loaded>(folder, std::move(run), wanted);
}

int threads_of(std::optional<int> wanted) {
  if (!wanted) return base::available_cores();
  constexpr int most = 1024;
  base::require(*wanted >= 1 && *wanted <= most, "threads: must be in 1..", most, ", got ",
                *wanted);
  return *wanted;
}

}  // namespace lab::python
