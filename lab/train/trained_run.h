#pragma once
#include <filesystem>

#include "lab/train/mixture.h"
#include "model/training/learner.h"

namespace lab {

/// A run read back from its folder, ready to be asked.
struct TrainedRun {
  RunSpec spec;
  Mixture mixture;
  model::Learner learner;
  model::TrainingState learned;  ///< of the newest checkpoint
};

/// Throws base::Error if the folder holds no run, or no checkpoint that can be read.
TrainedRun open_run(const std::filesystem::path& folder, int threads);

}  // namespace lab
