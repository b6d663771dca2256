#include "lab/train/training_data.h"

#include <algorithm>
#include <numeric>

#include "base/parallel.h"
#include "base/random.h"
#include "lab/train/course.h"
#include "lab/train/packing.h"

namespace lab::train {
namespace {

/// Uniform; where the training pools are all finite in proportion to their sizes.
int any_difficulty(const tasks::Task& task, tasks::Range range, base::Random& random) {
  std::vector<std::int64_t> up_to{0};  // questions below low + i
  for (int difficulty = range.low; difficulty <= range.high; ++difficulty) {
    const auto size = tasks::pool_size(task, tasks::Pool::train, difficulty);
    if (!size) return range.low + static_cast<int>(random.below(range.high - range.low + 1));
    up_to.push_back(up_to.back() + *size);
  }
  const std::int64_t question = random.below(up_to.back());
  const auto above = std::ranges::upper_bound(up_to, question);
  return range.low + static_cast<int>(above - up_to.begin()) - 1;
}

/// One of `shares`, as often as these say. Promise: one is above 0.
std::size_t chosen(const std::vector<double>& shares, base::Random& random) {
  double left = random.uniform() * std::accumulate(shares.begin(), shares.end(), 0.0);
  std::size_t last = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (shares[i] == 0) continue;
    last = i;
    if (left < shares[i]) break;
    left -= shares[i];
  }
  return last;
}

}  // namespace

int training_difficulty(const tasks::Task& task, const spec::MixturePart& part, std::int64_t step,
                        base::Random& random) {
  const tasks::Range range = trained_range(part, step);
  if (part.lengths == spec::Lengths::uniform) return any_difficulty(task, range, random);
  return range.low + static_cast<int>(chosen(difficulty_shares(part, range), random));
}

Draw training_draw(const Lesson& lesson, std::uint64_t index) {
  const Mixture& mixture = lesson.mixture;
  const spec::TrainSpec& train = lesson.spec.train;
  const auto step = static_cast<std::int64_t>(index) / train.batch;
  double total = 0;
  std::size_t last = 0;  // of those that are trained on
  std::vector<double> weights;
  for (std::size_t i = 0; i < mixture.size(); ++i) {
    weights.push_back(trained_weight(mixture.part(i), step, train.steps));
    total += weights[i];
    if (weights[i] > 0) last = i;
  }
  base::Random random(lesson.spec.data_seed, "mixture", index);
  double left = random.uniform() * total;
  std::size_t part = 0;
  while (part < last && left >= weights[part]) left -= weights[part++];
  return {part, training_difficulty(mixture.task(part), mixture.part(part), step, random)};
}

tasks::Example training_example(const Lesson& lesson, std::uint64_t index) {
  const Draw draw = training_draw(lesson, index);
  return lesson.mixture.example(draw.part, tasks::Pool::train, draw.difficulty,
                                lesson.spec.data_seed, index);
}

std::vector<model::layers::Batch> training_batch(const Lesson& lesson, std::int64_t step,
                                                 int threads) {
  const spec::RunSpec& spec = lesson.spec;
  const auto first = static_cast<std::uint64_t>(step * spec.train.batch);
  std::vector<tasks::Example> examples(static_cast<std::size_t>(spec.train.batch));
  base::parallel_for(spec.train.batch, threads, [&](std::int64_t e) {
    const auto place = static_cast<std::uint64_t>(e);
    examples[place] = training_example(lesson, first + place);
  });
  std::vector<int> shifts;
  if (spec.position_ids == spec::PositionIds::random_shift) {
    shifts = random_shifts(examples, lesson.model.max_positions, spec.data_seed, first);
  }
  return pack(examples, spec.train.chunk_tokens, lesson.model.max_positions, shifts);
}

}  // namespace lab::train
