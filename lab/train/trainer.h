#pragma once
#include <cstdint>

#include "lab/store/step_log.h"
#include "lab/train/lesson.h"
#include "model/training/learner.h"

namespace lab::train {

/// Learning rate of step `step` (0 for the first): a linear rise that reaches the peak with the
/// last warm-up step, then the schedule down to final_rate * peak at the last step.
double learning_rate(const spec::TrainSpec& train, std::int64_t step);

/// One step of a run, with its cost.
struct TrainStep {
  model::training::StepReport report;
  double learning_rate = 0;
  model::arithmetic::Index rows = 0;  ///< tokens the model read
};

/// Adds a step that took so many seconds.
void add(store::StepWindow& window, const TrainStep& step, double seconds);

/// Takes training steps. There is no random state: step s draws its examples from (spec, s), so
/// model::TrainingState is all there is to save.
class Trainer {
 public:
  /// Borrows `lesson`, which must outlive it.
  Trainer(const Lesson& lesson, int threads);

  model::training::TrainingState start() const;

  /// Takes step `learned.step`. Throws base::Error naming the step, leaving `learned` as it was, if
  /// the loss or the gradient is not finite.
  TrainStep step(model::training::TrainingState& learned);

  model::training::Learner& learner() { return learner_; }

 private:
  const Lesson& lesson_;
  int threads_;
  model::training::Learner learner_;
};

}  // namespace lab::train
