#pragma once
#include <cstdint>
#include <vector>

#include "lab/train/lesson.h"
#include "model/layers/batch.h"

namespace lab::train {

/// What is asked in one training example: the part by its weight, the difficulty uniform in the
/// part's range; where all training pools of the range are finite, in proportion to their sizes, so
/// that each of their questions comes equally often.
struct Draw {
  std::size_t part = 0;
  int difficulty = 0;
};

/// Example number `index` of the training stream (index = step * batch + place in the batch): a
/// pure function of the spec and the index.
/// The difficulty of one example of a task that is trained on over a range of them: uniform, or
/// where the training pools are all finite in proportion to their sizes.
int training_difficulty(const tasks::Task& task, tasks::Range range, base::Random& random);

Draw training_draw(const Lesson& lesson, std::uint64_t index);
tasks::Example training_example(const Lesson& lesson, std::uint64_t index);

/// The chunks of step `step` (0 for the first): a pure function of the spec and the step.
std::vector<model::layers::Batch> training_batch(const Lesson& lesson, std::int64_t step,
                                                 int threads);

}  // namespace lab::train
