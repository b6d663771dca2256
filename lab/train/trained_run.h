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

}  // namespace lab::train
