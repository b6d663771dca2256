#include "lab/train/trained_run.h"

#include "base/error.h"
#include "lab/store/run_checkpoints.h"
#include "lab/store/run_folder.h"
#include "lab/train/memory.h"

namespace lab::train {

TrainedRun open_run(const std::filesystem::path& folder, int threads) {
  Lesson lesson = lesson_of_stored(store::spec_in(folder));
  require_memory(memory_to_open(lesson), base::ExitCode::bad_data);
  const spec::RunSpec& spec = lesson.spec;
  model::training::Learner learner(lesson.model, threads, threads);  // answers hang on no lanes
  std::optional<model::training::TrainingState> learned =
      store::load_newest(folder, learner.layout(), spec.fingerprint);
  base::require(learned.has_value(), folder.string(),
                ": the run has no checkpoint yet; `lab train ", folder.string(),
                "/spec.textproto` trains it");
  return {std::move(lesson), std::move(learner), std::move(*learned)};
}

const model::layers::Flat<float>& scored_weights(const model::training::TrainingState& learned) {
  return learned.average.empty() ? learned.weights : learned.average;
}

}  // namespace lab::train
