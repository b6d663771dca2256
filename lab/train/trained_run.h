#pragma once
#include <filesystem>

#include "lab/train/lesson.h"
#include "model/training/learner.h"

namespace lab::train {

/// A run read back from its folder, ready to be asked.
struct TrainedRun {
  Lesson lesson;
  model::training::Learner learner;
  model::training::TrainingState learned;  ///< of the newest checkpoint
};

/// Throws base::Error if the folder holds no run, or no checkpoint that can be read, or memory is
/// short.
TrainedRun open_run(const std::filesystem::path& folder, int threads);

/// The weights that scores are taken with: the running average if one is kept.
const model::layers::Flat<float>& scored_weights(const model::training::TrainingState& learned);

/// Step 0 of a run that starts from one that is finished in the store: `fresh`, a state of the
/// run's `layout` drawn as usual, with the parent's numbers where it has any. Throws base::Error
/// naming the tensor or the file if its checkpoint does not hold what its spec says.
model::training::TrainingState started(const Lesson& lesson, const model::layers::Layout& layout,
                                       model::training::TrainingState fresh,
                                       const std::filesystem::path& store);

}  // namespace lab::train
