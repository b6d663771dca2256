#include "lab/train/trained_run.h"

#include "base/error.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"

namespace lab {

TrainedRun open_run(const std::filesystem::path& folder, int threads) {
  const RunSpec spec = spec_in(folder);
  Mixture mixture(spec);
  model::Learner learner(model_of(spec, mixture), std::max(spec.train.lanes, threads), threads);
  std::optional<model::TrainingState> learned =
      load_newest(folder, learner.layout(), spec.fingerprint);
  base::require(learned.has_value(), folder.string(),
                ": the run has no checkpoint yet; `lab train ", folder.string(),
                "/spec.textproto` trains it");
  return {spec, std::move(mixture), std::move(learner), std::move(*learned)};
}

}  // namespace lab
