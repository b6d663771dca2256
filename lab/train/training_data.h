#pragma once
#include <cstdint>
#include <vector>

#include "lab/train/lesson.h"
#include "model/layers/batch.h"

namespace lab::train {

/// What is asked in one training example: the part by its weight at that step, the difficulty by
/// the part's lengths, among those trained on at that step.
struct Draw {
  std::size_t part = 0;
  int difficulty = 0;
};

/// The difficulty of one example of a part at a step: by its shares; of uniform lengths, where the
/// training pools of the range are all finite, in proportion to their sizes, so that each of their
/// questions comes equally often.
int training_difficulty(const tasks::Task& task, const spec::MixturePart& part, std::int64_t step,
                        base::Random& random);

/// Example number `index` of the training stream (index = step * batch + place in the batch): a
/// pure function of the spec and the index.
Draw training_draw(const Lesson& lesson, std::uint64_t index);
tasks::Example training_example(const Lesson& lesson, std::uint64_t index);

/// The chunks of step `step` (0 for the first): a pure function of the spec and the step.
std::vector<model::layers::Batch> training_batch(const Lesson& lesson, std::int64_t step,
                                                 int threads);

}  // namespace lab::train
